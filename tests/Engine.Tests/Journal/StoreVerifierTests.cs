using Microsoft.Data.Sqlite;
using Santral.Domain.Kernel;
using Santral.Engine.Contract.Journal;
using Santral.Engine.Ports;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Tests.Journal;

public sealed class StoreVerifierTests : IDisposable
{
    private const int Rows = 200;
    private readonly TempFolder folder = new();

    private string File => folder.File(SqliteJournal.FileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_sound_store_is_proven_and_its_head_named()
    {
        await Fill();
        var seen = 0;
        var report = Verify(record => record.Sequence == ++seen ? null : "out of order");
        Assert.Null(report.Fault);
        Assert.Equal((Rows, Rows, 7L, Rows), (report.Sequence, report.Rows, report.Actors, seen));
        Assert.True(report.Indexed > 0, "No segment was compared.");
        Assert.Matches("^[0-9a-f]{64}$", report.HeadHash);
        Assert.Equal(report, Verify());
    }

    [Fact]
    public async Task An_empty_store_is_proven()
    {
        await Open().DisposeAsync();
        Assert.Null(Verify().Fault);
    }

    [Fact]
    public async Task A_running_store_is_proven_beside_its_process()
    {
        await using var journal = Open();
        await Append(journal, 1, 50);
        Assert.Equal((true, 50L), Verify() is var report ? (report.Proven, report.Sequence) : default);
    }

    [Fact]
    public async Task Each_flipped_bit_of_a_row_is_found()
    {
        await Fill();
        var body = (byte[])Sql("SELECT body FROM batch WHERE first = 77")!;
        for (var bit = 0; bit < body.Length * 8; bit += 61)
        {
            var changed = (byte[])body.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Sql("UPDATE batch SET body = $body WHERE first = 77", ("$body", changed));
            Assert.Equal(("verify.bytes", 77L), Fault());
        }

        Sql("UPDATE batch SET body = $body WHERE first = 77", ("$body", body));
        Assert.True(Verify().Proven);
    }

    [Fact]
    public async Task A_bit_flipped_in_the_file_itself_is_found()
    {
        await Fill();
        var marker = System.Text.Encoding.UTF8.GetBytes("record 120 ");
        var bytes = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        bytes[bytes.AsSpan().IndexOf(marker)] ^= 4;
        await System.IO.File.WriteAllBytesAsync(File, bytes, TestContext.Current.CancellationToken);
        Assert.Equal(("verify.bytes", 120L), Fault());
    }

    [Fact]
    public async Task A_forged_record_with_a_right_checksum_breaks_the_chain()
    {
        await Fill();
        var row = new PackedRow();
        row.Add(new(Actor(50), ((50 - 1) / 7) + 1, "forged"u8.ToArray()));
        Sql("UPDATE batch SET body = $body WHERE first = 50", ("$body", row.Close().ToArray()));
        Assert.Equal(("verify.chain", 50L), Fault());
    }

    [Fact]
    public async Task A_forger_who_renews_the_whole_chain_is_found_by_a_head_sent_out_before()
    {
        await Fill(rows: 20);
        var sent = SentHead.Parse(["# 2026-11-22", "", Verify().Head.ToString()]);
        await using (var journal = Open())
        {
            await Append(journal, 21, 10);
        }

        Assert.True(Verify(against: sent).Proven);
        Forge();
        Assert.True(Verify().Proven, "The forgery is not good enough for the test.");
        var fault = Verify(against: sent).Fault;
        Assert.Equal(("verify.against", 20L), (fault?.Code, fault?.Sequence ?? 0));
    }

    [Fact]
    public async Task A_head_sent_out_for_records_that_are_gone_is_found()
    {
        await Fill(rows: 20);
        Assert.Equal("verify.against", Verify(against: [new(21, new string('0', 64))]).Fault?.Code);
        Assert.Throws<FormatException>(() => SentHead.Parse(["21 xyz"]));
    }

    [Fact]
    public async Task Two_swapped_rows_are_found()
    {
        await Fill();
        Sql("UPDATE batch SET first = -1 WHERE first = 30; UPDATE batch SET first = 30 WHERE first = 37; UPDATE batch SET first = 37 WHERE first = -1");
        Assert.Equal(("verify.chain", 30L), Fault());
    }

    [Fact]
    public async Task A_deleted_row_is_found()
    {
        await Fill();
        Sql("DELETE FROM batch WHERE first = 100");
        Assert.Equal(("verify.gap", 100L), Fault());
    }

    [Fact]
    public async Task A_tail_cut_off_is_found()
    {
        await Fill();
        Sql("DELETE FROM batch WHERE first > 195");
        Assert.Equal(("verify.head", 196L), Fault());
    }

    [Fact]
    public async Task A_file_cut_short_is_found()
    {
        await Fill();
        using (var file = System.IO.File.OpenWrite(File))
        {
            file.SetLength((file.Length / 4096 / 2) * 4096);
        }

        Assert.Equal("verify.pages", Verify().Fault?.Code);
    }

    [Fact]
    public async Task A_damaged_index_is_found()
    {
        await Fill();
        var segment = Directory.GetFiles(folder.File(SqliteJournal.IndexFolder)).Order(StringComparer.Ordinal).First();
        var bytes = await System.IO.File.ReadAllBytesAsync(segment, TestContext.Current.CancellationToken);
        bytes[100] ^= 1;
        await System.IO.File.WriteAllBytesAsync(segment, bytes, TestContext.Current.CancellationToken);
        Assert.Equal(("verify.index", 1L), Fault());
    }

    [Fact]
    public async Task A_record_that_does_not_decode_is_named()
    {
        await Fill();
        var fault = Verify(record => record.Sequence == 42 ? "unknown name" : null).Fault;
        Assert.Equal("verify.record at 42: unknown name", fault?.ToString());
    }

    private StoreReport Verify(Func<StoredRecord, string?>? check = null, IReadOnlyList<SentHead>? against = null) =>
        StoreVerifier.Verify(folder.Path, check, against, TestContext.Current.CancellationToken);

    private (string?, long?) Fault() => Verify().Fault is { } fault ? (fault.Code, fault.Sequence) : default;

    private SqliteJournal Open() => SqliteJournal.Open(new() { Folder = folder.Path, IndexTableEntries = 32 });

    private async Task Fill(int rows = Rows)
    {
        await using var journal = Open();
        await Append(journal, 1, rows);
    }

    private static ActorId Actor(int n) => new("case", $"{n % 7}");

    /// <summary>One commit and therefore one row each.</summary>
    private static async Task Append(SqliteJournal journal, int from, int count)
    {
        for (var n = from; n < from + count; n++)
        {
            await journal.AppendAll([new(Actor(n), ((n - 1) / 7) + 1, System.Text.Encoding.UTF8.GetBytes($"record {n} {new string('x', 40)}"))]);
        }
    }

    /// <summary>Changes record 10 and computes every link after it anew, as somebody with the file and this program could.</summary>
    private void Forge()
    {
        using var chain = new HashChain();
        var link = HashChain.Genesis;
        for (var n = 1; n <= 30; n++)
        {
            var body = (byte[])Sql($"SELECT body FROM batch WHERE first = {n}")!;
            if (n == 10)
            {
                var row = new PackedRow();
                row.Add(new(Actor(n), ((n - 1) / 7) + 1, "forged"u8.ToArray()));
                body = row.Close().ToArray();
            }

            var next = new byte[HashChain.LinkBytes];
            chain.Link(link, n, 1, body, next);
            link = next;
            Sql($"UPDATE batch SET body = $body, link = $link WHERE first = {n}", ("$body", body), ("$link", link));
        }

        Sql("UPDATE head SET link = $link", ("$link", link));
    }

    private object? Sql(string text, params (string Name, byte[] Value)[] values)
    {
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command.ExecuteScalar();
    }
}
