namespace Santral.Domain.Kernel;

/// <summary>Something an actor is asked to do. Named in the imperative.</summary>
public interface ICommand;

/// <summary>
/// A command that notes when the edge saw it. A provider's retry is seen later and yet is the same command, so that instant is
/// left out when the engine asks whether an id came back with another payload.
/// </summary>
public interface IArrival : ICommand
{
    ICommand WithoutArrival();
}

/// <summary>Something that happened and is stored for ever. Named in the past tense.</summary>
public interface IEvent;

/// <summary>The answer to a command, stored so that a repeated command gets the same one.</summary>
public interface IReply;

/// <summary>An imperative to a port outside the actors. Its outcome returns as a <see cref="Notice"/>.</summary>
public interface IEffect
{
    /// <summary>One of <see cref="Ports"/>; decides which adapter runs it.</summary>
    string Port { get; }
}

public static class Ports
{
    public const string Telephony = "telephony";
    public const string Messaging = "messaging";
}

/// <summary>What the engine tells an actor about its own sends and effects. Exactly one ends each effect.</summary>
public abstract record Notice : ICommand
{
    private Notice()
    {
    }

    /// <summary>The target refused the send; it will not be repeated.</summary>
    public sealed record SendRefused(ActorId Target, ICommand Command, string Code) : Notice;

    /// <summary>The effect was carried out. <paramref name="Result"/> is the port's own word, such as a provider's message id.</summary>
    public sealed record EffectDone(string EffectId, IEffect Effect, string? Result) : Notice;

    /// <summary>The effect was refused for good; <paramref name="Code"/> is stable.</summary>
    public sealed record EffectFailed(string EffectId, IEffect Effect, string Code) : Notice;

    /// <summary>The effect's <c>notAfter</c> passed before it could be carried out.</summary>
    public sealed record EffectExpired(string EffectId, IEffect Effect) : Notice;

    /// <summary>The answer was lost: whether it happened is not known and it is not repeated blindly.</summary>
    public sealed record EffectInDoubt(string EffectId, IEffect Effect) : Notice;
}
