using Santral.Domain.Kernel;

namespace Santral.Engine.Ports;

/// <summary>
/// The one door to the actors, the same for every host. A reply arrives only after everything it rests on is durable.
/// </summary>
public interface IActors
{
    /// <param name="id">The caller's idempotency key: the same id is applied once, and answered alike, for 8 days.</param>
    ValueTask<Reply> AskAsync(ActorId target, ICommand command, CommandId id, Origin by, Lane lane = Lane.Normal, CancellationToken cancel = default);
}

/// <summary>The reserved lane keeps room for telephony events, alarms and effect results when consoles and intake already get 503.</summary>
public enum Lane
{
    Normal,
    Reserved,
}

/// <summary>What became of a command.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <param name="Sequence">The journal position to wait for so that one reads one's own writes.</param>
    public sealed record Accepted(IReply? Value, long Sequence) : Reply;

    /// <summary>A refusal of the decider; nothing changed.</summary>
    public sealed record Rejected(string Code, string? Detail) : Reply;

    /// <summary>Nothing is known to have changed; retry with the same command id. <c>RetryAfter</c> is a hint.</summary>
    public sealed record Unavailable(string Code, TimeSpan RetryAfter) : Reply;
}
