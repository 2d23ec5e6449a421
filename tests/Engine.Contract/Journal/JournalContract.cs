using System.Buffers.Binary;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Xunit;

namespace Santral.Engine.Contract.Journal;

/// <summary>What every journal promises. An implementation inherits this with one line that says how to open it.</summary>
public abstract class JournalContract
{
    private static readonly ActorId Ayse = new("citizen", "ayse");
    private static readonly ActorId Desk = new("desk", "merkez");

    /// <summary>Opens the journal over what earlier ones of this test left behind.</summary>
    protected abstract IJournal Open();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_journal_is_empty_and_writable()
    {
        await using var journal = Open();
        Assert.Equal(0, journal.DurableSequence);
        Assert.True(journal.Health.Writable, journal.Health.Problem);
        Assert.Empty(await journal.LoadAsync(Ayse, 0, Cancel));
        Assert.Empty(await journal.All(0));
    }

    [Fact]
    public async Task Sequences_begin_at_one_and_completions_come_in_append_order()
    {
        await using var journal = Open();
        var order = new List<int>();
        var waits = Enumerable.Range(1, 500).Select(n => (n, wait: new Wait { OnDurable = _ => order.Add(n) })).ToList();
        foreach (var (n, wait) in waits)
        {
            journal.Append(Record(new("contact", $"c{n % 7}"), ((n - 1) / 7) + 1, n), wait);
        }

        foreach (var (n, wait) in waits)
        {
            Assert.Equal(n, await wait.Sequence());
        }

        Assert.Equal(Enumerable.Range(1, 500), order);
        Assert.Equal(500, journal.DurableSequence);
    }

    [Fact]
    public async Task What_was_appended_is_read_back_byte_for_byte_in_order()
    {
        await using var journal = Open();
        var sizes = new[] { 0, 1, 300, 5_000, 70_000, 300_000, 12 };
        var sent = sizes.Select((size, n) => new EncodedRecord(Ayse, n + 1, Bytes(size, n))).ToList();
        await journal.AppendAll(sent);
        var read = await journal.All(0);
        Assert.Equal(sent.Select(r => Convert.ToHexString(r.Bytes.Span)), read.Select(r => Convert.ToHexString(r.Bytes.Span)));
        Assert.Equal(Enumerable.Range(1, sizes.Length).Select(n => (long)n), read.Select(r => r.Sequence));
        Assert.All(read, r => Assert.Equal(Ayse, r.Actor));
        Assert.Equal([6L, 7L], (await journal.All(5)).Select(r => r.Sequence));
    }

    [Fact]
    public async Task Keys_of_actors_may_hold_any_text()
    {
        await using var journal = Open();
        ActorId[] actors = [new("case", "İzmir/ışık 💧"), new("case", ""), new("case", new string('k', 700)), new("c", "ase"), new("cas", "e")];
        await journal.AppendAll(actors.Select((actor, n) => Record(actor, 1, n)));
        Assert.Equal(actors, (await journal.All(0)).Select(r => r.Actor));
        foreach (var actor in actors)
        {
            Assert.Equal(actor, Assert.Single(await journal.LoadAsync(actor, 0, Cancel)).Actor);
        }
    }

    [Fact]
    public async Task Load_gives_one_actors_records_after_a_version()
    {
        await using var journal = Open();
        await journal.AppendAll(Enumerable.Range(1, 40).SelectMany(v => new[] { Record(Ayse, v, v), Record(Desk, v, v) }));
        var loaded = await journal.LoadAsync(Ayse, 37, Cancel);
        Assert.Equal([38L, 39L, 40L], loaded.Select(r => r.Version));
        Assert.Equal([75L, 77L, 79L], loaded.Select(r => r.Sequence));
        Assert.Equal(40, (await journal.LoadAsync(Desk, 0, Cancel)).Count);
        Assert.Empty(await journal.LoadAsync(Desk, 40, Cancel));
        Assert.Empty(await journal.LoadAsync(new("desk", "merke"), 0, Cancel));
    }

    [Fact]
    public async Task A_record_is_readable_inside_its_own_completion()
    {
        await using var journal = Open();
        for (var n = 1; n <= 20; n++)
        {
            var seen = -1L;
            var wait = new Wait { OnDurable = sequence => seen = Math.Min(journal.DurableSequence, Found(journal, Ayse, sequence)) };
            journal.Append(Record(Ayse, n, n), wait);
            var sequence = await wait.Sequence();
            Assert.Equal(sequence, seen);
        }

        static long Found(IJournal journal, ActorId actor, long sequence) =>
            journal.LoadAsync(actor, 0, CancellationToken.None).AsTask().GetAwaiter().GetResult().LastOrDefault(r => r.Sequence == sequence).Sequence;
    }

    [Fact]
    public async Task A_conflicting_actor_fails_alone()
    {
        await using var journal = Open();
        await journal.AppendAll([Record(Ayse, 1, 1), Record(Desk, 1, 1)]);
        var waits = journal.AppendEach([Record(Ayse, 1, 2), Record(Desk, 2, 2), Record(new("unit", "u"), 3, 1), Record(Desk, 3, 3)]);
        Assert.Equal(AppendFailure.Conflict, await waits[0].Failure());
        Assert.Equal(3, await waits[1].Sequence());
        Assert.Equal(AppendFailure.Conflict, await waits[2].Failure());
        Assert.Equal(4, await waits[3].Sequence());
        await journal.AppendAll([Record(Ayse, 2, 2)]);
        Assert.Equal([1L, 2L], (await journal.LoadAsync(Ayse, 0, Cancel)).Select(r => r.Version));
        Assert.Equal(5, journal.DurableSequence);
    }

    [Fact]
    public async Task Records_decided_upon_a_conflicting_one_fail_with_it_even_when_their_version_is_the_next()
    {
        await using var journal = Open();
        await journal.AppendAll([Record(Ayse, 1, 1)]);
        var stale = new Wait();
        var later = new List<Wait>();
        stale.OnFailed = _ =>
        {
            // The owner goes on deciding until it hears of the failure; this is the last moment it can.
            later.AddRange(journal.AppendEach([Record(Ayse, 2, 66), Record(Ayse, 3, 67)]));
        };
        journal.Append(Record(Ayse, 1, 65), stale);
        Assert.Equal(AppendFailure.Conflict, await stale.Failure());
        Assert.Equal(AppendFailure.Conflict, await later[0].Failure());
        Assert.Equal(AppendFailure.Conflict, await later[1].Failure());
        await journal.AppendAll([Record(Ayse, 2, 2)]);
        Assert.Equal([1, 2], (await journal.LoadAsync(Ayse, 0, Cancel)).Select(r => BinaryPrimitives.ReadInt32LittleEndian(r.Bytes.Span)));
    }

    [Fact]
    public async Task The_tail_has_no_gap_while_many_append()
    {
        const int Writers = 4;
        const int Each = 1_000;
        await using var journal = Open();
        var reading = Task.Run(() => Follow(journal, Writers * Each), Cancel);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => journal.AppendAll(Enumerable.Range(1, Each).Select(v => Record(new("contact", $"w{w}"), v, v))), Cancel)));
        var seen = await reading.WaitAsync(Wait.Deadline, Cancel);
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(n => (long)n), seen.Select(r => r.Sequence));
        Assert.All(seen.GroupBy(r => r.Actor), actor => Assert.Equal(Enumerable.Range(1, Each).Select(n => (long)n), actor.Select(r => r.Version)));
    }

    [Fact]
    public async Task Waiting_ends_when_the_sequence_is_passed_or_cancelled_or_the_journal_closes()
    {
        var journal = Open();
        await journal.AppendAll([Record(Ayse, 1, 1)]);
        await journal.WaitBeyondAsync(0, Cancel);
        var beyond = journal.WaitBeyondAsync(1, Cancel).AsTask();
        Assert.False(beyond.IsCompleted);
        using var cancel = new CancellationTokenSource();
        var cancelled = journal.WaitBeyondAsync(5, cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.WaitAsync(Wait.Deadline, Cancel));
        await journal.AppendAll([Record(Ayse, 2, 2)]);
        await beyond.WaitAsync(Wait.Deadline, Cancel);
        var never = journal.WaitBeyondAsync(2, Cancel).AsTask();
        await journal.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => never.WaitAsync(Wait.Deadline, Cancel));
    }

    [Fact]
    public async Task Everything_acknowledged_is_there_after_reopening_and_numbering_goes_on()
    {
        await using (var first = Open())
        {
            await first.AppendAll(Enumerable.Range(1, 300).Select(v => Record(Ayse, v, v)));
            await first.AppendAll([Record(Desk, 1, 1)]);
        }

        await using var second = Open();
        Assert.Equal(301, second.DurableSequence);
        Assert.Equal(300, (await second.LoadAsync(Ayse, 0, Cancel)).Count);
        var waits = second.AppendEach([Record(Ayse, 300, 0), Record(Desk, 2, 2)]);
        Assert.Equal(AppendFailure.Conflict, await waits[0].Failure());
        Assert.Equal(302, await waits[1].Sequence());
        Assert.Equal(Enumerable.Range(1, 302).Select(n => (long)n), (await second.All(0)).Select(r => r.Sequence));
    }

    [Fact]
    public async Task Closing_completes_what_was_appended_before_and_refuses_what_comes_after()
    {
        var journal = Open();
        var waits = journal.AppendEach(Enumerable.Range(1, 100).Select(v => Record(Ayse, v, v)));
        await journal.DisposeAsync();
        Assert.All(waits, wait => Assert.True(wait.Finished));
        Assert.Equal(100, await waits[^1].Sequence());
        Assert.Equal(AppendFailure.Unavailable, await journal.AppendEach([Record(Ayse, 101, 101)])[0].Failure());
    }

    [Fact]
    public async Task A_record_over_the_size_limit_is_refused_and_harms_nobody()
    {
        await using var journal = Open();
        var waits = journal.AppendEach([new(Ayse, 1, new byte[Santral.Journal.JournalLimits.MaxRecordBytes + 1]), Record(Desk, 1, 1)]);
        Assert.Equal(AppendFailure.Unavailable, await waits[0].Failure());
        Assert.Equal(1, await waits[1].Sequence());
    }

    private static async Task<List<StoredRecord>> Follow(IJournal journal, int until)
    {
        var seen = new List<StoredRecord>();
        while (seen.Count < until)
        {
            await journal.WaitBeyondAsync(seen.Count, Cancel);
            seen.AddRange(await journal.All(seen.Count));
        }

        return seen;
    }

    private static EncodedRecord Record(ActorId actor, long version, int mark) => new(actor, version, Bytes(sizeof(int), mark));

    private static byte[] Bytes(int size, int mark)
    {
        var bytes = new byte[size];
        new Random(mark).NextBytes(bytes);
        if (size == sizeof(int))
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, mark);
        }

        return bytes;
    }
}
