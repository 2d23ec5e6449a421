using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Santral.Domain.Kernel;
using Santral.Engine.Contract.Journal;
using Santral.Engine.Ports;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Tests.Journal;

/// <summary>A store that must not be opened is refused with a code, and its bytes stay as they are.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly ActorId Ayse = new("citizen", "ayse");
    private readonly TempFolder folder = new();

    private string File => folder.File(SqliteJournal.FileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_in_use_is_refused_and_free_again_afterwards()
    {
        await using (var journal = Open())
        {
            Assert.Equal(JournalRefused.Locked, Assert.Throws<JournalRefused>(Open).Code);
            await journal.AppendAll([new(Ayse, 1, new byte[1])]);
        }

        Assert.False(System.IO.File.Exists(File + "-wal"), "A clean close leaves one whole file.");

        await using var again = Open();
        Assert.Equal(1, again.DurableSequence);
    }

    [Fact]
    public async Task A_newer_format_is_refused()
    {
        await Fill();
        Sql("PRAGMA user_version = 99");
        Refused(JournalRefused.Newer);
    }

    [Fact]
    public void Another_database_is_refused()
    {
        Sql("CREATE TABLE somebody_elses (x)");
        Refused(JournalRefused.Damaged);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        System.IO.File.WriteAllText(File, new string('x', 10_000));
        Refused(JournalRefused.Damaged);
    }

    [Fact]
    public async Task A_file_cut_short_is_refused()
    {
        await Fill();
        using (var file = System.IO.File.OpenWrite(File))
        {
            file.SetLength(file.Length / 2);
        }

        Refused(JournalRefused.Damaged);
    }

    [Fact]
    public async Task A_tail_cut_off_is_refused()
    {
        await Fill();
        Sql("DELETE FROM batch WHERE first = (SELECT max(first) FROM batch)");
        Refused(JournalRefused.Damaged);
    }

    [Fact]
    public async Task A_changed_row_in_the_tail_breaks_the_chain()
    {
        await Fill();
        Sql("UPDATE batch SET body = zeroblob(length(body)) WHERE first = (SELECT max(first) FROM batch)");
        Assert.Contains("chain", Refused(JournalRefused.Damaged).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_older_than_its_index_is_refused()
    {
        await Fill();
        System.IO.File.Copy(File, folder.File("old"));
        await using (var journal = Open())
        {
            await journal.AppendAll(Enumerable.Range(1, 200).Select(v => new EncodedRecord(new("case", "c"), v, new byte[10])));
        }

        System.IO.File.Move(folder.File("old"), File, overwrite: true);
        Assert.Contains("index", Refused(JournalRefused.Damaged).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flipped_bit_far_from_the_tail_is_seen_when_it_is_read()
    {
        await Fill(rows: 100);
        Sql("UPDATE batch SET body = zeroblob(length(body)) WHERE first = 3");
        await using var journal = Open();
        var refused = await Assert.ThrowsAsync<JournalRefused>(() => journal.All(0));
        Assert.Equal(JournalRefused.Damaged, refused.Code);
        Assert.Contains("Sequence 3", refused.Detail, StringComparison.Ordinal);
    }

    private JournalRefused Refused(string code)
    {
        var before = SHA256.HashData(System.IO.File.ReadAllBytes(File));
        var refused = Assert.Throws<JournalRefused>(Open);
        Assert.Equal(code, refused.Code);
        Assert.Equal(before, SHA256.HashData(System.IO.File.ReadAllBytes(File)));
        return refused;
    }

    private async Task Fill(int rows = 10)
    {
        await using var journal = Open();
        for (var v = 1; v <= rows; v++)
        {
            await journal.AppendAll([new(Ayse, v, new byte[3_000])]);
        }
    }

    private SqliteJournal Open() => SqliteJournal.Open(new() { Folder = folder.Path, IndexTableEntries = 64 });

    private void Sql(string text)
    {
        using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
