using Santral.Domain.Packs;

namespace Santral.Domain.Kernel;

/// <summary>Who stands behind a command, stored with the record: G7 says who, when, why and through which channel.</summary>
/// <param name="Who">A sign-in name, a provider's name, or <c>system</c>.</param>
/// <param name="Role">The role under which they acted.</param>
/// <param name="Channel">console, telephony, messaging, intake, alarm, engine...</param>
/// <param name="Why">A reason the person gave, if any. Never personal data.</param>
public readonly record struct Origin(string Who, string Role, string Channel, string? Why = null)
{
    public static Origin System { get; } = new("system", "system", "engine");
}

/// <summary>All that a decider may know besides its state and the command.</summary>
/// <param name="Now">Never below the actor's last.</param>
public readonly record struct Context(DateTimeOffset Now, Pack Pack, CommandId CommandId, Origin By)
{
    /// <summary>The nth new id of this command.</summary>
    public Guid NewId(int ordinal) => UuidV8.Of(CommandId, ordinal);
}

/// <summary>
/// A deterministic state machine. <c>Decide</c> is pure; <c>Evolve</c> may change in place the one state it owns.
/// No input or output, clock, randomness, async or culture.
/// </summary>
public interface IDecider<TState, TCommand, TEvent>
    where TState : class
    where TCommand : ICommand
    where TEvent : IEvent
{
    /// <summary>One of <see cref="ActorKinds"/>.</summary>
    string Kind { get; }

    TState Initial(string key);

    Outcome Decide(TState state, TCommand command, in Context context);

    /// <summary>What to do when a send was refused or an effect ended. Most answer by a command of their own.</summary>
    Outcome Notice(TState state, Notice notice, in Context context);

    TState Evolve(TState state, TEvent @event);
}
