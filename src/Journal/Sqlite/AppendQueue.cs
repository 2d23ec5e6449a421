using Santral.Engine.Ports;

namespace Santral.Journal;

internal readonly record struct QueuedAppend(EncodedRecord Record, IAppendCompletion Completion, long Ticket);

/// <summary>
/// What waits for the writer, in order and bounded. Two arrays take turns: callers fill one while the writer works on the
/// other, so nothing is allocated per record.
/// </summary>
internal sealed class AppendQueue(TimeProvider time)
{
    private const int InitialCapacity = 1024;

    private readonly object gate = new();
    private QueuedAppend[] filling = new QueuedAppend[InitialCapacity];
    private QueuedAppend[] spare = new QueuedAppend[InitialCapacity];
    private int count;
    private int unreleased;
    private long unreleasedBytes;
    private long lastTicket;
    private long fillingSince;
    private long takenSince;
    private bool closed;
    private bool writerWaits;

    public long LastTicket
    {
        get
        {
            lock (gate)
            {
                return lastTicket;
            }
        }
    }

    public TimeSpan OldestPending
    {
        get
        {
            lock (gate)
            {
                return unreleased == 0 ? TimeSpan.Zero : time.GetElapsedTime(unreleased > count ? takenSince : fillingSince);
            }
        }
    }

    /// <summary>False at a bound or after <see cref="Close"/>.</summary>
    public bool TryAdd(in EncodedRecord record, IAppendCompletion completion)
    {
        lock (gate)
        {
            var bytes = record.Bytes.Length;
            if (closed || unreleased >= JournalLimits.MaxUnreleasedRecords || unreleasedBytes + bytes > JournalLimits.MaxUnreleasedBytes || bytes > JournalLimits.MaxRecordBytes)
            {
                return false;
            }

            if (count == filling.Length)
            {
                Array.Resize(ref filling, Math.Min(count * 2, JournalLimits.MaxUnreleasedRecords));
            }

            if (count == 0)
            {
                fillingSince = time.GetTimestamp();
            }

            filling[count++] = new(record, completion, ++lastTicket);
            unreleased++;
            unreleasedBytes += bytes;
            if (writerWaits)
            {
                writerWaits = false;
                Monitor.Pulse(gate);
            }

            return true;
        }
    }

    /// <summary>
    /// Everything queued so far. Waits for something, but no longer than <paramref name="patience"/>; the array is the writer's
    /// until it takes again. Null when closed and empty.
    /// </summary>
    public (QueuedAppend[] Items, int Count)? Take(TimeSpan patience)
    {
        lock (gate)
        {
            if (count == 0 && !closed)
            {
                writerWaits = true;
                Monitor.Wait(gate, patience);
                writerWaits = false;
            }

            if (count == 0)
            {
                return closed ? null : ([], 0);
            }

            var taken = (filling, count);
            takenSince = fillingSince;
            (filling, spare) = (spare, filling);
            count = 0;
            return taken;
        }
    }

    public void Released(int records, long bytes)
    {
        lock (gate)
        {
            unreleased -= records;
            unreleasedBytes -= bytes;
        }
    }

    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }
}
