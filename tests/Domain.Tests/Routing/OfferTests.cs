using Santral.Domain.Agents;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;
using static Santral.Domain.Tests.Routing.DeskScene;

namespace Santral.Domain.Tests.Routing;

/// <summary>The life of one offer: G2 and G3 by example.</summary>
public sealed class OfferTests
{
    private static readonly TimeSpan Timeout = new RoutingLimits().OfferTimeout;

    [Fact]
    public void An_accepted_offer_assigns_the_contact_with_the_agents_phone_and_cancels_the_alarm()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Accepts("ayse");
        var offer = scene.Offer("ayse").Offer;
        Assert.Equal(new Assign(offer, Agent("ayse"), "PJSIP/ayse"), scene.Desk.Sent<Assign>(Contact("c1").Actor));
        Assert.Equal(new NoteOffer(offer, Contact("c1"), null, scene.Desk.Now), scene.Desk.Sent<NoteOffer>(Agent("ayse").Actor));
        Assert.Equal(new OfferTaken(offer, Contact("c1")), scene.Desk.Last.Answer);
        Assert.Empty(scene.Desk.Alarms);
        Assert.Equal(0, scene.Desk.State.Waiting);
    }

    [Fact]
    public void A_second_accept_by_the_same_agent_is_answered_alike_and_changes_nothing()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Accepts("ayse").Accepts("ayse");
        Assert.Equal(new OfferTaken(scene.Offer("ayse").Offer, Contact("c1")), scene.Desk.Last.Answer);
        Assert.Empty(scene.Desk.Last.Events);
        Assert.Empty(scene.Desk.Last.Sends);
    }

    [Fact]
    public void Nobody_accepts_another_agents_offer()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1");
        scene.Desk.When(new AcceptOffer(scene.Offer("ayse").Offer, Agent("burak"))).Refused(DeskCodes.OfferNotYours);
        scene.Desk.When(new DeclineOffer(scene.Offer("ayse").Offer, Agent("burak"), "")).Refused(DeskCodes.OfferNotYours);
    }

    [Fact]
    public void An_offer_that_is_no_longer_pending_is_accepted_by_nobody()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1");
        var offer = scene.Offer("ayse").Offer;
        scene.Desk.After(Timeout);
        scene.Desk.When(new AcceptOffer(offer, Agent("ayse"))).Refused(DeskCodes.OfferNotPending);
        scene.Desk.When(new AcceptOffer(offer, Agent("burak"))).Refused(DeskCodes.OfferNotPending);
        scene.Desk.When(new DeclineOffer(offer, Agent("ayse"), "")).Refused(DeskCodes.OfferNotPending);
    }

    [Fact]
    public void An_accepted_offer_whose_slot_was_released_is_over()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Accepts("ayse").Releases("ayse", "c1");
        scene.Desk.When(new AcceptOffer(scene.Offer("ayse").Offer, Agent("ayse"))).Refused(DeskCodes.OfferNotPending);
    }

    [Fact]
    public void A_missed_offer_sends_the_agent_to_Missed_and_the_contact_on_with_its_age()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1");
        var (offer, since) = (scene.Offer("ayse").Offer, scene.Desk.Now);
        scene.Desk.After(Timeout);
        scene.Offered(("c1", "burak"));
        Assert.Equal(new NoteOfferEnded(offer, Agent("ayse"), OfferEnd.TimedOut), scene.Desk.Sent<NoteOfferEnded>(Contact("c1").Actor));
        Assert.Equal(new NotePresence(Presence.Missed, null, scene.Desk.Now), scene.Desk.Sent<NotePresence>(Agent("ayse").Actor));
        Assert.Equal(since, scene.Desk.Events.OfType<ContactEnqueued>().Single().CountsFrom);
        scene.Call("c2").OffersNothing();
        scene.Desk.When(new ChangePresence(Agent("ayse"), Presence.Ready, null));
        scene.Offered(("c2", "ayse"));
    }

    [Fact]
    public void A_declined_contact_goes_to_another_and_the_decliner_stays_ready_for_others()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1").Declines("ayse").Offered(("c1", "burak"));
        scene.Call("c2").Offered(("c2", "ayse"));
    }

    [Fact]
    public void A_lone_decliner_is_offered_the_contact_again_after_one_offer_timeout_and_others_meanwhile()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Declines("ayse").OffersNothing();
        scene.Call("c2").Offered(("c2", "ayse")).Accepts("ayse").Releases("ayse", "c2").OffersNothing();
        scene.Desk.After(Timeout);
        scene.Offered(("c1", "ayse"));
    }

    [Fact]
    public void A_round_ends_when_another_agents_offer_ends()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1").Declines("ayse").Declines("burak").Offered(("c1", "ayse"));
        scene.Declines("ayse").Offered(("c1", "burak"));
    }

    [Fact]
    public void Danger_to_life_skips_nobody_but_puts_the_decliner_last()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1", Priority.P1).Declines("ayse").Offered(("c1", "burak"));
        scene.Accepts("burak").Call("c2", Priority.P1).Offered(("c2", "ayse")).Declines("ayse").Offered(("c2", "ayse"));
    }

    [Fact]
    public void A_declined_contact_for_one_agent_alone_goes_to_its_queue_after_one_round()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1", only: "ayse").Declines("ayse").OffersNothing();
        scene.Desk.After(Timeout);
        scene.Offered(("c1", "ayse"));
        Assert.Null(scene.Desk.Event<ContactEnqueued>().Only);
    }

    [Fact]
    public void A_missed_contact_for_one_agent_alone_goes_to_its_queue_after_one_round()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1", only: "ayse");
        scene.Desk.After(Timeout);
        scene.OffersNothing();
        scene.Desk.After(Timeout);
        scene.Offered(("c1", "burak"));
    }

    [Fact]
    public void A_withdrawn_contact_frees_the_agent_for_the_next_at_once()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Call("c2");
        scene.Desk.When(new Withdraw(Contact("c1"))).Accepted();
        Assert.Equal(OfferEnd.Withdrawn, scene.Desk.Event<OfferClosed>().End);
        scene.Offered(("c2", "ayse"));
        scene.Desk.When(new Withdraw(Contact("c1"))).Accepted();
        Assert.Empty(scene.Desk.Last.Events);
    }

    [Fact]
    public void Going_on_break_while_an_offer_rings_sends_the_contact_on()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1");
        scene.Desk.When(new ChangePresence(Agent("ayse"), Presence.Break, "çay")).Accepted();
        Assert.Equal(OfferEnd.Declined, scene.Desk.Event<OfferClosed>().End);
        scene.Offered(("c1", "burak"));
    }

    [Fact]
    public void An_update_of_where_a_contact_waits_supersedes_its_offer_and_one_of_its_urgency_does_not()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak", "ar").Call("c1");
        var since = scene.Desk.Now;
        scene.Desk.When(Enqueue("c1", since)).Accepted();
        Assert.Empty(scene.Desk.Last.Events);
        Assert.Equal(scene.Offer("ayse").Offer, scene.Desk.Sent<NoteOffered>(Contact("c1").Actor).Offer);
        scene.Desk.When(Enqueue("c1", since, priority: Priority.P1)).Accepted();
        scene.OffersNothing();
        scene.Desk.When(Enqueue("c1", since, priority: Priority.P1, skills: "ar")).Accepted();
        Assert.Equal(OfferEnd.Superseded, scene.Desk.Event<OfferClosed>().End);
        scene.Offered(("c1", "burak"));
    }

    [Fact]
    public void An_assignment_that_its_contact_refuses_frees_the_agent()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Accepts("ayse").Call("c2").OffersNothing();
        var assign = new Assign(scene.Offer("ayse").Offer, Agent("ayse"), "PJSIP/ayse");
        scene.Desk.Noticed(new Notice.SendRefused(Contact("c1").Actor, assign, "contact.ended"));
        scene.Offered(("c2", "ayse"));
        scene.Desk.Noticed(new Notice.SendRefused(Contact("c1").Actor, assign, "contact.ended"));
        Assert.Empty(scene.Desk.Last.Events);
    }

    [Fact]
    public void An_offer_that_its_contact_refuses_to_know_of_is_withdrawn()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1");
        var offer = scene.Offer("ayse");
        scene.Desk.Noticed(new Notice.SendRefused(Contact("c1").Actor, new NoteOffered(offer.Offer, offer.Agent, offer.Until), "contact.ended"));
        Assert.Equal(0, scene.Desk.State.Waiting);
        scene.Call("c2").Offered(("c2", "ayse"));
    }
}
