using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;

namespace Santral.Domain.Contacts;

/// <summary>
/// One decision of a contact while it is being made: what was emitted is applied to a copy at once, so that the next step
/// reads the contact as it will be. The actor's own state is not touched; all states here are immutable.
/// </summary>
internal sealed class Turn(ContactState state, Context context)
{
    public ContactState State { get; private set; } = state;
    public Context Context { get; } = context;
    public Decision Decision { get; } = new();

    public DateTimeOffset Now => Context.Now;
    public Pack Pack => Context.Pack;
    public RoutingLimits Limits => Context.Pack.Limits;

    public Facts Facts => State switch
    {
        ContactState.Live s => s.Facts,
        ContactState.Ended s => s.Facts,
        ContactState.Fresh => throw new InvalidOperationException("A contact that has not begun has no facts."),
        _ => throw new NotSupportedException($"{State.GetType().Name} is no state of a contact."),
    };

    /// <summary>Null before the contact began and after it ended.</summary>
    public Phase? Phase => (State as ContactState.Live)?.Phase;

    public ContactId Id => Facts.Id;
    public bool IsCall => Facts.Medium is Medium.Call;

    public LineSpec Line => IntakeLine.Of(Pack, Facts.Line, Facts.Channel);

    public Turn Emit(ContactEvent @event)
    {
        Decision.Event(@event);
        State = ContactFold.Apply(State, @event);
        return this;
    }

    /// <summary>To the desk where the contact is now.</summary>
    public Turn Desk(DeskCommand command) => Desk(Facts.Desk, command);

    public Turn Desk(DeskId desk, DeskCommand command)
    {
        Decision.Send(desk.Actor, command);
        return this;
    }

    /// <summary>Something the caller waits for: too late is worse than never, for the flow goes on when it expires.</summary>
    public Turn Do(TelephonyEffect effect) => Do(effect, Waits.EffectSoon);

    public Turn Do(TelephonyEffect effect, TimeSpan within)
    {
        Decision.Effect(effect, Now + within);
        return this;
    }

    public Turn HangUp(string leg, string reason) => Do(new HangUpLeg(Id, leg, reason), Waits.Cleanup);

    public Turn Alarm(string name, TimeSpan after) => Alarm(name, Now + after);

    public Turn Alarm(string name, DateTimeOffset at)
    {
        Decision.Alarm(name, at, new ContactTimer(name));
        return this;
    }

    public Turn Cancel(string name)
    {
        Decision.Cancel(name);
        return this;
    }

    public string NextLeg => $"{Id}-leg{Facts.Legs + 1}";
}

/// <summary>The contact's alarms. Each comes back as <c>ContactTimer</c> with its name.</summary>
internal static class Timers
{
    /// <summary>The end of a prompt was never reported.</summary>
    public const string Prompt = "prompt";
    public const string Silence = "silence";
    public const string Position = "position";

    /// <summary>A leg neither answered nor failed.</summary>
    public const string Leg = "leg";

    /// <summary>A transfer to one agent, or its return to the sender, found nobody.</summary>
    public const string Only = "only";

    /// <summary>The desk had no room; asks again.</summary>
    public const string Requeue = "requeue";

    /// <summary>Safe contact never answered.</summary>
    public const string Outreach = "outreach";
    public const string Idle = "idle";
    private const string WrapUpPrefix = "wrapup:";

    public static string WrapUp(AgentId agent) => WrapUpPrefix + agent.Value;

    public static AgentId? WrapUpOf(string name) => name.StartsWith(WrapUpPrefix, StringComparison.Ordinal) ? new(name[WrapUpPrefix.Length..]) : null;
}

/// <summary>Times that no municipality sets.</summary>
internal static class Waits
{
    /// <summary>What a caller waits for must begin within this.</summary>
    public static readonly TimeSpan EffectSoon = TimeSpan.FromSeconds(10);

    /// <summary>Hanging up still makes sense this long after; then the switch was restarted or reconciled.</summary>
    public static readonly TimeSpan Cleanup = TimeSpan.FromMinutes(10);

    /// <summary>Longer than any prompt but an announcement.</summary>
    public static readonly TimeSpan PromptBackstop = TimeSpan.FromSeconds(45);
    public static readonly TimeSpan AnnouncementBackstop = TimeSpan.FromMinutes(2);

    /// <summary>The switch reports a ring's timeout itself; after this much more it never will.</summary>
    public static readonly TimeSpan LegGrace = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan RequeueAfter = TimeSpan.FromSeconds(5);

    /// <summary>An agent waits before the screen for the judgement of safe contact.</summary>
    public static readonly TimeSpan OutreachAnswer = TimeSpan.FromSeconds(15);

    /// <summary>A reply that could not be sent for so long would surprise; the agent sees that it expired.</summary>
    public static readonly TimeSpan ReplyKeeps = TimeSpan.FromMinutes(15);
}
