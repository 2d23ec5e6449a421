using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Tests.Routing;

/// <summary>G2 and G3 from the events alone, one by one, whoever made them.</summary>
internal sealed class DeskAuditor
{
    private readonly HashSet<ContactId> waiting = [];
    private readonly Dictionary<ContactId, OfferMade> live = [];
    private readonly Dictionary<AgentId, List<(ContactId Contact, Medium Medium)>> held = [];
    private readonly Dictionary<AgentId, int> limits = [];

    public void See(DeskEvent @event)
    {
        switch (@event)
        {
            case AgentJoined e:
                held.TryAdd(e.Agent, []);
                limits[e.Agent] = e.Conversations;
                break;
            case AgentLeft e:
                Demand(live.Values.All(o => o.Agent != e.Agent), "G3: an agent left and stayed reserved", e);
                Demand(held.Remove(e.Agent), "an agent left who was not here", e);
                break;
            case ContactEnqueued e:
                waiting.Add(e.Contact);
                break;
            case ContactWithdrawn e:
                Demand(!live.ContainsKey(e.Contact), "G3: a withdrawn contact keeps its offer", e);
                Demand(waiting.Remove(e.Contact), "G2: a contact was withdrawn that did not wait", e);
                break;
            case OfferMade e:
                Demand(waiting.Contains(e.Contact), "G2: a contact was offered that does not wait", e);
                Demand(live.TryAdd(e.Contact, e), "G2: a contact has two live offers", e);
                Demand(live.Values.Count(o => o.Agent == e.Agent) == 1, "G3: an agent has two offers", e);
                CheckCapacity(e.Agent, e.Medium, e);
                break;
            case OfferAccepted e:
                Demand(live.Remove(e.Contact, out var offer) && offer.Offer == e.Offer && offer.Agent == e.Agent, "G2: an offer was accepted that was not pending", e);
                Demand(waiting.Remove(e.Contact), "G2: a second agent answers", e);
                held[e.Agent].Add((e.Contact, offer!.Medium));
                CheckCapacity(e.Agent, offer.Medium, e);
                break;
            case OfferClosed e:
                Demand(live.Remove(e.Contact, out var closed) && closed.Offer == e.Offer, "an offer ended twice", e);
                break;
            case SlotTaken e:
                Demand(!waiting.Contains(e.Contact), "G2: a contact waits and is with someone by a taken slot", e);
                held[e.Agent].Add((e.Contact, e.Medium));
                CheckCapacity(e.Agent, e.Medium, e);
                break;
            case SlotReleased e:
                Demand(held[e.Agent].RemoveAll(s => s.Contact == e.Contact) == 1, "a slot was released that was not held", e);
                break;
        }
    }

    /// <summary>What the desk itself believes is what its events said: nobody is reserved without a live offer.</summary>
    public void Compare(DeskState desk)
    {
        Demand(desk.Waiting == waiting.Count, "the desk's waiting contacts are not those of its events", null);
        foreach (var (agent, slots) in held)
        {
            var seen = desk.Agent(agent)!;
            Demand(seen.Pending?.Id == live.Values.SingleOrDefault(o => o.Agent == agent)?.Offer, $"G3: {agent}'s reservation is not a live offer", null);
            Demand(seen.Slots.Select(s => (s.Contact, s.Medium)).SequenceEqual(slots), $"{agent}'s slots are not those of the events", null);
        }
    }

    private void CheckCapacity(AgentId agent, Medium medium, DeskEvent @event)
    {
        var used = held[agent].Count(s => s.Medium == medium) + live.Values.Count(o => o.Agent == agent && o.Medium == medium);
        Demand(used <= (medium == Medium.Call ? 1 : limits[agent]), "G3: capacity exceeded", @event);
    }

    private static void Demand(bool holds, string rule, DeskEvent? @event)
    {
        if (!holds)
        {
            throw new RuleBroken($"{rule}: {@event}");
        }
    }
}

internal sealed class RuleBroken(string message) : Exception(message);
