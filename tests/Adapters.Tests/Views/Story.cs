using Santral.Domain.Cases;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Agents;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Units;
using Santral.Adapters.Tests.Messaging.Kit;
using Santral.Engine;

namespace Santral.Adapters.Tests.Views;

/// <summary>Writes records by hand, in journal order, with a clock that moves a second per record.</summary>
internal sealed class Story
{
    private readonly Dictionary<ActorId, long> versions = [];
    private DateTimeOffset now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public PlainSealer Sealer { get; } = new();
    public List<DecisionRecord> Records { get; } = [];
    public DateTimeOffset Now => now;

    public Story Add(ActorId actor, params IEvent[] events)
    {
        now += TimeSpan.FromSeconds(1);
        var version = versions[actor] = versions.GetValueOrDefault(actor) + 1;
        Records.Add(new()
        {
            Actor = actor, Version = version, At = now, Command = CommandId.From($"{actor}/{version}"), PayloadHash = 0, By = Origin.System, PackHash = "0", Events = events,
        });
        return this;
    }

    public void Skip(TimeSpan time) => now += time;

    public Sealed<string> Seal(string subject, string text) => Sealer.Seal(subject, DataClass.Contact, text, CommandId.From(text));

    public static Guid Id(string name) => UuidV8.Of(name);

    public Story Agent(string id, params string[] skills)
    {
        var agent = new AgentId(id);
        Add(agent.Actor, new AgentDefined(Seal($"agent/{id}", $"Temsilci {id}"), ViewPack.Desk, [.. skills], 4, $"PJSIP/{id}", "101"));
        return Add(ViewPack.Desk.Actor, new AgentJoined(agent, [.. skills], 4, $"PJSIP/{id}", now), new PresenceChanged(agent, Presence.Ready, null, now));
    }

    public Story Citizen(CitizenId id, string name, string phone)
    {
        var subject = $"citizen/{id}";
        Add(id.Actor, new CitizenRegistered(now), new AddressAdded(new(Sealer.Hash("address", phone)), Channel.Voice, Seal(subject, phone)));
        return Add(id.Actor, new Identified(
            Seal(subject, name), Seal(subject, "10000000146"), Sealer.Hash("identity", "10000000146"), "tr", [], Santral.Views.Lists.SearchTerms.Of(Sealer, name, phone)));
    }

    public Story Call(ContactId id, CitizenId citizen, string line = ViewPack.Line) => Add(
        id.Actor,
        new CallStarted("leg", new("a"), citizen, null, line, line, ViewPack.Desk, now, now, true, true, line == ViewPack.SecretLine, null));

    public Story Queue(ContactId id, QueueId? queue = null)
    {
        var q = queue ?? ViewPack.General;
        Add(id.Actor, new ContactQueued(q, q.Value, ViewPack.Desk, [q.Value], Priority.P4, now, now, null, null));
        return Add(ViewPack.Desk.Actor, new ContactEnqueued(id, q, Medium.Call, [q.Value], Priority.P4, now, now, null, now));
    }

    public Story Talk(ContactId id, string agent)
    {
        var offer = new OfferId(Id($"offer/{id}/{agent}"));
        var who = new AgentId(agent);
        Add(ViewPack.Desk.Actor, new OfferMade(offer, id, who, Medium.Call, now, now + TimeSpan.FromSeconds(20)));
        Add(id.Actor, new ContactOffered(offer, who, now + TimeSpan.FromSeconds(20)));
        Add(ViewPack.Desk.Actor, new OfferAccepted(offer, id, who, now));
        Add(id.Actor, new ContactAssigned(offer, who, "leg2", now), new AgentRinging(who, "leg2", now));
        return Add(id.Actor, new Connected(who, now));
    }

    public Story End(ContactId id, string agent, ContactOutcome outcome = ContactOutcome.Informed)
    {
        Add(id.Actor, new WrapUpStarted(new(agent), now, null));
        Add(id.Actor, new ContactEnded(outcome, null, new(agent), now));
        return Add(ViewPack.Desk.Actor, new SlotReleased(id, new(agent), now));
    }

    public Story Case(CaseId id, CitizenId citizen, ContactId? contact, string service, string openedBy, bool confidential = false)
    {
        Add(id.Actor, new CaseOpened(
            contact, service, null, null, Seal($"citizen/{citizen}", $"Açıklama {id}"), null, Priority.P4, [new(PartyRole.Applicant, Capacity.Self, citizen, null, null)],
            confidential, openedBy, null, null, now));
        Add(id.Actor, new CaseNumbered($"1234-5678-{id.Value.ToByteArray()[0] % 10}"));
        return contact is { } from ? Add(from.Actor, new CaseLinked(id)) : this;
    }

    public Story Escalate(CaseId id, UnitId unit, bool confidential = false)
    {
        var due = new Deadline(now + TimeSpan.FromDays(2), "setting", false, "2 iş günü");
        Add(id.Actor, new CaseEscalated(unit, unit.Value, null, due, due, "temsilci1", now));
        return Add(unit.Actor, new CaseReceived(id, null, null, Priority.P4, confidential, due, due, now));
    }
}
