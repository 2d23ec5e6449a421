namespace Santral.Journal;

/// <summary>The highest durable sequence, and a way to wait for more without polling.</summary>
internal sealed class DurableSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource? next;
    private long sequence;
    private bool closed;

    public long Sequence => Volatile.Read(ref sequence);

    public void Advance(long to)
    {
        TaskCompletionSource? waiting;
        lock (gate)
        {
            Volatile.Write(ref sequence, to);
            (waiting, next) = (next, null);
        }

        waiting?.TrySetResult();
    }

    /// <summary>Whoever waits, and whoever comes later, gets <see cref="ObjectDisposedException"/>.</summary>
    public void Close()
    {
        TaskCompletionSource? waiting;
        lock (gate)
        {
            closed = true;
            (waiting, next) = (next, null);
        }

        waiting?.TrySetResult();
    }

    public async ValueTask WaitBeyondAsync(long above, CancellationToken cancel)
    {
        while (Sequence <= above)
        {
            Task task;
            lock (gate)
            {
                if (sequence > above)
                {
                    return;
                }

                ObjectDisposedException.ThrowIf(closed, this);
                task = (next ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await task.WaitAsync(cancel).ConfigureAwait(false);
        }
    }
}
