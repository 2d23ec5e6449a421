namespace Santral.Engine.Pump;

/// <summary>
/// Runs items of one order one after another: sends of one (source, target), effects of one (source, port). Lanes run side by
/// side. An idle lane holds nothing and goes away.
/// </summary>
internal sealed class LaneSet<TKey, TItem>(Func<TItem, CancellationToken, Task> run, Action<Exception> failed, CancellationToken cancel)
    where TKey : notnull
{
    private readonly Dictionary<TKey, Queue<TItem>> lanes = [];
    private readonly Lock gate = new();

    public int Count
    {
        get
        {
            lock (gate)
            {
                return lanes.Count;
            }
        }
    }

    public void Add(TKey key, TItem item)
    {
        lock (gate)
        {
            if (lanes.TryGetValue(key, out var waiting))
            {
                waiting.Enqueue(item);
                return;
            }

            var lane = new Queue<TItem>();
            lane.Enqueue(item);
            lanes.Add(key, lane);
        }

        _ = Task.Run(() => DrainAsync(key), CancellationToken.None);
    }

    private async Task DrainAsync(TKey key)
    {
        while (Peek(key, out var item))
        {
            try
            {
                await run(item!, cancel).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                // The pump stops; what is left is owed by the journal and runs after the next start.
                return;
            }
            catch (Exception fault)
            {
                // A bug, not a refusal: the item stays owed by the journal and is tried after the next start.
                failed(fault);
            }
        }
    }

    private bool Peek(TKey key, out TItem? item)
    {
        lock (gate)
        {
            var lane = lanes[key];
            if (lane.TryDequeue(out item))
            {
                return true;
            }

            lanes.Remove(key);
            return false;
        }
    }
}
