using Microsoft.Data.Sqlite;
using Santral.Domain.Kernel;
using Santral.Engine.Contract.Journal;
using Santral.Engine.Ports;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Tests.Journal;

public sealed class SqliteJournalContract : JournalContract, IDisposable
{
    private readonly TempFolder folder = new();

    protected override IJournal Open() => SqliteJournal.Open(new() { Folder = folder.Path });

    public void Dispose() => folder.Dispose();
}

/// <summary>The same with tables so small that every test writes and merges segments.</summary>
public sealed class SqliteJournalWithSmallIndexContract : JournalContract, IDisposable
{
    private readonly TempFolder folder = new();

    protected override IJournal Open() => SqliteJournal.Open(new() { Folder = folder.Path, IndexTableEntries = 16 });

    public void Dispose() => folder.Dispose();
}

public sealed class SqliteJournalTests : IDisposable
{
    private static readonly ActorId Ayse = new("citizen", "ayse");
    private static readonly ActorId Desk = new("desk", "merkez");
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SqliteJournalOptions Options => new() { Folder = folder.Path };

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Another_connection_sees_the_record_committed_inside_its_completion()
    {
        await using var journal = SqliteJournal.Open(Options);
        for (var n = 1; n <= 50; n++)
        {
            long committed = -1;
            var wait = new Wait { OnDurable = _ => committed = ReadHead() };
            journal.Append(Record(Ayse, n), wait);
            Assert.Equal(n, await wait.Sequence());
            Assert.Equal(n, committed);
        }
    }

    [Fact]
    public async Task What_is_queued_while_a_commit_runs_shares_the_next_one()
    {
        using var gate = new ManualResetEventSlim();
        var commits = 0;
        await using var journal = SqliteJournal.Open(Options with
        {
            BeforeCommit = _ =>
            {
                commits++;
                Assert.True(gate.Wait(Wait.Deadline, Cancel));
            },
        });
        var waits = journal.AppendEach(Enumerable.Range(1, 1_000).Select(v => Record(Ayse, v)));
        gate.Set();
        Assert.Equal(1_000, await waits[^1].Sequence());
        Assert.InRange(commits, 1, 2);
    }

    [Fact]
    public async Task At_the_bound_of_records_an_append_is_refused_and_nobody_else_is_harmed()
    {
        using var gate = new ManualResetEventSlim();
        await using var journal = SqliteJournal.Open(Options with { BeforeCommit = _ => Assert.True(gate.Wait(Wait.Deadline, Cancel)) });
        var waits = journal.AppendEach(Enumerable.Range(1, JournalLimits.MaxUnreleasedRecords).Select(v => Record(Ayse, v)));
        var over = journal.AppendEach([Record(Desk, 1)])[0];
        Assert.True(over.Finished);
        Assert.Equal(AppendFailure.Unavailable, await over.Failure());
        gate.Set();
        Assert.Equal(JournalLimits.MaxUnreleasedRecords, await waits[^1].Sequence());
        await journal.AppendAll([Record(Desk, 1)]);
    }

    [Fact]
    public async Task At_the_bound_of_bytes_an_append_is_refused()
    {
        using var gate = new ManualResetEventSlim();
        await using var journal = SqliteJournal.Open(Options with { BeforeCommit = _ => Assert.True(gate.Wait(Wait.Deadline, Cancel)) });
        const int Size = 8 * 1024 * 1024;
        var waits = journal.AppendEach(Enumerable.Range(1, 5).Select(v => new EncodedRecord(Ayse, v, new byte[Size])));
        Assert.Equal(AppendFailure.Unavailable, await waits[4].Failure());
        gate.Set();
        Assert.Equal(JournalLimits.MaxUnreleasedBytes / Size, await waits[3].Sequence());
    }

    [Fact]
    public async Task Keys_are_durable_before_the_commit()
    {
        var keys = new CountingKeys();
        var flushedBefore = new List<int>();
        await using var journal = SqliteJournal.Open(Options with { Keys = keys, BeforeCommit = _ => flushedBefore.Add(keys.Flushes) });
        await journal.AppendAll([Record(Ayse, 1)]);
        await journal.AppendAll([Record(Ayse, 2)]);
        Assert.Equal([1, 2], flushedBefore);
    }

    [Fact]
    public async Task Without_keys_nothing_is_committed()
    {
        var keys = new CountingKeys { Fault = new IOException("keys.db is gone") };
        await using var journal = SqliteJournal.Open(Options with { Keys = keys });
        Assert.Equal(AppendFailure.Unavailable, await journal.AppendEach([Record(Ayse, 1)])[0].Failure());
        Assert.False(journal.Health.Writable);
        keys.Fault = null;
        await journal.AppendAll([Record(Ayse, 1)]);
        Assert.True(journal.Health.Writable);
    }

    [Fact]
    public async Task A_full_disk_fails_appends_shows_in_health_and_heals_by_itself_when_space_returns()
    {
        const long Plenty = 1_000_000;
        var limit = Plenty;
        using var allQueued = new ManualResetEventSlim(initialState: true);
        await using var journal = SqliteJournal.Open(Options with
        {
            BeforeCommit = database =>
            {
                Assert.True(allQueued.Wait(Wait.Deadline, Cancel));
                database.LimitPages(Volatile.Read(ref limit));
            },
        });
        await journal.AppendAll([Record(Ayse, 1)]);
        Volatile.Write(ref limit, 1);
        allQueued.Reset();
        var big = new EncodedRecord(Ayse, 2, new byte[200_000]);
        var waits = journal.AppendEach([big, Record(Ayse, 3), Record(Desk, 1)]);
        allQueued.Set();
        foreach (var wait in waits)
        {
            Assert.Equal(AppendFailure.Unavailable, await wait.Failure());
        }

        Assert.False(journal.Health.Writable);
        Assert.NotNull(journal.Health.Problem);
        Assert.Single(await journal.All(0));
        Volatile.Write(ref limit, Plenty);
        await Healthy(journal);
        await journal.AppendAll([big, Record(Ayse, 3), Record(Desk, 1)]);
        Assert.Equal(4, (await journal.All(0)).Count);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_is_found_out_and_acknowledged()
    {
        var fail = true;
        await using var journal = SqliteJournal.Open(Options with
        {
            AfterCommit = () =>
            {
                if (fail)
                {
                    fail = false;
                    throw new IOException("the answer was lost");
                }
            },
        });
        await journal.AppendAll([Record(Ayse, 1)]);
        Assert.False(fail);
        await journal.AppendAll([Record(Ayse, 2), Record(Desk, 1)]);
        Assert.Equal(2, (await journal.LoadAsync(Ayse, 0, Cancel)).Count);
        Assert.True(journal.Health.Writable);
    }

    [Fact]
    public async Task The_log_stays_bounded_under_constant_writing()
    {
        const long Limit = 1024 * 1024;
        var longest = 0L;
        await using var journal = SqliteJournal.Open(Options with { CheckpointEveryBytes = Limit / 4, LogLimitBytes = Limit });
        for (var n = 0; n < 40; n++)
        {
            await journal.AppendAll(Enumerable.Range((n * 100) + 1, 100).Select(v => new EncodedRecord(Ayse, v, new byte[5_000])));
            longest = Math.Max(longest, new FileInfo(folder.File(SqliteJournal.FileName + "-wal")).Length);
        }

        // 20 MB were written; the log may pass its limit by one commit and one checkpoint.
        Assert.InRange(longest, 1, 3 * Limit);
    }

    [Fact]
    public async Task Many_actors_load_right_from_memory_from_segments_and_after_the_index_is_deleted()
    {
        const int Actors = 97;
        const int Versions = 60;
        var options = Options with { IndexTableEntries = 64 };
        await using (var journal = SqliteJournal.Open(options))
        {
            await journal.AppendAll(Enumerable.Range(1, Versions).SelectMany(v => Enumerable.Range(0, Actors).Select(a => Record(new("case", $"{a}"), v))));
            await AllLoad(journal);
        }

        Assert.NotEmpty(Directory.GetFiles(folder.File(SqliteJournal.IndexFolder)));
        await using (var journal = SqliteJournal.Open(options))
        {
            await AllLoad(journal);
        }

        Directory.Delete(folder.File(SqliteJournal.IndexFolder), recursive: true);
        await using (var journal = SqliteJournal.Open(options))
        {
            await AllLoad(journal);
        }

        static async Task AllLoad(SqliteJournal journal)
        {
            for (var a = 0; a < Actors; a++)
            {
                var loaded = await journal.LoadAsync(new("case", $"{a}"), 10, Cancel);
                Assert.Equal(Enumerable.Range(11, Versions - 10).Select(v => (long)v), loaded.Select(r => r.Version));
                Assert.Equal(Enumerable.Range(11, Versions - 10).Select(v => ((v - 1L) * Actors) + a + 1), loaded.Select(r => r.Sequence));
            }
        }
    }

    internal static async Task Healthy(IJournal journal)
    {
        // Recovery is the writer's own; the only way to see it from outside is to ask.
        using var deadline = new CancellationTokenSource(Wait.Deadline);
        while (!journal.Health.Writable)
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private long ReadHead()
    {
        using var other = new SqliteConnection($"Data Source={folder.File(SqliteJournal.FileName)};Mode=ReadOnly;Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "SELECT first + count - 1 FROM batch ORDER BY first DESC LIMIT 1";
        return (long)command.ExecuteScalar()!;
    }

    private static EncodedRecord Record(ActorId actor, long version) => new(actor, version, new byte[8]);

    private sealed class CountingKeys : IKeyStore
    {
        public int Flushes { get; private set; }
        public Exception? Fault { get; set; }
        public byte[] HashKey => [];

        public byte[]? Key(string subject, DataClass dataClass) => null;

        public void Flush()
        {
            if (Fault is not null)
            {
                throw Fault;
            }

            Flushes++;
        }

        public void Destroy(string subject, DataClass dataClass) => throw new NotSupportedException();
    }
}
