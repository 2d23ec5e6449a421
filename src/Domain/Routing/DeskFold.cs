using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

/// <summary>
/// What each desk event changes, written once for its two targets: <see cref="DeskState"/>, which owns agents and contacts
/// with their indexes, and <see cref="DeskDraft"/>, which copies the few that one decision touches. So the matching that
/// follows an event within a decision sees exactly what the state will be, and the state is not touched.
/// </summary>
public abstract class DeskFold
{
    private protected DeskFold()
    {
    }

    /// <summary>Counts arrivals and restarts of idle clocks; the order of things without the time of day.</summary>
    internal long Clock { get; private protected set; }

    internal abstract DeskAgent? Agent(AgentId id);
    internal abstract WaitingContact? Contact(ContactId id);
    private protected abstract DeskAgent? EditAgent(AgentId id);
    private protected abstract WaitingContact? EditContact(ContactId id);
    private protected abstract void Put(DeskAgent agent);
    private protected abstract void Put(WaitingContact contact);
    private protected abstract void Drop(DeskAgent agent);
    private protected abstract void Drop(WaitingContact contact);
    private protected abstract void Keep(DeskOffer offer);
    private protected abstract void Forget(OfferId offer);
    private protected abstract void Announce(string line, string? sound);

    internal void Apply(DeskEvent @event)
    {
        switch (@event)
        {
            case AgentJoined e:
                Join(e);
                break;
            case PresenceChanged e:
                ChangePresence(Known(e.Agent), e);
                break;
            case AgentLeft e:
                Leave(Known(e.Agent));
                break;
            case ContactEnqueued e:
                Enqueue(e);
                break;
            case ContactWithdrawn e:
                Drop(Known(e.Contact));
                break;
            case ContactReprioritised e:
                Reprioritise(Known(e.Contact), e);
                break;
            case RoundEnded e:
                EndRound(Known(e.Contact));
                break;
            case OfferMade e:
                Offer(Known(e.Agent), Known(e.Contact), e);
                break;
            case OfferAccepted e:
                Accept(Known(e.Agent), Known(e.Contact));
                break;
            case OfferClosed e:
                Close(Known(e.Agent), Known(e.Contact), e);
                break;
            case SlotTaken e:
                Take(Known(e.Agent), new(e.Contact, e.Medium, null, false));
                break;
            case WrapUpBegan e:
                WrapUp(Known(e.Agent), e.Contact);
                break;
            case SlotReleased e:
                Release(Known(e.Agent), e.Contact);
                break;
            case AnnouncementSwitched e:
                Announce(e.Line, e.Sound);
                break;
            case HelpAsked e:
                Help(Known(e.Agent), true, e.Contact);
                break;
            case HelpAnswered e:
                Help(Known(e.Agent), false, null);
                break;
            default:
                throw Closed.Unhandled(@event);
        }
    }

    private DeskAgent Known(AgentId id) => EditAgent(id) ?? throw new InvalidOperationException($"Agent {id} is not on this desk.");

    private WaitingContact Known(ContactId id) => EditContact(id) ?? throw new InvalidOperationException($"Contact {id} does not wait here.");

    private void Join(AgentJoined e)
    {
        var agent = EditAgent(e.Agent) ?? new DeskAgent(e.Agent) { Ticket = Clock++ };
        agent.Skills = e.Skills;
        agent.ConversationLimit = e.Conversations;
        agent.Endpoint = e.Endpoint;
        Put(agent);
    }

    private void ChangePresence(DeskAgent agent, PresenceChanged e)
    {
        if (e.Presence == Presence.Ready && agent.Presence != Presence.Ready)
        {
            agent.Ticket = Clock++;
        }

        agent.Presence = e.Presence;
        agent.Reason = e.Reason;
        Put(agent);
    }

    private void Leave(DeskAgent agent)
    {
        foreach (var slot in agent.Slots)
        {
            ForgetOf(slot);
        }

        Drop(agent);
    }

    private void Enqueue(ContactEnqueued e)
    {
        var contact = EditContact(e.Contact) ?? new WaitingContact(e.Contact, Clock++);
        contact.Queue = e.Queue;
        contact.Medium = e.Medium;
        contact.Skills = e.Skills;
        contact.Priority = e.Priority;
        contact.CountsFrom = e.CountsFrom;
        contact.Rank = e.Rank.UtcTicks;
        contact.Only = e.Only;
        contact.PassedOver = null;
        Put(contact);
    }

    private void Reprioritise(WaitingContact contact, ContactReprioritised e)
    {
        contact.Priority = e.Priority;
        contact.Rank = e.Rank.UtcTicks;
        Put(contact);
    }

    private void EndRound(WaitingContact contact)
    {
        contact.PassedOver = null;
        Put(contact);
    }

    private void Offer(DeskAgent agent, WaitingContact contact, OfferMade e)
    {
        var offer = new DeskOffer(e.Offer, e.Contact, e.Agent, e.Medium, e.Until);
        agent.Pending = offer;
        contact.Offer = offer;
        Put(agent);
        Put(contact);
        Keep(offer);
    }

    /// <summary>The offer stays known as long as its slot is held, so that a second accept by the same agent is answered alike.</summary>
    private void Accept(DeskAgent agent, WaitingContact contact)
    {
        var offer = agent.Pending!;
        agent.Pending = null;
        Drop(contact);
        Take(agent, new(offer.Contact, offer.Medium, offer.Id, false));
    }

    private void Close(DeskAgent agent, WaitingContact contact, OfferClosed e)
    {
        agent.Pending = null;
        contact.Offer = null;
        contact.PassedOver = RoundRule.PassesOver(e.End, contact) ? e.Agent : null;
        Put(agent);
        Put(contact);
        Forget(e.Offer);
    }

    private void Take(DeskAgent agent, HeldSlot slot)
    {
        agent.Take(slot);
        agent.Ticket = Clock++;
        Put(agent);
    }

    private void WrapUp(DeskAgent agent, ContactId contact)
    {
        if (agent.Slot(contact) is { } slot)
        {
            agent.WrapUp(slot);
            Put(agent);
        }
    }

    private void Release(DeskAgent agent, ContactId contact)
    {
        if (agent.Slot(contact) is { } slot)
        {
            ForgetOf(slot);
            agent.Release(slot);
            agent.Ticket = Clock++;
            Put(agent);
        }
    }

    private void Help(DeskAgent agent, bool asked, ContactId? contact)
    {
        agent.HelpAsked = asked;
        agent.HelpContact = contact;
        Put(agent);
    }

    private void ForgetOf(HeldSlot slot)
    {
        if (slot.Offer is { } offer)
        {
            Forget(offer);
        }
    }
}
