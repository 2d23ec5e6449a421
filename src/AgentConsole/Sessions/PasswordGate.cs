namespace Santral.AgentConsole.Sessions;

/// <summary>
/// A password costs a tenth of a second of a core on purpose; so that sign-ins cannot starve calls only a few are checked at
/// one time and a short line waits. Beyond it the answer is "later".
/// </summary>
internal sealed class PasswordGate : IDisposable
{
    /// <summary>Sign-ins that wait for their turn: about three seconds.</summary>
    private const int MaxWaiting = 64;
    private readonly SemaphoreSlim turns = new(ConsoleLimits.PasswordChecks);
    private int waiting;

    /// <summary>Null when the line is full.</summary>
    public async Task<T?> RunAsync<T>(Func<T> check) where T : class
    {
        if (Interlocked.Increment(ref waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref waiting);
            return null;
        }

        try
        {
            await turns.WaitAsync().ConfigureAwait(false);
            try
            {
                return await Task.Run(check).ConfigureAwait(false);
            }
            finally
            {
                turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => turns.Dispose();
}
