using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>
/// The one thread that commits: it takes whatever is queued, keeps out what conflicts, packs the rest into rows, commits
/// once, and only then calls the completions, in append order. After a fault it finds out by itself what became of the
/// commit and when the disk takes writes again.
/// </summary>
internal sealed class JournalWriter : IDisposable
{
    /// <summary>A row is closed when it has so many bytes: reading one record reads one row.</summary>
    public const int RowBytes = 32 * 1024;

    /// <summary>Records and bytes of one commit, which bounds its time.</summary>
    public const int GroupRecords = 8_192;
    public const int GroupBytes = 4 * 1024 * 1024;

    private static readonly TimeSpan ProbeEvery = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SqliteJournalOptions options;
    private readonly string path;
    private readonly AppendQueue queue;
    private readonly ActorIndex index;
    private readonly HeadCache heads;
    private readonly DurableSignal durable;
    private readonly Checkpointer checkpointer;
    private readonly ReaderPool readers;
    private readonly AppendFence fence = new();
    private readonly PackedRow row = new();
    private readonly AppendFailure?[] failures = new AppendFailure?[GroupRecords];
    private readonly ulong[] hashes = new ulong[GroupRecords];
    private readonly byte[] link = new byte[HashChain.LinkBytes];
    private readonly int groupRecords;
    private readonly Thread thread;
    private JournalDatabase? database;
    private volatile string? problem;

    public JournalWriter(SqliteJournalOptions options, string path, JournalDatabase database, AppendQueue queue, ActorIndex index, HeadCache heads, DurableSignal durable, ReaderPool readers)
    {
        (this.options, this.path, this.database, this.queue, this.index, this.heads, this.durable, this.readers) = (options, path, database, queue, index, heads, durable, readers);
        groupRecords = Math.Min(GroupRecords, options.IndexTableEntries);
        checkpointer = new(path, options);
        thread = new(Run) { IsBackground = true, Name = "journal writer", Priority = ThreadPriority.AboveNormal };
        thread.Start();
    }

    /// <summary>Why appends fail now, or null.</summary>
    public string? Problem => problem;

    public void Dispose()
    {
        queue.Close();
        thread.Join();
        checkpointer.Dispose();
        // The last connection to close empties the log; a read-only one could not.
        readers.Dispose();
        database?.Dispose();
    }

    private void Run()
    {
        while (queue.Take(problem is null ? Patience : ProbeEvery) is { } taken)
        {
            if (taken.Count == 0)
            {
                if (problem is not null)
                {
                    Recover();
                }

                continue;
            }

            var items = taken.Items.AsSpan(0, taken.Count);
            for (var start = 0; start < items.Length;)
            {
                var group = Group(items[start..]);
                Commit(group);
                start += group.Length;
            }

            items.Clear();
        }
    }

    private Span<QueuedAppend> Group(Span<QueuedAppend> items)
    {
        var count = 0;
        for (var bytes = 0; count < items.Length && count < groupRecords && bytes < GroupBytes; count++)
        {
            bytes += items[count].Record.Bytes.Length;
        }

        return items[..count];
    }

    private void Commit(Span<QueuedAppend> group)
    {
        var before = durable.Sequence;
        failures.AsSpan(0, group.Length).Clear();
        var lost = Write(group, before);
        if (lost is null)
        {
            var sequence = before;
            for (var i = 0; i < group.Length; i++)
            {
                if (failures[i] is null)
                {
                    index.Add(hashes[i], ++sequence);
                }
            }

            if (sequence > before)
            {
                durable.Advance(sequence);
            }
        }
        else
        {
            heads.Clear(before);
        }

        Complete(group, before, lost);
    }

    /// <summary>Null when everything that does not conflict is durable.</summary>
    private AppendFailure? Write(Span<QueuedAppend> group, long before)
    {
        if (database is null && !Recover())
        {
            return AppendFailure.Unavailable;
        }

        var committing = false;
        long after = before;
        try
        {
            options.Keys?.Flush();
            index.MakeRoom(group.Length);
            var count = KeepOutConflicts(group, before);
            if (count == 0)
            {
                return null;
            }

            options.BeforeCommit?.Invoke(database!);
            after = before + count;
            database!.Begin();
            database.Head.Link.CopyTo(link, 0);
            var bytes = Insert(group, before);
            committing = true;
            database.Commit(new(after, link));
            options.AfterCommit?.Invoke();
            problem = null;
            checkpointer.Written(database, bytes);
            return null;
        }
        catch (Exception fault) when (fault is SqliteFailure or IOException or UnauthorizedAccessException or JournalRefused)
        {
            problem = fault.Message;
            return FindOut(committing, before, after);
        }
    }

    /// <summary>Marks what conflicts in <see cref="failures"/>; gives the number of records that do not.</summary>
    private int KeepOutConflicts(Span<QueuedAppend> group, long before)
    {
        heads.TakeHints(before);
        var count = 0;
        for (var i = 0; i < group.Length; i++)
        {
            ref var item = ref group[i];
            failures[i] = fence.Blocks(item.Record.Actor, item.Ticket);
            if (failures[i] is not null)
            {
                continue;
            }

            if (item.Record.Version == LastVersion(item.Record.Actor, before) + 1)
            {
                heads.Set(item.Record.Actor, item.Record.Version, before);
                count++;
            }
            else
            {
                failures[i] = AppendFailure.Conflict;
                // Its later records in this group fail too; the fence is raised again when its owner has heard.
                fence.Raise(item.Record.Actor, queue.LastTicket);
            }
        }

        return count;
    }

    private long LastVersion(in ActorId actor, long before)
    {
        if (heads.TryGet(actor, out var version))
        {
            return version;
        }

        version = readers.LastVersion(index, actor, before);
        heads.Set(actor, version, before);
        return version;
    }

    /// <summary>Gives the bytes written.</summary>
    private long Insert(Span<QueuedAppend> group, long before)
    {
        long bytes = 0;
        var first = before + 1;
        row.Clear();
        for (var i = 0; i < group.Length; i++)
        {
            if (failures[i] is not null)
            {
                continue;
            }

            hashes[i] = row.Add(group[i].Record);
            if (row.Length >= RowBytes)
            {
                Close();
            }
        }

        if (row.Count > 0)
        {
            Close();
        }

        return bytes;

        void Close()
        {
            database!.Insert(first, row, link);
            first += row.Count;
            bytes += row.Length;
            row.Clear();
        }
    }

    /// <summary>After a fault: what became of the commit, read from a file that a checkpoint has made certain.</summary>
    private AppendFailure? FindOut(bool committing, long before, long after)
    {
        try
        {
            database?.Rollback();
            if (!committing)
            {
                return AppendFailure.Unavailable;
            }
        }
        catch (SqliteFailure)
        {
            if (!committing)
            {
                Abandon();
                return AppendFailure.Unavailable;
            }
        }

        // The frames of a failed commit may still stand in the log and come back after a crash; only an emptied log settles it.
        Abandon();
        try
        {
            database = Reopen();
        }
        catch (Exception fault) when (fault is SqliteFailure or JournalRefused or IOException)
        {
            return AppendFailure.Unknown;
        }

        return database.Head.Sequence == after ? null : database.Head.Sequence == before ? AppendFailure.Unavailable : AppendFailure.Unknown;
    }

    /// <summary>True when the journal takes writes again. What an unknown commit left is taken over.</summary>
    private bool Recover()
    {
        try
        {
            if (database is null)
            {
                database = Reopen();
                heads.Clear(durable.Sequence);
                SqliteJournal.CatchUp(readers, index, durable.Sequence, database.Head.Sequence);
                if (database.Head.Sequence > durable.Sequence)
                {
                    durable.Advance(database.Head.Sequence);
                }
            }

            options.BeforeCommit?.Invoke(database);
            database.Probe();
            problem = null;
            return true;
        }
        catch (Exception fault) when (fault is SqliteFailure or JournalRefused or IOException)
        {
            problem = fault.Message;
            try
            {
                database?.Rollback();
            }
            catch (SqliteFailure)
            {
                Abandon();
            }

            return false;
        }
    }

    private JournalDatabase Reopen()
    {
        var opened = JournalDatabase.Open(path);
        try
        {
            return opened.Checkpoint("TRUNCATE") ? opened : throw new IOException("The log could not be emptied while somebody reads.");
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private void Abandon()
    {
        database?.Dispose();
        database = null;
    }

    private void Complete(Span<QueuedAppend> group, long sequence, AppendFailure? lost)
    {
        long bytes = 0;
        for (var i = 0; i < group.Length; i++)
        {
            ref var item = ref group[i];
            bytes += item.Record.Bytes.Length;
            if ((lost ?? failures[i]) is not { } failure)
            {
                item.Completion.Durable(++sequence);
                continue;
            }

            item.Completion.Failed(failure);
            if (failure == AppendFailure.Conflict)
            {
                fence.Raise(item.Record.Actor, queue.LastTicket);
            }
        }

        if (lost is not null)
        {
            fence.RaiseForAll(queue.LastTicket);
        }

        fence.Passed(group[^1].Ticket);
        queue.Released(group.Length, bytes);
    }
}
