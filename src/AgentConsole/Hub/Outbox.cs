namespace Santral.AgentConsole.Hub;

/// <summary>
/// What waits for one console. Changes of one topic merge into one, the last row of each kind and id winning; beyond
/// <see cref="ConsoleLimits.OutboxBytes"/> a topic's rows are thrown away and the console is shown a gap, by which it fetches the
/// topic anew. A console that does not read costs this much and no more.
/// </summary>
internal sealed class Outbox : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Pending> pending = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private readonly SemaphoreSlim ready = new(0);
    private int bytes;

    /// <summary>Bytes of rows that wait.</summary>
    public int Bytes
    {
        get
        {
            lock (gate)
            {
                return bytes;
            }
        }
    }

    public void Add(WireChange change)
    {
        lock (gate)
        {
            var topic = Enter(change.Topic, change.Prev);
            topic.Seq = change.Seq;
            if (topic.Stale)
            {
                return;
            }

            foreach (var row in change.Changes)
            {
                bytes += topic.Put(row);
            }

            if (bytes > ConsoleLimits.OutboxBytes)
            {
                bytes -= topic.Bytes;
                topic.MakeStale();
            }
        }
    }

    /// <summary>The right was lost: nothing that waits may still go out.</summary>
    public void Revoke(string name)
    {
        lock (gate)
        {
            var topic = Enter(name, 0);
            bytes -= topic.Bytes;
            topic.MakeStale();
            topic.Revoked = true;
        }
    }

    /// <summary>A fresh snapshot holds all that waited.</summary>
    public void Forget(string name)
    {
        lock (gate)
        {
            if (pending.Remove(name, out var topic))
            {
                bytes -= topic.Bytes;
            }
        }
    }

    /// <summary>The next message: a <see cref="WireChange"/> or a <see cref="WireRevoked"/>.</summary>
    public async ValueTask<object> TakeAsync(CancellationToken cancel)
    {
        while (true)
        {
            await ready.WaitAsync(cancel).ConfigureAwait(false);
            lock (gate)
            {
                // A topic may have been forgotten, and even entered again, since it was put in line.
                if (order.TryDequeue(out var name) && pending.Remove(name, out var topic))
                {
                    bytes -= topic.Bytes;
                    return topic.Message(name);
                }
            }
        }
    }

    public void Dispose() => ready.Dispose();

    private Pending Enter(string name, long prev)
    {
        if (!pending.TryGetValue(name, out var topic))
        {
            pending.Add(name, topic = new() { Prev = prev });
            order.Enqueue(name);
            ready.Release();
        }

        return topic;
    }

    private sealed class Pending
    {
        private readonly Dictionary<(string, string), WireRow> rows = [];

        public long Prev { get; init; }
        public long Seq { get; set; }
        public int Bytes { get; private set; }
        public bool Stale { get; private set; }
        public bool Revoked { get; set; }

        public int Put(WireRow row)
        {
            var before = rows.TryGetValue((row.Kind, row.Id), out var old) ? old.Size : 0;
            rows[(row.Kind, row.Id)] = row;
            Bytes += row.Size - before;
            return row.Size - before;
        }

        public void MakeStale()
        {
            Stale = true;
            Bytes = 0;
            rows.Clear();
        }

        /// <summary>A stale topic says a <c>prev</c> that the console cannot have seen.</summary>
        public object Message(string name) => Revoked ? new WireRevoked(name)
            : Stale ? new WireChange(name, Seq, Seq, [])
            : new WireChange(name, Prev, Seq, [.. rows.Values]);
    }
}
