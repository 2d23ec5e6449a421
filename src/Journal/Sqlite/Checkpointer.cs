namespace Santral.Journal;

/// <summary>
/// Moves the log into the file beside the commits, not between them. Only when the log would pass its limit does the writer
/// itself make it start anew, and then little is left to move.
/// </summary>
internal sealed class Checkpointer : IDisposable
{
    private readonly SqliteJournalOptions options;
    private readonly string path;
    private readonly object turn = new();
    private readonly Lock running = new();
    private readonly Thread thread;
    private bool due;
    private bool closed;
    private long sinceSignal;
    private long sinceReset;

    public Checkpointer(string path, SqliteJournalOptions options)
    {
        (this.path, this.options) = (path, options);
        thread = new(Run) { IsBackground = true, Name = "journal checkpoint", Priority = ThreadPriority.BelowNormal };
        thread.Start();
    }

    /// <summary>The writer, after each commit.</summary>
    public void Written(JournalDatabase database, long rowBytes)
    {
        // A commit also writes the head's page, a leaf of the tree, and rounds up to whole pages.
        var bytes = rowBytes + (3 * SqliteJournal.PageBytes);
        sinceSignal += bytes;
        sinceReset += bytes;
        if (sinceSignal >= options.CheckpointEveryBytes)
        {
            sinceSignal = 0;
            if (sinceReset >= options.LogLimitBytes && TryReset(database))
            {
                return;
            }

            lock (turn)
            {
                due = true;
                Monitor.Pulse(turn);
            }
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            closed = true;
            Monitor.Pulse(turn);
        }

        thread.Join();
    }

    /// <summary>Waits for the other thread only when the log is at twice its limit.</summary>
    private bool TryReset(JournalDatabase database)
    {
        if (!running.TryEnter())
        {
            if (sinceReset < 2 * options.LogLimitBytes)
            {
                return false;
            }

            running.Enter();
        }

        try
        {
            if (database.Checkpoint("RESTART"))
            {
                sinceReset = 0;
                return true;
            }
        }
        catch (SqliteFailure failure) when (failure.IsBusy || failure.IsFull)
        {
            // A reader is in the way or the disk is full; the next commits say so if it lasts.
        }
        finally
        {
            running.Exit();
        }

        return false;
    }

    private void Run()
    {
        while (Next())
        {
            lock (running)
            {
                try
                {
                    using var file = SqliteFile.Open(path);
                    file.Execute("PRAGMA wal_autocheckpoint = 0");
                    file.Number("PRAGMA wal_checkpoint(PASSIVE)");
                }
                catch (SqliteFailure)
                {
                    // The log keeps everything; the next turn tries again, and a broken disk shows itself in the commits.
                }
            }
        }
    }

    private bool Next()
    {
        lock (turn)
        {
            while (!due && !closed)
            {
                Monitor.Wait(turn);
            }

            due = false;
            return !closed;
        }
    }
}
