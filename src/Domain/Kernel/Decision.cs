namespace Santral.Domain.Kernel;

/// <summary>What a decider answers: a <see cref="Decision"/> or a <see cref="Rejected"/>. Nothing else derives from it.</summary>
public abstract class Outcome
{
    private protected Outcome()
    {
    }
}

/// <summary>A refusal is a value with a stable code such as <c>offer.not_pending</c>; it changes nothing and is not stored.</summary>
public sealed class Rejected(string code, string? detail = null) : Outcome
{
    public string Code { get; } = code;
    public string? Detail { get; } = detail;
    public override string ToString() => $"Rejected({Code})";
}

public readonly record struct Send(ActorId To, ICommand Command);

/// <summary>An effect and the instant after which carrying it out would do harm.</summary>
public readonly record struct EffectRequest(IEffect Effect, DateTimeOffset NotAfter);

/// <summary>Sets (with an instant and a command) or cancels (without) the actor's alarm of that name.</summary>
public readonly record struct AlarmChange(string Name, DateTimeOffset? At, ICommand? Command);

/// <summary>
/// Everything one command brings about, as data. The engine stores all of it in one record, or nothing.
/// </summary>
public sealed class Decision : Outcome
{
    private readonly List<IEvent> events = [];
    private readonly List<Send> sends = [];
    private readonly List<EffectRequest> effects = [];
    private readonly List<AlarmChange> alarms = [];

    public IReadOnlyList<IEvent> Events => events;
    public IReadOnlyList<Send> Sends => sends;
    public IReadOnlyList<EffectRequest> Effects => effects;
    public IReadOnlyList<AlarmChange> Alarms => alarms;
    public IReply? Answer { get; private set; }

    /// <summary>Accepted, and nothing changes: the command was already done, or concerns nothing that still exists.</summary>
    public static Decision Nothing => new();

    public static Decision Of(IEvent @event) => new Decision().Event(@event);

    public Decision Event(IEvent @event)
    {
        events.Add(@event);
        return this;
    }

    public Decision Send(ActorId to, ICommand command)
    {
        sends.Add(new(to, command));
        return this;
    }

    public Decision Effect(IEffect effect, DateTimeOffset notAfter)
    {
        effects.Add(new(effect, notAfter));
        return this;
    }

    public Decision Alarm(string name, DateTimeOffset at, ICommand command)
    {
        alarms.Add(new(name, at, command));
        return this;
    }

    public Decision Cancel(string name)
    {
        alarms.Add(new(name, null, null));
        return this;
    }

    public Decision Reply(IReply reply)
    {
        Answer = reply;
        return this;
    }
}
