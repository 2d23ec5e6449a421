using Santral.Telephony.Switch;

namespace Santral.Telephony.Simulated;

/// <summary>One imagined citizen on the line, with what is still to happen. Guarded by the book.</summary>
internal sealed class Scene(SimulatedCaller caller, Leg leg) : IDisposable
{
    public const string Prompt = "prompt";
    public const string Key = "key";
    public const string Patience = "patience";
    public const string Talk = "talk";

    private readonly Dictionary<string, ITimer> timers = new(StringComparer.Ordinal);

    public SimulatedCaller Caller { get; } = caller;
    public Leg Leg { get; } = leg;
    public (string Name, long Since)? Recording { get; set; }

    public bool Has(string name) => timers.ContainsKey(name);

    public void Restart(string name, ITimer timer)
    {
        Stop(name);
        timers[name] = timer;
    }

    public void Stop(string name)
    {
        if (timers.Remove(name, out var timer))
        {
            timer.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var timer in timers.Values)
        {
            timer.Dispose();
        }

        timers.Clear();
    }
}
