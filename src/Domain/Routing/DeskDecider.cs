using System.Collections.Immutable;
using Santral.Domain.Agents;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.Domain.Routing;

/// <summary>
/// The desk: the only place that matches contacts with agents. A command changes something, and the offers that this makes
/// possible are part of the same decision. A contact is told of each offer, and then of exactly one of its acceptance
/// (<see cref="Assign"/>) and its end (<see cref="NoteOfferEnded"/>).
/// </summary>
public sealed partial class DeskDecider : IDecider<DeskState, DeskCommand, DeskEvent>
{
    /// <summary>One in so many of the places for waiting contacts is kept for P1.</summary>
    public const int ReservedForDangerOneIn = 10;

    public string Kind => ActorKinds.Desk;

    public DeskState Initial(string key) => new(new(key));

    public DeskState Evolve(DeskState state, DeskEvent @event)
    {
        state.Apply(@event);
        return state;
    }

    public Outcome Decide(DeskState state, DeskCommand command, in Context context) => command switch
    {
        JoinDesk c => Join(state, c, context),
        ChangePresence c => ChangePresence(state, c, context),
        LeaveDesk c => Leave(state, c, context),
        AcceptOffer c => Accept(state, c, context),
        DeclineOffer c => Decline(state, c, context),
        ExpireOffer c => Expire(state, c, context),
        TakeSlot c => TakeSlot(state, c, context),
        ReportLegFailure c => ReportLegFailure(state, c, context),
        BeginWrapUp c => BeginWrapUp(state, c, context),
        ReleaseSlot c => ReleaseSlot(state, c, context),
        Enqueue c => Enqueue(state, c, context),
        Withdraw c => Withdraw(state, c.Contact, context),
        Reprioritise c => Reprioritise(state, c, context),
        AskPosition c => AskPosition(state, c),
        EndRound c => EndRound(state, c, context),
        SwitchAnnouncement c => SwitchAnnouncement(state, c, context),
        AskHelp c => AskHelp(state, c, context),
        AnswerHelp c => AnswerHelp(state, c, context),
        _ => throw Closed.Unhandled(command),
    };

    public Outcome Notice(DeskState state, Notice notice, in Context context) => notice switch
    {
        Kernel.Notice.SendRefused { Command: Assign assign } refused => Unassign(state, ContactId.Parse(refused.Target.Key), assign, context),
        Kernel.Notice.SendRefused { Command: NoteOffered offered } refused => Unoffer(state, ContactId.Parse(refused.Target.Key), offered, context),

        // What else a desk sends is news to others; that they did not want it changes nothing here.
        Kernel.Notice.SendRefused => Decision.Nothing,
        Kernel.Notice.EffectDone or Kernel.Notice.EffectFailed or Kernel.Notice.EffectExpired or Kernel.Notice.EffectInDoubt =>
            throw new InvalidOperationException("A desk asks for no effects."),
        _ => throw Closed.Unhandled(notice),
    };

    /// <summary>The contact ended before it heard of its agent, so nobody else would ever free the agent.</summary>
    private static Decision Unassign(DeskState state, ContactId contact, Assign assign, in Context context)
    {
        if (state.Agent(assign.Agent)?.Slot(contact) is not { } slot || slot.Offer != assign.Offer)
        {
            return Decision.Nothing;
        }

        var draft = new DeskDraft(state, context);
        draft.Emit(new SlotReleased(contact, assign.Agent, context.Now));
        return draft.Done();
    }

    /// <summary>The contact does not wait any more; an offer made since then to another is not touched.</summary>
    private static Decision Unoffer(DeskState state, ContactId contact, NoteOffered offered, in Context context) =>
        state.Contact(contact)?.Offer is { } pending && pending.Id == offered.Offer ? Withdraw(state, contact, context) : Decision.Nothing;

    private static DateTimeOffset Rank(RoutingLimits limits, DateTimeOffset countsFrom, Priority priority)
    {
        var headStart = limits.HeadStart(priority);
        return countsFrom.UtcTicks > headStart.Ticks ? countsFrom - headStart : DateTimeOffset.MinValue;
    }

    private static ImmutableArray<string> OrNone(ImmutableArray<string> skills) => skills.IsDefault ? [] : skills;
}

/// <summary>The desk's refusals. They are stable: consoles show the pack's <c>error.{code}</c>.</summary>
public static class DeskCodes
{
    /// <summary>No room for another agent, or for another waiting contact of this priority.</summary>
    public const string Full = "desk.full";
    public const string OfferNotPending = "offer.not_pending";
    public const string OfferNotYours = "offer.not_yours";
    public const string AgentNotOnDesk = "agent.not_on_desk";

    /// <summary>The slot that is asked for is taken or reserved by an offer.</summary>
    public const string AgentBusy = "agent.busy";
    public const string AgentOnCall = "agent.on_call";

    /// <summary>A call is not written up yet; nobody but this agent can.</summary>
    public const string AgentInWrapUp = "agent.in_wrap_up";

    /// <summary>Missed and PhoneUnreachable are the desk's own findings.</summary>
    public const string PresenceNotSettable = "presence.not_settable";

    /// <summary>Nobody asks for help, or someone already came.</summary>
    public const string HelpNotOpen = "help.not_open";
}
