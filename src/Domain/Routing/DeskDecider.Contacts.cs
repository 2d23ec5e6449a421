using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

// Contacts wait, are offered, and stop waiting.
public sealed partial class DeskDecider
{
    /// <summary>
    /// New here, or an update of one that waits. An update of where it waits (queue, medium, skills, one agent alone) ends a
    /// pending offer; an update of its urgency does not. Slots the contact holds do not matter, as after a transfer the
    /// sender still writes up; but an agent who holds one is not offered the same contact before releasing it.
    /// </summary>
    private static Outcome Enqueue(DeskState state, Enqueue c, in Context context)
    {
        var limits = context.Pack.Limits;
        var skills = OrNone(c.Skills);
        AgentId? only = c.Only is { } agent && state.Agent(agent) is not null ? agent : null;
        var waiting = state.Contact(c.Contact);
        var draft = new DeskDraft(state, context);
        if (waiting is null)
        {
            var reserved = c.Priority == Priority.P1 ? 0 : limits.WaitingPerDesk / ReservedForDangerOneIn;
            if (state.Waiting >= limits.WaitingPerDesk - reserved)
            {
                return new Rejected(DeskCodes.Full);
            }
        }
        else
        {
            var samePlace = waiting.Queue == c.Queue && waiting.Medium == c.Medium && waiting.Only == only && waiting.Skills.AsSpan().SequenceEqual(skills.AsSpan());
            if (samePlace && waiting.Offer is { } standing)
            {
                // Who enqueues anew knows of no offer; it is told of the one that stands.
                draft.Send(c.Contact.Actor, new NoteOffered(standing.Id, standing.Agent, standing.Until));
            }

            if (samePlace && waiting.Priority == c.Priority && waiting.CountsFrom == c.CountsFrom)
            {
                return draft.Done();
            }

            draft.CancelRound(waiting);
            if (!samePlace && waiting.Offer is { } offer)
            {
                draft.Close(offer, OfferEnd.Superseded, null);
            }
        }

        draft.Emit(new ContactEnqueued(c.Contact, c.Queue, c.Medium, skills, c.Priority, c.CountsFrom, Rank(limits, c.CountsFrom, c.Priority), only, context.Now));
        return draft.Done();
    }

    private static Decision Withdraw(DeskState state, ContactId contact, in Context context)
    {
        if (state.Contact(contact) is not { } waiting)
        {
            return Decision.Nothing;
        }

        var draft = new DeskDraft(state, context);
        StopWaiting(draft, waiting, OfferEnd.Withdrawn);
        return draft.Done();
    }

    private static Decision Reprioritise(DeskState state, Reprioritise c, in Context context)
    {
        if (state.Contact(c.Contact) is not { } waiting || waiting.Priority == c.Priority)
        {
            return Decision.Nothing;
        }

        var draft = new DeskDraft(state, context);
        draft.Emit(new ContactReprioritised(c.Contact, c.Priority, Rank(context.Pack.Limits, waiting.CountsFrom, c.Priority)));
        return draft.Done();
    }

    /// <summary>Counts those of its queue in rank order, the ones being offered included.</summary>
    private static Decision AskPosition(DeskState state, AskPosition c)
    {
        if (state.Contact(c.Contact) is not { } waiting)
        {
            return Decision.Nothing;
        }

        var line = state.Line(waiting.Queue);
        return new Decision().Send(c.Contact.Actor, new NotePosition(line.CountBefore(waiting.LineKey) + 1, line.Count));
    }

    private static Decision EndRound(DeskState state, EndRound c, in Context context)
    {
        if (state.Contact(c.Contact) is not { PassedOver: not null } waiting)
        {
            return Decision.Nothing;
        }

        var draft = new DeskDraft(state, context);
        draft.Emit(new RoundEnded(c.Contact));
        if (waiting is { Only: not null, Offer: null })
        {
            ToItsQueue(draft, waiting);
        }

        return draft.Done();
    }

    private static Outcome Accept(DeskState state, AcceptOffer c, in Context context)
    {
        if (state.Offer(c.Offer) is not { } offer)
        {
            return new Rejected(DeskCodes.OfferNotPending);
        }

        var pending = state.Agent(offer.Agent)?.Pending == offer;
        if (offer.Agent != c.Agent)
        {
            return new Rejected(pending ? DeskCodes.OfferNotYours : DeskCodes.OfferNotPending);
        }

        var taken = new OfferTaken(offer.Id, offer.Contact);
        if (!pending)
        {
            return Decision.Nothing.Reply(taken);
        }

        var draft = new DeskDraft(state, context);
        draft.CancelRound(state.Contact(offer.Contact)!);
        draft.Emit(new OfferAccepted(offer.Id, offer.Contact, offer.Agent, context.Now));
        draft.CancelOffer(offer, null);
        draft.Send(offer.Contact.Actor, new Assign(offer.Id, offer.Agent, state.Agent(offer.Agent)!.Endpoint));
        draft.Reply(taken);
        return draft.Done();
    }

    private static Outcome Decline(DeskState state, DeclineOffer c, in Context context)
    {
        if (Pending(state, c.Offer) is not { } offer)
        {
            return new Rejected(DeskCodes.OfferNotPending);
        }

        if (offer.Agent != c.Agent)
        {
            return new Rejected(DeskCodes.OfferNotYours);
        }

        var draft = new DeskDraft(state, context);
        draft.Close(offer, OfferEnd.Declined, c.Reason);
        return draft.Done();
    }

    private static Decision Expire(DeskState state, ExpireOffer c, in Context context)
    {
        if (Pending(state, c.Offer) is not { } offer)
        {
            return Decision.Nothing;
        }

        var draft = new DeskDraft(state, context);
        draft.Close(offer, OfferEnd.TimedOut, null);
        draft.SetPresence(offer.Agent, Presence.Missed, null);
        return draft.Done();
    }

    private static DeskOffer? Pending(DeskState state, OfferId id) =>
        state.Offer(id) is { } offer && state.Agent(offer.Agent)?.Pending == offer ? offer : null;

    private static void StopWaiting(DeskDraft draft, WaitingContact waiting, OfferEnd end)
    {
        draft.CancelRound(waiting);
        if (waiting.Offer is { } offer)
        {
            draft.Close(offer, end, null);
        }

        draft.Emit(new ContactWithdrawn(waiting.Id, draft.Now));
    }

    /// <summary>What waited for one agent alone waits for all of its queue.</summary>
    private static void ToItsQueue(DeskDraft draft, WaitingContact waiting) => draft.Emit(new ContactEnqueued(
        waiting.Id, waiting.Queue, waiting.Medium, waiting.Skills, waiting.Priority, waiting.CountsFrom, new(waiting.Rank, TimeSpan.Zero), null, draft.Now));
}
