using Santral.Engine.Ports;

namespace Santral.Silo.Health;

/// <summary>Red when appends fail, or when the oldest has waited longer than a caller should.</summary>
internal sealed class JournalProbe(IJournal journal) : IHealthProbe
{
    /// <summary>From here on new calls belong to the switch's fallback.</summary>
    private static readonly TimeSpan Stalled = TimeSpan.FromSeconds(2);

    public string Name => "journal";

    public Santral.Engine.Ports.Health Check() => journal.Health switch
    {
        { Writable: false, Problem: var problem } => new(false, "not writable", problem),
        { OldestPending: var oldest } when oldest > Stalled => new(false, "stalled", $"The oldest append has waited {oldest.TotalSeconds:0.0} s."),
        _ => new(true, "writable"),
    };
}
