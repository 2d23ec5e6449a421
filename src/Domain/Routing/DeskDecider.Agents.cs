using Santral.Domain.Agents;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

// Agents come, change, take calls of their own and go.
public sealed partial class DeskDecider
{
    /// <summary>
    /// An agent who is already here keeps presence and slots; skills, limit and phone change at once. The answer is always the
    /// presence: who signed off and on again while the desk refused to let go is still Ready here.
    /// </summary>
    private static Outcome Join(DeskState state, JoinDesk c, in Context context)
    {
        var known = state.Agent(c.Agent);
        if (known is null && state.Agents >= context.Pack.Limits.AgentsPerDesk)
        {
            return new Rejected(DeskCodes.Full);
        }

        var skills = OrNone(c.Skills);
        var conversations = Math.Max(0, c.Conversations);
        var draft = new DeskDraft(state, context);
        draft.Send(c.Agent.Actor, new NotePresence(known?.Presence ?? Presence.Break, known?.Reason, context.Now));
        if (known is not null && known.Skills.AsSpan().SequenceEqual(skills.AsSpan()) && known.ConversationLimit == conversations && known.Endpoint == c.Endpoint)
        {
            return draft.Done();
        }

        if (known?.Pending is { Medium: Medium.Conversation } offer && known.Conversations >= conversations)
        {
            // The limit was lowered while a conversation rings: accepting it would exceed the new one.
            draft.Close(offer, OfferEnd.Superseded, null);
        }

        draft.Emit(new AgentJoined(c.Agent, skills, conversations, c.Endpoint, context.Now));
        return draft.Done();
    }

    private static Outcome ChangePresence(DeskState state, ChangePresence c, in Context context)
    {
        if (state.Agent(c.Agent) is not { } agent)
        {
            return new Rejected(DeskCodes.AgentNotOnDesk);
        }

        if (c.Presence is Presence.Missed or Presence.PhoneUnreachable)
        {
            return new Rejected(DeskCodes.PresenceNotSettable);
        }

        if (c.Presence == agent.Presence && c.Reason == agent.Reason)
        {
            return Decision.Nothing;
        }

        var draft = new DeskDraft(state, context);
        if (c.Presence != Presence.Ready && agent.Pending is { } offer)
        {
            draft.Close(offer, OfferEnd.Declined, "presence");
        }

        draft.SetPresence(c.Agent, c.Presence, c.Reason);
        return draft.Done();
    }

    /// <summary>Nothing is left behind: the offer, those who wait for this agent alone and the open conversations all go on.</summary>
    private static Outcome Leave(DeskState state, LeaveDesk c, in Context context)
    {
        var draft = new DeskDraft(state, context);
        if (state.Agent(c.Agent) is not { } agent)
        {
            draft.Send(c.Agent.Actor, new NoteLeft(context.Now));
            return draft.Done();
        }

        foreach (var slot in agent.Slots)
        {
            if (slot.Medium == Medium.Call)
            {
                return new Rejected(slot.WrapUp ? DeskCodes.AgentInWrapUp : DeskCodes.AgentOnCall);
            }
        }

        if (agent.Pending is { } offer)
        {
            draft.Close(offer, OfferEnd.AgentLeft, null);
            if (draft.Contact(offer.Contact) is { Only: not null } returned)
            {
                ToItsQueue(draft, returned);
            }
        }

        foreach (var contact in agent.Own?.Waiting.InOrder() ?? [])
        {
            ToItsQueue(draft, contact);
        }

        AgentId? colleague = c.HandOverTo is { } to && to != c.Agent && state.Agent(to) is not null ? to : null;
        draft.Emit(new AgentLeft(c.Agent, context.Now));
        foreach (var slot in agent.Slots)
        {
            draft.Send(slot.Contact.Actor, new HandOver(c.Agent, colleague));
        }

        draft.Send(c.Agent.Actor, new NoteLeft(context.Now));
        return draft.Done();
    }

    /// <summary>
    /// A reservation counts as taken: the call slot of an agent who is being offered a call is not free. An offered
    /// conversation steps back for a call. A contact that still waits here stops waiting, as it is with someone now.
    /// </summary>
    private static Outcome TakeSlot(DeskState state, TakeSlot c, in Context context)
    {
        if (state.Agent(c.Agent) is not { } agent)
        {
            return new Rejected(DeskCodes.AgentNotOnDesk);
        }

        if (agent.Slot(c.Contact) is { } held)
        {
            return held.Medium == c.Medium ? Decision.Nothing : new Rejected(DeskCodes.AgentBusy);
        }

        // An offer of the very contact that is taken gives its reservation back.
        var reserved = agent.Pending is { } pending && pending.Contact != c.Contact ? pending : null;
        var free = c.Medium switch
        {
            Medium.Call => !agent.OnCall && reserved?.Medium != Medium.Call,
            Medium.Conversation => agent.Conversations + (reserved?.Medium == Medium.Conversation ? 1 : 0) < agent.ConversationLimit,
        };
        if (!free)
        {
            return new Rejected(DeskCodes.AgentBusy);
        }

        var draft = new DeskDraft(state, context);
        if (state.Contact(c.Contact) is { } waiting)
        {
            StopWaiting(draft, waiting, OfferEnd.Superseded);
        }

        if (c.Medium == Medium.Call && reserved is not null)
        {
            draft.Close(reserved, OfferEnd.Superseded, null);
        }

        draft.Emit(new SlotTaken(c.Contact, c.Agent, c.Medium, context.Now));
        return draft.Done();
    }

    /// <summary>A leg that was cancelled because the caller left says nothing about the agent's phone.</summary>
    private static Decision ReportLegFailure(DeskState state, ReportLegFailure c, in Context context)
    {
        if (state.Agent(c.Agent)?.Slot(c.Contact) is null)
        {
            return Decision.Nothing;
        }

        var draft = new DeskDraft(state, context);
        Presence? found = c.Cause switch
        {
            LegFailure.NoAnswer => Presence.Missed,
            LegFailure.Busy or LegFailure.Rejected or LegFailure.Unreachable => Presence.PhoneUnreachable,
            LegFailure.Cancelled => null,
        };
        if (found is { } presence)
        {
            // An agent who was free for conversations beside the call may hold an offer; it goes to someone who is there.
            if (state.Agent(c.Agent)?.Pending is { } offer)
            {
                draft.Close(offer, OfferEnd.Superseded, null);
            }

            draft.SetPresence(c.Agent, presence, null);
        }

        draft.Emit(new SlotReleased(c.Contact, c.Agent, context.Now));
        return draft.Done();
    }

    private static Decision BeginWrapUp(DeskState state, BeginWrapUp c, in Context context) =>
        state.Agent(c.Agent)?.Slot(c.Contact) is { WrapUp: false }
            ? Decision.Of(new WrapUpBegan(c.Contact, c.Agent, context.Now))
            : Decision.Nothing;

    private static Decision ReleaseSlot(DeskState state, ReleaseSlot c, in Context context)
    {
        if (state.Agent(c.Agent)?.Slot(c.Contact) is null)
        {
            return Decision.Nothing;
        }

        var draft = new DeskDraft(state, context);
        draft.Emit(new SlotReleased(c.Contact, c.Agent, context.Now));
        draft.Send(c.Agent.Actor, new NoteDone(c.Contact, context.Now));
        return draft.Done();
    }

    private static Decision SwitchAnnouncement(DeskState state, SwitchAnnouncement c, in Context context) =>
        state.Announcement(c.Line) == c.Sound ? Decision.Nothing : Decision.Of(new AnnouncementSwitched(c.Line, c.Sound, c.Who, context.Now));

    private static Outcome AskHelp(DeskState state, AskHelp c, in Context context) => state.Agent(c.Agent) switch
    {
        null => new Rejected(DeskCodes.AgentNotOnDesk),
        { HelpAsked: true } agent when agent.HelpContact == c.Contact => Decision.Nothing,
        _ => Decision.Of(new HelpAsked(c.Agent, c.Contact, context.Now)),
    };

    private static Outcome AnswerHelp(DeskState state, AnswerHelp c, in Context context) => state.Agent(c.Agent) is { HelpAsked: true }
        ? Decision.Of(new HelpAnswered(c.Agent, c.Who, context.Now))
        : new Rejected(DeskCodes.HelpNotOpen);
}
