namespace Santral.EndToEnd.Harness;

/// <summary>Waits for a named thing to become true in another process, with a deadline that says what did not happen.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task<T> Get<T>(string what, Func<Task<T?>> look, TimeSpan? within = null)
        where T : class
    {
        using var deadline = new CancellationTokenSource(within ?? Deadline);
        using var timer = new PeriodicTimer(Look);
        Exception? last = null;
        do
        {
            try
            {
                if (await look() is { } found)
                {
                    return found;
                }
            }
            catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
            {
                last = problem;
            }
        }
        while (await Tick(timer, deadline.Token));

        throw new TimeoutException($"Within {within ?? Deadline}: {what} did not happen.", last);
    }

    public static Task True(string what, Func<Task<bool>> look, TimeSpan? within = null) =>
        Get(what, async () => await look() ? "yes" : null, within);

    private static async Task<bool> Tick(PeriodicTimer timer, CancellationToken deadline)
    {
        try
        {
            return await timer.WaitForNextTickAsync(deadline);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
