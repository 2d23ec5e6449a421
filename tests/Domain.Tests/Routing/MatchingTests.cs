using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;
using static Santral.Domain.Tests.Routing.DeskScene;

namespace Santral.Domain.Tests.Routing;

/// <summary>Who gets what: G4 by example.</summary>
public sealed class MatchingTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_call_is_offered_to_the_longest_idle_agent_and_both_are_told()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1").Offered(("c1", "ayse"));
        var offer = scene.Offer("ayse");
        Assert.Equal(scene.Desk.Now + scene.Desk.Pack.Limits.OfferTimeout, offer.Until);
        Assert.Equal(new NoteOffered(offer.Offer, Agent("ayse"), offer.Until), scene.Desk.Sent<NoteOffered>(Contact("c1").Actor));
        Assert.Equal((offer.Until, new ExpireOffer(offer.Offer)), scene.Desk.Alarms[$"offer:{offer.Offer}"]);
    }

    [Fact]
    public void Only_an_agent_with_every_skill_is_offered_a_contact() =>
        new DeskScene().Ready("ayse", "tr").Ready("burak", "ar", "tr").Call("c1", skills: ["tr", "ar"]).Offered(("c1", "burak"))
            .Call("c2", skills: ["tr", "ku"]).OffersNothing();

    [Fact]
    public void A_skill_that_only_a_contact_named_so_far_is_known_when_an_agent_brings_it() =>
        new DeskScene().Call("c1", skills: ["ku"]).OffersNothing().Ready("ayse", "ku").Offered(("c1", "ayse"));

    [Fact]
    public void An_agent_on_break_takes_no_offer_and_the_best_waiting_contact_on_becoming_ready()
    {
        var scene = new DeskScene().Call("c1").Call("c2", Priority.P2);
        scene.Ready("ayse").Offered(("c2", "ayse"));
    }

    [Fact]
    public void Waiting_raises_urgency_at_one_rate_so_an_old_call_goes_before_a_young_one_of_higher_priority()
    {
        var scene = new DeskScene().Call("old", Priority.P4);
        scene.Desk.After(4 * Minute);
        scene.Call("young", Priority.P3);
        scene.Ready("ayse").Offered(("old", "ayse"));
    }

    [Fact]
    public void A_head_start_lets_a_higher_priority_go_first_while_it_lasts()
    {
        var scene = new DeskScene().Call("old", Priority.P4);
        scene.Desk.After(2 * Minute);
        scene.Call("young", Priority.P3);
        scene.Ready("ayse").Offered(("young", "ayse"));
    }

    [Fact]
    public void An_agent_on_a_call_or_writing_it_up_takes_no_offer_until_the_slot_is_released()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Accepts("ayse").Conversation("k1").OffersNothing().Call("c2").OffersNothing();
        scene.Desk.When(new BeginWrapUp(Contact("c1"), Agent("ayse"))).Accepted();
        scene.OffersNothing().Releases("ayse", "c1").Offered(("k1", "ayse"));
    }

    [Fact]
    public void An_agent_takes_conversations_up_to_the_limit_one_offer_at_a_time_and_a_call_beside_them()
    {
        var scene = new DeskScene().Ready("ayse").Conversation("k1").Conversation("k2").Conversation("k3").OffersNothing();
        scene.Accepts("ayse").Offered(("k2", "ayse")).Accepts("ayse").OffersNothing();
        scene.Call("c1").Offered(("c1", "ayse")).Accepts("ayse").OffersNothing();
        scene.Releases("ayse", "k1").OffersNothing().Releases("ayse", "c1").Offered(("k3", "ayse"));
    }

    [Fact]
    public void The_idle_clock_restarts_on_accept_so_conversations_are_spread() =>
        new DeskScene().Ready("ayse").Ready("burak").Conversation("k1").Offered(("k1", "ayse")).Accepts("ayse").Conversation("k2").Offered(("k2", "burak"));

    [Fact]
    public void The_idle_clock_restarts_on_release_and_on_becoming_ready()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1").Accepts("ayse").Releases("ayse", "c1");
        scene.Call("c2").Offered(("c2", "burak")).Accepts("burak").Releases("burak", "c2");
        scene.Desk.When(new ChangePresence(Agent("ayse"), Presence.Break, "çay")).When(new ChangePresence(Agent("ayse"), Presence.Ready, null));
        scene.Call("c3").Offered(("c3", "burak"));
    }

    [Fact]
    public void A_contact_for_one_agent_alone_waits_for_that_agent_whatever_the_skills()
    {
        var scene = new DeskScene().Ready("ayse", "ar").Ready("burak").Call("c1", only: "ayse").Offered(("c1", "ayse")).Accepts("ayse");
        scene.Call("c2", only: "ayse", skills: "ku").OffersNothing().Releases("ayse", "c1").Offered(("c2", "ayse"));
    }

    [Fact]
    public void A_contact_for_an_agent_who_is_not_here_waits_for_all_of_its_queue() =>
        new DeskScene().Ready("burak").Call("c1", only: "ayse").Offered(("c1", "burak"));

    [Fact]
    public void A_contact_whose_only_agent_leaves_goes_to_its_queue()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak");
        scene.Desk.When(new ChangePresence(Agent("ayse"), Presence.Break, null));
        scene.Call("c1", only: "ayse").OffersNothing();
        scene.Desk.When(new LeaveDesk(Agent("ayse"), null)).Accepted();
        Assert.Null(scene.Desk.Event<ContactEnqueued>().Only);
        scene.Offered(("c1", "burak"));
    }

    [Fact]
    public void New_skills_of_an_agent_who_is_here_count_at_once_and_keep_the_place_among_the_idle()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak", "ku").Call("c1", skills: "ar").OffersNothing();
        scene.Desk.When(new JoinDesk(Agent("ayse"), ["ar", "ku"], 2, "PJSIP/ayse")).Accepted();
        scene.Offered(("c1", "ayse")).Declines("ayse").OffersNothing().Call("c2", skills: "ku").Offered(("c2", "ayse"));
    }

    [Fact]
    public void A_contact_that_became_more_urgent_goes_first_when_an_agent_comes_free()
    {
        var scene = new DeskScene().Call("c1").Call("c2");
        scene.Desk.When(new Reprioritise(Contact("c2"), Priority.P1)).Accepted();
        scene.Ready("ayse").Offered(("c2", "ayse"));
    }

    [Fact]
    public void A_contact_is_told_its_position_in_its_queue_in_rank_order()
    {
        var scene = new DeskScene().Call("c1").Call("c2").Call("c3", Priority.P1);
        scene.Desk.When(Enqueue("other", scene.Desk.Now, priority: Priority.P1, queue: Aid));
        scene.Desk.When(new AskPosition(Contact("c2")));
        Assert.Equal(new NotePosition(3, 3), scene.Desk.Sent<NotePosition>(Contact("c2").Actor));
        scene.Desk.When(new AskPosition(Contact("c3")));
        Assert.Equal(new NotePosition(1, 3), scene.Desk.Sent<NotePosition>());
        scene.Desk.When(new AskPosition(Contact("nobody"))).Accepted();
        Assert.Empty(scene.Desk.Last.Sends);
    }

    [Fact]
    public void Replay_of_a_busy_hour_equals_the_live_desk()
    {
        var scene = new DeskScene().Ready("ayse", "ar").Ready("burak").Call("c1").Conversation("k1").Accepts("ayse").Accepts("burak");
        scene.Call("c2", only: "burak").Releases("ayse", "c1").OffersNothing();
        scene.Desk.After(Minute);
        scene.Desk.ReplayEqualsLive();
    }
}
