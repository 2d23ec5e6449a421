namespace Santral.Engine.Pump;

/// <summary>Waits that double from <see cref="First"/> to <see cref="Longest"/>.</summary>
internal struct Backoff()
{
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(20);
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private TimeSpan next = First;

    public Task WaitAsync(TimeProvider time, CancellationToken cancel)
    {
        var wait = next;
        next = next * 2 < Longest ? next * 2 : Longest;
        return Task.Delay(wait, time, cancel);
    }

    public void Reset() => next = First;
}
