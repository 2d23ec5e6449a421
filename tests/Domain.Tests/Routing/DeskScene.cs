using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Routing;

/// <summary>A desk with named agents and contacts, and short words for what happens to them.</summary>
public sealed class DeskScene(Pack? pack = null)
{
    public static readonly QueueId General = new("genel");
    public static readonly QueueId Aid = new("yardim");

    private readonly Pack pack = pack ?? TestPack.Small;
    private Scenario<DeskState, DeskCommand, DeskEvent>? desk;

    public Scenario<DeskState, DeskCommand, DeskEvent> Desk => desk ??= Scenario.Of(new DeskDecider(), "ana", pack);

    public static AgentId Agent(string name) => new(name);

    public static ContactId Contact(string name) => new(UuidV8.Of(name));

    public static Enqueue Enqueue(
        string contact, DateTimeOffset countsFrom, Medium medium = Medium.Call, Priority priority = Priority.P4, string? only = null, QueueId? queue = null, params string[] skills) =>
        new(Contact(contact), queue ?? General, medium, [.. skills], priority, countsFrom, only is null ? null : Agent(only));

    public DeskScene Ready(string agent, params string[] skills) => Ready(agent, 2, skills);

    public DeskScene Ready(string agent, int conversations, string[] skills)
    {
        Desk.When(new JoinDesk(Agent(agent), [.. skills], conversations, $"PJSIP/{agent}")).Accepted();
        Desk.When(new ChangePresence(Agent(agent), Presence.Ready, null)).Accepted();
        return this;
    }

    public DeskScene Call(string contact, Priority priority = Priority.P4, string? only = null, params string[] skills) => Wait(contact, Medium.Call, priority, only, skills);

    public DeskScene Conversation(string contact, Priority priority = Priority.P4, string? only = null, params string[] skills) =>
        Wait(contact, Medium.Conversation, priority, only, skills);

    public DeskScene Wait(string contact, Medium medium, Priority priority, string? only, string[] skills)
    {
        Desk.When(Enqueue(contact, Desk.Now, medium, priority, only, null, skills)).Accepted();
        return this;
    }

    /// <summary>The pending offer of that agent.</summary>
    public OfferMade Offer(string agent) => Desk.Events.OfType<OfferMade>().Last(o => o.Agent == Agent(agent));

    public DeskScene Accepts(string agent)
    {
        Desk.When(new AcceptOffer(Offer(agent).Offer, Agent(agent))).Accepted();
        return this;
    }

    public DeskScene Declines(string agent)
    {
        Desk.When(new DeclineOffer(Offer(agent).Offer, Agent(agent), "meşgul")).Accepted();
        return this;
    }

    public DeskScene Releases(string agent, string contact)
    {
        Desk.When(new ReleaseSlot(Contact(contact), Agent(agent))).Accepted();
        return this;
    }

    /// <summary>The last command offered exactly these pairs, in this order.</summary>
    public DeskScene Offered(params (string Contact, string Agent)[] pairs)
    {
        Assert.Equal(pairs.Select(p => (Contact(p.Contact), Agent(p.Agent))), Desk.Last.Events.OfType<OfferMade>().Select(o => (o.Contact, o.Agent)));
        return this;
    }

    public DeskScene OffersNothing() => Offered();
}
