using Santral.Engine.Ports;
using Santral.Journal;

namespace Santral.Benchmarks.Journal;

/// <summary>A way to lay records down, committed group by group by one thread without any queue. Every layout can find an actor's records.</summary>
public interface ILayout : IDisposable
{
    void Commit(ReadOnlySpan<EncodedRecord> group);

    /// <summary>Waits until the index has caught up, so that no layout hides work in its lag.</summary>
    void Settle();
}

/// <summary>One row per record, and optionally a unique index of (actor, version) in the same transaction.</summary>
public sealed class RowPerRecord : ILayout
{
    private readonly SqliteFile file;
    private readonly SqliteStatement insert;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly IndexBehind? behind;
    private readonly Action? afterCommit;
    private long sequence;

    public RowPerRecord(string folder, bool indexInTransaction, Action? afterCommit)
    {
        this.afterCommit = afterCommit;
        file = SqliteFile.Open(Path.Combine(folder, "rows.db"));
        file.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536");
        var unique = indexInTransaction ? ", UNIQUE (actor, version)" : "";
        file.Execute($"CREATE TABLE record (sequence INTEGER PRIMARY KEY, actor TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL{unique})");
        insert = file.Prepare("INSERT INTO record VALUES (?, ?, ?, ?)");
        begin = file.Prepare("BEGIN IMMEDIATE");
        commit = file.Prepare("COMMIT");
        behind = indexInTransaction ? null : new(folder);
    }

    public void Commit(ReadOnlySpan<EncodedRecord> group)
    {
        begin.Run();
        foreach (var record in group)
        {
            insert.Bind(1, ++sequence).Bind(2, record.Actor.ToString()).Bind(3, record.Version).Bind(4, record.Bytes.Span).Run();
            behind?.Add(ActorHash.Of(record.Actor), sequence);
        }

        commit.Run();
        afterCommit?.Invoke();
    }

    public void Settle() => behind?.Settle();

    public void Dispose()
    {
        behind?.Dispose();
        file.Dispose();
    }
}

/// <summary>An index as a B-tree in a file of its own, filled by another thread in sorted transactions.</summary>
public sealed class IndexBehind : IDisposable
{
    private const int BatchEntries = 65_536;
    private readonly SqliteFile file;
    private readonly Thread thread;
    private readonly object gate = new();
    private List<IndexEntry> filling = [];
    private bool writing;
    private bool closed;

    public IndexBehind(string folder)
    {
        file = SqliteFile.Open(Path.Combine(folder, "index.db"));
        file.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; CREATE TABLE entry (hash INTEGER, sequence INTEGER, PRIMARY KEY (hash, sequence)) WITHOUT ROWID");
        thread = new(Run) { IsBackground = true };
        thread.Start();
    }

    internal void Add(ulong hash, long sequence)
    {
        lock (gate)
        {
            while (filling.Count >= BatchEntries)
            {
                Monitor.Wait(gate);
            }

            filling.Add(new(hash, sequence));
            if (filling.Count == BatchEntries)
            {
                Monitor.PulseAll(gate);
            }
        }
    }

    public void Settle()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
            while (writing || filling.Count > 0)
            {
                Monitor.Wait(gate);
            }
        }
    }

    public void Dispose()
    {
        Settle();
        thread.Join();
        file.Dispose();
    }

    private void Run()
    {
        using var insert = file.Prepare("INSERT INTO entry VALUES (?, ?)");
        while (true)
        {
            List<IndexEntry> batch;
            lock (gate)
            {
                writing = false;
                Monitor.PulseAll(gate);
                while (filling.Count < BatchEntries && !closed)
                {
                    Monitor.Wait(gate);
                }

                if (filling.Count == 0)
                {
                    return;
                }

                (batch, filling) = (filling, []);
                writing = true;
                Monitor.PulseAll(gate);
            }

            batch.Sort();
            file.Execute("BEGIN");
            foreach (var entry in batch)
            {
                insert.Bind(1, (long)entry.Hash).Bind(2, entry.Sequence).Run();
            }

            file.Execute("COMMIT");
        }
    }
}

/// <summary>Packed rows in the hash chain, with the index behind as a B-tree or as the product's sorted segments.</summary>
public sealed class Packed : ILayout
{
    private readonly JournalDatabase database;
    private readonly PackedRow row = new();
    private readonly byte[] link = new byte[HashChain.LinkBytes];
    private readonly ActorIndex? segments;
    private readonly IndexBehind? tree;
    private readonly Checkpointer checkpointer;
    private readonly Action? afterCommit;
    private readonly int rowBytes;

    public Packed(string folder, bool segments, int rowBytes, Action? afterCommit)
    {
        (this.afterCommit, this.rowBytes) = (afterCommit, rowBytes);
        var path = Path.Combine(folder, SqliteJournal.FileName);
        database = JournalDatabase.Open(path);
        checkpointer = new(path, new() { Folder = folder });
        this.segments = segments ? ActorIndex.Open(Path.Combine(folder, SqliteJournal.IndexFolder)) : null;
        tree = segments ? null : new(folder);
    }

    public void Commit(ReadOnlySpan<EncodedRecord> group)
    {
        segments?.MakeRoom(group.Length);
        database.Head.Link.CopyTo(link, 0);
        var (sequence, first, bytes) = (database.Head.Sequence, database.Head.Sequence + 1, 0L);
        database.Begin();
        foreach (var record in group)
        {
            var hash = row.Add(record);
            sequence++;
            segments?.Add(hash, sequence);
            tree?.Add(hash, sequence);
            if (row.Length >= rowBytes || sequence == database.Head.Sequence + group.Length)
            {
                bytes += row.Length;
                database.Insert(first, row, link);
                first = sequence + 1;
                row.Clear();
            }
        }

        database.Commit(new(sequence, link));
        afterCommit?.Invoke();
        checkpointer.Written(database, bytes);
    }

    public void Settle()
    {
        segments?.Settle();
        tree?.Settle();
    }

    public void Dispose()
    {
        checkpointer.Dispose();
        segments?.Dispose();
        tree?.Dispose();
        database.Dispose();
    }
}
