using Santral.Domain.Kernel;

namespace Santral.Engine.Ports;

/// <summary>Carries out the effects of one port. Called at least once per effect; names derive from the effect's id, so a repeat harms nothing.</summary>
public interface IEffectPort
{
    /// <summary>One of <see cref="Santral.Domain.Kernel.Ports"/>.</summary>
    string Port { get; }

    /// <summary>
    /// True when a repeat could be seen by a citizen: the engine then journals that the attempt starts before it calls
    /// <see cref="RunAsync"/>, and after a crash asks <see cref="SettleAsync"/> instead of running it again.
    /// </summary>
    bool RepeatIsVisible { get; }

    ValueTask<EffectResult> RunAsync(EffectCall call, CancellationToken cancel);

    /// <summary>Finds out what became of an attempt whose answer was lost.</summary>
    ValueTask<EffectResult> SettleAsync(EffectCall call, CancellationToken cancel);
}

/// <param name="Id"><c>actor/version/ordinal</c>, for ever the same for this effect.</param>
/// <param name="StartedAt">When the attempt that is to be settled was journalled; null for one that is to be run.</param>
public sealed record EffectCall(string Id, ActorId Source, IEffect Effect, DateTimeOffset NotAfter, int Attempt, DateTimeOffset? StartedAt = null);

public abstract record EffectResult
{
    private EffectResult()
    {
    }

    public sealed record Done(string? Result = null) : EffectResult;
    public sealed record Failed(string Code) : EffectResult;

    /// <summary>A passing fault and certainly not carried out; try again after the delay, until <c>notAfter</c>.</summary>
    public sealed record Retry(TimeSpan After) : EffectResult;
    public sealed record InDoubt : EffectResult;
}
