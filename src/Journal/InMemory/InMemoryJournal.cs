using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>What an <see cref="InMemoryJournal"/> leaves behind when it is closed: the disk of a test.</summary>
public sealed class InMemoryStore
{
    internal Lock Gate { get; } = new();
    internal List<StoredRecord> Records { get; } = [];
    internal Dictionary<ActorId, List<int>> ByActor { get; } = [];
}

/// <summary>
/// The journal of tests and of the simulation: the same contract, no threads of its own, faults on demand. Unless it is
/// held, a record is committed and completed inside <see cref="Append"/>, on the caller's thread.
/// </summary>
public sealed class InMemoryJournal : IJournal
{
    private readonly Lock gate = new();
    private readonly InMemoryStore store;
    private readonly TimeProvider time;
    private readonly IKeyStore? keys;
    private readonly DurableSignal durable = new();
    private readonly AppendFence fence = new();
    private readonly Queue<Pending> queue = new();
    private readonly Queue<(AppendFailure Failure, bool Stored)> faults = new();
    private long lastTicket;
    private long unreleasedBytes;
    private int unreleased;
    private bool held;
    private bool draining;
    private bool closed;
    private string? problem;

    public InMemoryJournal(InMemoryStore? store = null, TimeProvider? time = null, IKeyStore? keys = null)
    {
        this.store = store ?? new();
        this.time = time ?? TimeProvider.System;
        this.keys = keys;
        durable.Advance(this.store.Records.Count);
    }

    public long DurableSequence => durable.Sequence;

    public JournalHealth Health
    {
        get
        {
            lock (gate)
            {
                var oldest = queue.TryPeek(out var first) ? time.GetElapsedTime(first.Since) : TimeSpan.Zero;
                return new(problem is null, oldest, problem);
            }
        }
    }

    /// <summary>From now on appends stay queued until <see cref="Release"/>.</summary>
    public void Hold()
    {
        lock (gate)
        {
            held = true;
        }
    }

    /// <summary>Commits everything held, in order, on this thread.</summary>
    public void Release()
    {
        lock (gate)
        {
            held = false;
        }

        Drain();
    }

    /// <summary>The next record to be committed fails so. For <see cref="AppendFailure.Unknown"/>, <paramref name="stored"/> says what really happened.</summary>
    public void FailNext(AppendFailure failure, bool stored = false)
    {
        lock (gate)
        {
            faults.Enqueue((failure, stored && failure == AppendFailure.Unknown));
        }
    }

    public void Append(in EncodedRecord record, IAppendCompletion completion)
    {
        bool refused;
        lock (gate)
        {
            refused = closed || unreleased >= JournalLimits.MaxUnreleasedRecords
                || unreleasedBytes + record.Bytes.Length > JournalLimits.MaxUnreleasedBytes || record.Bytes.Length > JournalLimits.MaxRecordBytes;
            if (!refused)
            {
                unreleased++;
                unreleasedBytes += record.Bytes.Length;
                queue.Enqueue(new(record with { Bytes = record.Bytes.ToArray() }, completion, ++lastTicket, time.GetTimestamp()));
            }
        }

        if (refused)
        {
            completion.Failed(AppendFailure.Unavailable);
            return;
        }

        Drain();
    }

    public ValueTask<IReadOnlyList<StoredRecord>> LoadAsync(ActorId actor, long afterVersion, CancellationToken cancel)
    {
        lock (store.Gate)
        {
            IReadOnlyList<StoredRecord> found = store.ByActor.TryGetValue(actor, out var places)
                ? places.Skip((int)Math.Min(afterVersion, places.Count)).Select(place => store.Records[place]).ToList()
                : [];
            return new(found);
        }
    }

    public IAsyncEnumerable<StoredRecord> ReadAsync(long afterSequence, CancellationToken cancel) => Read(afterSequence, DurableSequence, cancel);

    public ValueTask WaitBeyondAsync(long sequence, CancellationToken cancel) => durable.WaitBeyondAsync(sequence, cancel);

    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closed = true;
            held = false;
        }

        Drain();
        durable.Close();
        return ValueTask.CompletedTask;
    }

#pragma warning disable CS1998 // A list needs no waiting; the port is asynchronous for those that do.
    private async IAsyncEnumerable<StoredRecord> Read(long after, long end, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
#pragma warning restore CS1998
    {
        for (var sequence = after + 1; sequence <= end; sequence++)
        {
            cancel.ThrowIfCancellationRequested();
            StoredRecord record;
            lock (store.Gate)
            {
                record = store.Records[(int)sequence - 1];
            }

            yield return record;
        }
    }

    /// <summary>Only one caller drains at a time, so that completions keep the order of appends even when a completion appends.</summary>
    private void Drain()
    {
        lock (gate)
        {
            if (draining)
            {
                return;
            }

            draining = true;
        }

        while (true)
        {
            Pending item;
            AppendFailure? failure;
            lock (gate)
            {
                if (held || !queue.TryPeek(out item))
                {
                    draining = false;
                    return;
                }

                failure = Commit(item);
                queue.Dequeue();
            }

            Complete(item, failure);
        }
    }

    /// <summary>Null when the record is now durable.</summary>
    private AppendFailure? Commit(in Pending item)
    {
        if (fence.Blocks(item.Record.Actor, item.Ticket) is { } fenced)
        {
            return fenced;
        }

        lock (store.Gate)
        {
            if (!store.ByActor.TryGetValue(item.Record.Actor, out var places))
            {
                places = [];
            }

            if (faults.TryDequeue(out var fault) && !fault.Stored)
            {
                return fault.Failure;
            }

            if (item.Record.Version != places.Count + 1)
            {
                return AppendFailure.Conflict;
            }

            keys?.Flush();
            store.ByActor[item.Record.Actor] = places;
            places.Add(store.Records.Count);
            store.Records.Add(new(store.Records.Count + 1, item.Record.Actor, item.Record.Version, item.Record.Bytes));
            durable.Advance(store.Records.Count);
            return fault.Stored ? AppendFailure.Unknown : null;
        }
    }

    private void Complete(in Pending item, AppendFailure? failure)
    {
        if (failure is { } code)
        {
            problem = code == AppendFailure.Conflict ? problem : $"An append failed: {code}.";
            item.Completion.Failed(code);
        }
        else
        {
            problem = null;
            item.Completion.Durable(DurableSequence);
        }

        lock (gate)
        {
            unreleased--;
            unreleasedBytes -= item.Record.Bytes.Length;
            switch (failure)
            {
                case AppendFailure.Conflict:
                    fence.Raise(item.Record.Actor, lastTicket);
                    break;
                case AppendFailure.Unavailable or AppendFailure.Unknown:
                    fence.RaiseForAll(lastTicket);
                    break;
                case null:
                    break;
            }

            fence.Passed(item.Ticket);
        }
    }

    private readonly record struct Pending(EncodedRecord Record, IAppendCompletion Completion, long Ticket, long Since);
}
