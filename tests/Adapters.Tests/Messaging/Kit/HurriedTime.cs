namespace Santral.Adapters.Tests.Messaging.Kit;

/// <summary>A clock for code that waits between steps: each wait ends at once and moves the clock by what it asked for.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What was waited for, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (dueTime >= TimeSpan.Zero)
            {
                now += dueTime;
                Waits.Add(dueTime);
                ThreadPool.UnsafeQueueUserWorkItem(_ => callback(state), null);
            }
        }

        return new Spent();
    }

    private sealed class Spent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
