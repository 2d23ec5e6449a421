using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Views.Model;

namespace Santral.Views.Fold;

internal static class DeskProjection
{
    public static void Apply(ViewState state, DeskId id, DeskEvent @event)
    {
        var desk = state.Desk(id);
        switch (@event)
        {
            case AgentJoined e:
                Join(state, desk, e);
                break;
            case PresenceChanged e:
                var present = state.Agent(e.Agent);
                present.Presence = e.Presence;
                present.Reason = e.Reason;
                present.Since = e.At;
                Agent(state, desk, present);
                break;
            case AgentLeft e:
                var left = state.Agent(e.Agent);
                left.Joined = false;
                left.Since = e.At;
                left.HelpAskedAt = null;
                left.HelpContact = null;
                foreach (var slot in left.Slots.Keys.ToArray())
                {
                    Release(state, left, slot);
                }

                desk.Agents.Remove(left);
                Agent(state, desk, left);
                break;
            case ContactEnqueued e:
                var pending = desk.Waiting.GetValueOrDefault(e.Contact)?.Offer;
                Unqueue(state, desk, e.Contact);
                desk.Waiting[e.Contact] = new(e.Contact)
                {
                    Queue = e.Queue,
                    Medium = e.Medium,
                    Priority = e.Priority,
                    Since = e.CountsFrom,
                    Only = e.Only,
                    Offer = pending,
                };
                state.WaitingAt[e.Contact] = desk.Id;
                desk.Queue(e.Queue).Waiting.Add((e.CountsFrom, e.Contact.Value));
                Waiting(state, desk, e.Contact, e.Queue);
                break;
            case ContactWithdrawn e:
                Unqueue(state, desk, e.Contact);
                break;
            case ContactReprioritised e:
                if (desk.Waiting.TryGetValue(e.Contact, out var raised))
                {
                    raised.Priority = e.Priority;
                    Waiting(state, desk, e.Contact, raised.Queue);
                }

                break;
            case OfferMade e:
                Offer(state, desk, new(e.Offer, e.Contact, e.Agent, desk.Id, e.Medium, e.At, e.Until));
                break;
            case OfferAccepted e:
                CloseOffer(state, desk, e.Offer);
                var accepted = state.Agent(e.Agent);
                Take(state, accepted, e.Contact, state.Contact(e.Contact).Medium);
                Unqueue(state, desk, e.Contact);
                Agent(state, desk, accepted);
                break;
            case OfferClosed e:
                CloseOffer(state, desk, e.Offer);
                state.Agent(e.Agent).MissedToday += e.End is OfferEnd.TimedOut ? 1 : 0;
                Agent(state, desk, state.Agent(e.Agent));
                break;
            case RoundEnded:
                break;
            case SlotTaken e:
                Take(state, state.Agent(e.Agent), e.Contact, e.Medium);
                Agent(state, desk, state.Agent(e.Agent));
                break;
            case WrapUpBegan e:
                Agent(state, desk, state.Agent(e.Agent));
                break;
            case SlotReleased e:
                Release(state, state.Agent(e.Agent), e.Contact);
                Agent(state, desk, state.Agent(e.Agent));
                break;
            case AnnouncementSwitched e:
                if (e.Sound is null)
                {
                    desk.Announcements.Remove(e.Line);
                }
                else
                {
                    desk.Announcements[e.Line] = e.Sound;
                }

                state.Marks.Row(TopicFamily.Desk, id.Value, "line", e.Line);
                break;
            case HelpAsked e:
                Help(state, desk, state.Agent(e.Agent), e.At, e.Contact);
                break;
            case HelpAnswered e:
                Help(state, desk, state.Agent(e.Agent), null, null);
                break;
            default:
                throw new InvalidOperationException($"The views know no desk event {@event.GetType().Name}.");
        }
    }

    private static void Join(ViewState state, DeskModel desk, AgentJoined e)
    {
        var agent = state.Agent(e.Agent);
        if (agent.Desk is { } other && other != desk.Id)
        {
            state.Desk(other).Agents.Remove(agent);
            state.Marks.Row(TopicFamily.Desk, other.Value, "agent", e.Agent.Value);
        }

        agent.Desk = desk.Id;
        agent.Joined = true;
        agent.Skills = [.. e.Skills];
        agent.Conversations = e.Conversations;
        agent.Endpoint = e.Endpoint ?? agent.Endpoint;
        if (desk.Agents.Add(agent))
        {
            agent.Presence = Presence.Break;
            agent.Reason = null;
            agent.Since = e.At;
        }

        Agent(state, desk, agent);
    }

    private static void Offer(ViewState state, DeskModel desk, OfferModel offer)
    {
        CloseOffer(state, desk, offer.Id);
        state.Offers[offer.Id] = offer;
        if (!state.OffersOf.TryGetValue(offer.Contact, out var offers))
        {
            state.OffersOf.Add(offer.Contact, offers = []);
        }

        offers.Add(offer);
        state.Agent(offer.Agent).Offers[offer.Id] = offer;
        if (desk.Waiting.TryGetValue(offer.Contact, out var waiting))
        {
            waiting.Offer = offer;
            Waiting(state, desk, offer.Contact, waiting.Queue);
        }

        Agent(state, desk, state.Agent(offer.Agent));
        Rights(state, offer.Contact);
    }

    private static void CloseOffer(ViewState state, DeskModel desk, OfferId id)
    {
        if (!state.Offers.Remove(id, out var offer))
        {
            return;
        }

        state.Agent(offer.Agent).Offers.Remove(id);
        if (state.OffersOf.TryGetValue(offer.Contact, out var offers) && offers.Remove(offer) && offers.Count == 0)
        {
            state.OffersOf.Remove(offer.Contact);
        }

        state.Marks.Agent(offer.Agent);
        if (desk.Waiting.TryGetValue(offer.Contact, out var waiting) && waiting.Offer?.Id == id)
        {
            waiting.Offer = null;
            Waiting(state, desk, offer.Contact, waiting.Queue);
        }

        Rights(state, offer.Contact);
    }

    private static void Take(ViewState state, AgentModel agent, ContactId contact, Medium medium)
    {
        agent.Slots[contact] = medium;
        if (!state.SlotOf.TryGetValue(contact, out var holders))
        {
            state.SlotOf.Add(contact, holders = new(StringComparer.Ordinal));
        }

        holders.Add(agent.Id.Value);
        Rights(state, contact);
    }

    private static void Release(ViewState state, AgentModel agent, ContactId contact)
    {
        agent.Slots.Remove(contact);
        if (state.SlotOf.TryGetValue(contact, out var holders) && holders.Remove(agent.Id.Value) && holders.Count == 0)
        {
            state.SlotOf.Remove(contact);
        }

        Rights(state, contact);
    }

    private static void Unqueue(ViewState state, DeskModel desk, ContactId contact)
    {
        if (desk.Waiting.Remove(contact, out var waiting))
        {
            state.WaitingAt.Remove(contact);
            desk.Queue(waiting.Queue).Waiting.Remove((waiting.Since, contact.Value));
            Waiting(state, desk, contact, waiting.Queue);
        }
    }

    private static void Help(ViewState state, DeskModel desk, AgentModel agent, DateTimeOffset? at, ContactId? contact)
    {
        agent.HelpAskedAt = at;
        agent.HelpContact = contact;
        Agent(state, desk, agent);
    }

    private static void Waiting(ViewState state, DeskModel desk, ContactId contact, QueueId queue)
    {
        state.Marks.Row(TopicFamily.Desk, desk.Id.Value, "waiting", contact.ToString());
        state.Marks.Row(TopicFamily.Desk, desk.Id.Value, "queue", queue.Value);
        foreach (var offered in state.OfferedTo(contact))
        {
            state.Marks.Agent(offered);
        }
    }

    private static void Agent(ViewState state, DeskModel desk, AgentModel agent)
    {
        state.Marks.Agent(agent.Id);
        state.Marks.Row(TopicFamily.Desk, desk.Id.Value, "agent", agent.Id.Value);
        state.Marks.Row(TopicFamily.Directory, "", "directory", $"agent:{agent.Id.Value}");
        foreach (var queue in state.Pack.Queues)
        {
            state.Marks.Row(TopicFamily.Desk, desk.Id.Value, "queue", queue.Id.Value);
        }
    }

    private static void Rights(ViewState state, ContactId contact)
    {
        state.Marks.Rights(TopicFamily.Contact, contact.ToString());
        state.Marks.Rights(TopicFamily.Card, contact.ToString());
    }
}
