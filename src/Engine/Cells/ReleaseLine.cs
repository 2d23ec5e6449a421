using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Engine.Cells;

/// <summary>
/// Everything that leaves an actor waits here until the last decision it may rest on is durable: replies, rejections and
/// repeated answers alike. Decisions are released in the order in which they were made.
/// </summary>
internal sealed class ReleaseLine
{
    private readonly Lock gate = new();
    private readonly LinkedList<Pending> pending = new();
    private long durableSequence;

    public int Count
    {
        get
        {
            lock (gate)
            {
                return pending.Count;
            }
        }
    }

    /// <summary>After loading: the sequence of the actor's last record.</summary>
    public void Loaded(long sequence) => durableSequence = sequence;

    /// <summary>Opens the next place in the line; the journal's answer closes it.</summary>
    public Pending Add(DecisionRecord record)
    {
        var place = new Pending(record);
        lock (gate)
        {
            pending.AddLast(place);
        }

        return place;
    }

    /// <summary>Answers when all decisions made so far are durable, at once if they are.</summary>
    public void Release(Delivery delivery, IReply? value, Rejected? rejected)
    {
        lock (gate)
        {
            if (pending.Last is { } last)
            {
                last.Value.Waiting.Add(new(delivery, value, rejected));
                return;
            }
        }

        delivery.Complete(Draft(value, rejected, Volatile.Read(ref durableSequence)));
    }

    public void Durable(Pending place, long sequence)
    {
        lock (gate)
        {
            if (pending.First?.Value != place)
            {
                throw new InvalidOperationException("The journal completed an actor's records out of order.");
            }

            pending.RemoveFirst();
            durableSequence = sequence;
        }

        foreach (var waiting in place.Waiting)
        {
            waiting.Delivery.Complete(Draft(waiting.Value, waiting.Rejected, sequence));
        }
    }

    /// <summary>The record and all that came after it will not be released.</summary>
    public int Drop(Pending place, Reply answer)
    {
        var dropped = new List<Pending>();
        lock (gate)
        {
            while (pending.Last is { } last && pending.Contains(place))
            {
                dropped.Add(last.Value);
                pending.RemoveLast();
            }
        }

        foreach (var waiting in dropped.SelectMany(p => p.Waiting))
        {
            waiting.Delivery.Complete(answer);
        }

        return dropped.Count;
    }

    private static Reply Draft(IReply? value, Rejected? rejected, long sequence) =>
        rejected is null ? new Reply.Accepted(value, sequence) : new Reply.Rejected(rejected.Code, rejected.Detail);

    internal sealed class Pending(DecisionRecord record)
    {
        public DecisionRecord Record { get; } = record;
        public List<Waiting> Waiting { get; } = [];
    }

    internal readonly record struct Waiting(Delivery Delivery, IReply? Value, Rejected? Rejected);
}
