using System.Runtime.CompilerServices;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

public sealed record SqliteJournalOptions
{
    /// <summary>The data folder; made when absent.</summary>
    public required string Folder { get; init; }

    /// <summary>Flushed before each commit, so that no durable record needs a key that is not.</summary>
    public IKeyStore? Keys { get; init; }
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>A checkpoint runs beside the commits after so many bytes.</summary>
    public long CheckpointEveryBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The log starts anew at this size; it may pass it by a few checkpoints.</summary>
    public long LogLimitBytes { get; init; } = 64 * 1024 * 1024;

    internal int IndexTableEntries { get; init; } = ActorIndex.TableEntries;

    /// <summary>Faults for tests, on the writer's thread.</summary>
    internal Action<JournalDatabase>? BeforeCommit { get; init; }

    /// <summary>Time added to each commit, to measure what a slower disk would do.</summary>
    internal Action? AfterCommit { get; init; }
}

/// <summary>
/// The journal of one process on one machine: <c>journal.db</c> (SQLite, WAL, synchronous=FULL) with packed rows in one hash
/// chain, and the folder <c>index</c>, derived. See docs/adr/0003-record-layout.md. A record's bytes must not change until
/// its completion is called.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    public const string FileName = "journal.db";
    public const string IndexFolder = "index";
    public const string LockName = "store.lock";
    internal const int PageBytes = 4096;
    private const int ScanBytes = 1024 * 1024;
    internal static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(5);

    private readonly FileStream folderLock;
    private readonly AppendQueue queue;
    private readonly DurableSignal durable = new();
    private readonly HeadCache heads = new();
    private readonly ReaderPool readers;
    private readonly ActorIndex index;
    private readonly JournalWriter writer;
    private bool disposed;

    private SqliteJournal(SqliteJournalOptions options, FileStream folderLock, JournalDatabase database, ReaderPool readers, ActorIndex index)
    {
        (this.folderLock, this.readers, this.index) = (folderLock, readers, index);
        queue = new(options.Time);
        durable.Advance(database.Head.Sequence);
        writer = new(options, Path.Combine(options.Folder, FileName), database, queue, index, heads, durable, readers);
    }

    public long DurableSequence => durable.Sequence;

    public JournalHealth Health
    {
        get
        {
            var problem = writer.Problem;
            return new(problem is null, queue.OldestPending, problem);
        }
    }

    /// <exception cref="JournalRefused">Locked, newer or damaged; nothing was overwritten.</exception>
    public static SqliteJournal Open(SqliteJournalOptions options)
    {
        Directory.CreateDirectory(options.Folder);
        var folderLock = StoreLock.Take(Path.Combine(options.Folder, LockName));
        JournalDatabase? database = null;
        ReaderPool? readers = null;
        ActorIndex? index = null;
        try
        {
            var path = Path.Combine(options.Folder, FileName);
            database = JournalDatabase.Open(path);
            readers = new(path);
            index = ActorIndex.Open(Path.Combine(options.Folder, IndexFolder), options.IndexTableEntries);
            if (index.WrittenThrough > database.Head.Sequence)
            {
                throw new JournalRefused(JournalRefused.Damaged, $"The journal ends at {database.Head.Sequence}, but the index has seen {index.WrittenThrough}: records were lost. Restore the journal, or delete the folder 'index' to go on without them.");
            }

            CatchUp(readers, index, index.WrittenThrough, database.Head.Sequence);
            return new(options, folderLock, database, readers, index);
        }
        catch
        {
            index?.Dispose();
            readers?.Dispose();
            database?.Dispose();
            folderLock.Dispose();
            throw;
        }
    }

    public void Append(in EncodedRecord record, IAppendCompletion completion)
    {
        if (!queue.TryAdd(record, completion))
        {
            completion.Failed(AppendFailure.Unavailable);
        }
    }

    public ValueTask<IReadOnlyList<StoredRecord>> LoadAsync(ActorId actor, long afterVersion, CancellationToken cancel)
    {
        var asOf = DurableSequence;
        var found = readers.Newest(index, actor, asOf, afterVersion, int.MaxValue);
        found.Reverse();
        for (var i = 1; i < found.Count; i++)
        {
            if (found[i].Version != found[i - 1].Version + 1)
            {
                throw JournalReader.Damaged(found[i].Sequence, $"its actor's versions jump from {found[i - 1].Version} to {found[i].Version}");
            }
        }

        if (found.Count > 0 && found[0].Version != Math.Max(0, afterVersion) + 1)
        {
            throw JournalReader.Damaged(found[0].Sequence, $"its actor's version {afterVersion + 1} is missing");
        }

        if (found.Count > 0 || afterVersion == 0)
        {
            heads.Hint(actor, found.Count > 0 ? found[^1].Version : 0, asOf);
        }

        return new(found);
    }

    public IAsyncEnumerable<StoredRecord> ReadAsync(long afterSequence, CancellationToken cancel) => Read(Math.Max(0, afterSequence), DurableSequence, cancel);

    public ValueTask WaitBeyondAsync(long sequence, CancellationToken cancel) => durable.WaitBeyondAsync(sequence, cancel);

    public ValueTask DisposeAsync()
    {
        if (!disposed)
        {
            disposed = true;
            writer.Dispose();
            index.Dispose();
            durable.Close();
            folderLock.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Brings the index from what is written of it to the journal's end.</summary>
    internal static void CatchUp(ReaderPool readers, ActorIndex index, long after, long through)
    {
        while (after < through)
        {
            foreach (var row in readers.Read(reader => reader.RowsFrom(reader.RowOf(after + 1).First, through, ScanBytes)))
            {
                index.MakeRoom(row.Count);
                var sequence = row.First - 1;
                var cursor = new RowCursor(row.Body);
                while (cursor.Next())
                {
                    if (++sequence > after)
                    {
                        index.Add(ActorHash.Of(cursor.Actor), sequence);
                    }
                }

                after = row.Last;
            }
        }
    }

#pragma warning disable CS1998 // SQLite reads synchronously; the port is asynchronous for stores that do not.
    private async IAsyncEnumerable<StoredRecord> Read(long after, long end, [EnumeratorCancellation] CancellationToken cancel)
#pragma warning restore CS1998
    {
        var records = new RecordReader();
        var found = new List<StoredRecord>();
        while (after < end)
        {
            cancel.ThrowIfCancellationRequested();
            var from = after + 1;
            foreach (var row in readers.Read(reader => reader.RowsFrom(reader.RowOf(from).First, end, ScanBytes)))
            {
                found.Clear();
                records.Read(row, after, end, found);
                foreach (var record in found)
                {
                    yield return record;
                }

                after = row.Last;
            }
        }
    }
}
