namespace Santral.Engine.Pump;

/// <summary>One timer for all alarms of a pump, set to the earliest. Firing early or twice is harmless: who is due is read from the book.</summary>
internal sealed class AlarmClock : IDisposable
{
    /// <summary>The longest single wait; after it the clock looks again, so that a step of the wall clock costs no more than this.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly TimeProvider time;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private DateTimeOffset? next;
    private bool disposed;

    public AlarmClock(TimeProvider time, Action ring)
    {
        this.time = time;
        timer = time.CreateTimer(
            _ =>
            {
                lock (gate)
                {
                    next = null;
                }

                ring();
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    public void Set(DateTimeOffset? due)
    {
        lock (gate)
        {
            if (disposed || due is null || due >= next)
            {
                return;
            }

            next = due;
            var wait = due.Value - time.GetUtcNow();
            timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
        }

        timer.Dispose();
    }
}
