using Santral.Domain.Agents;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;
using static Santral.Domain.Tests.Routing.DeskScene;

namespace Santral.Domain.Tests.Routing;

/// <summary>Slots without offers, agents who leave, bounds and the supervisor's switches.</summary>
public sealed class SlotTests
{
    [Theory]
    [InlineData(LegFailure.NoAnswer, Presence.Missed)]
    [InlineData(LegFailure.Busy, Presence.PhoneUnreachable)]
    [InlineData(LegFailure.Rejected, Presence.PhoneUnreachable)]
    [InlineData(LegFailure.Unreachable, Presence.PhoneUnreachable)]
    public void A_phone_that_failed_frees_the_slot_and_takes_the_agent_out(LegFailure cause, Presence presence)
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Accepts("ayse");
        scene.Desk.When(new ReportLegFailure(Contact("c1"), Agent("ayse"), cause)).Accepted();
        Assert.Equal(presence, scene.Desk.Event<PresenceChanged>().Presence);
        Assert.Equal(presence, scene.Desk.Sent<NotePresence>(Agent("ayse").Actor).Presence);
        Assert.Equal(Contact("c1"), scene.Desk.Event<SlotReleased>().Contact);
        scene.Call("c1").OffersNothing();
        scene.Desk.When(new ChangePresence(Agent("ayse"), Presence.Ready, null));
        scene.Offered(("c1", "ayse"));
    }

    [Fact]
    public void A_ringing_leg_that_was_cancelled_leaves_the_agent_ready()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Accepts("ayse").Call("c2");
        scene.Desk.When(new ReportLegFailure(Contact("c1"), Agent("ayse"), LegFailure.Cancelled)).Accepted();
        scene.Offered(("c2", "ayse"));
    }

    [Fact]
    public void A_call_of_the_agents_own_takes_the_call_slot_once()
    {
        var scene = new DeskScene().Ready("ayse");
        var take = new TakeSlot(Contact("out"), Agent("ayse"), Medium.Call);
        scene.Desk.When(take).Accepted().When(take).Accepted();
        Assert.Empty(scene.Desk.Last.Events);
        scene.Desk.When(take with { Contact = Contact("other") }).Refused(DeskCodes.AgentBusy);
        scene.Desk.When(take with { Agent = Agent("nobody") }).Refused(DeskCodes.AgentNotOnDesk);
        scene.Call("c1").OffersNothing().Releases("ayse", "out").Offered(("c1", "ayse"));
    }

    [Fact]
    public void A_slot_reserved_by_an_offer_is_not_free_and_an_offered_conversation_steps_back_for_a_call()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1");
        scene.Desk.When(new TakeSlot(Contact("out"), Agent("ayse"), Medium.Call)).Refused(DeskCodes.AgentBusy);
        scene = new DeskScene().Ready("ayse").Ready("burak").Conversation("k1");
        scene.Desk.When(new TakeSlot(Contact("out"), Agent("ayse"), Medium.Call)).Accepted();
        Assert.Equal(OfferEnd.Superseded, scene.Desk.Event<OfferClosed>().End);
        scene.Offered(("k1", "burak"));
    }

    [Fact]
    public void A_reserved_conversation_counts_towards_the_limit()
    {
        var scene = new DeskScene().Ready("ayse").Conversation("k1").Accepts("ayse").Conversation("k2");
        scene.Desk.When(new TakeSlot(Contact("k3"), Agent("ayse"), Medium.Conversation)).Refused(DeskCodes.AgentBusy);
    }

    [Fact]
    public void A_contact_whose_slot_is_taken_waits_no_more()
    {
        var scene = new DeskScene().Ready("ayse").Ready("burak").Call("c1").Offered(("c1", "ayse"));
        scene.Desk.When(new TakeSlot(Contact("c1"), Agent("burak"), Medium.Call)).Accepted();
        Assert.Equal(OfferEnd.Superseded, scene.Desk.Event<OfferClosed>().End);
        Assert.Equal(0, scene.Desk.State.Waiting);
        scene.OffersNothing().Call("c2").Offered(("c2", "ayse"));
    }

    [Fact]
    public void A_transferred_contact_waits_while_the_sender_writes_up_and_is_not_offered_to_the_sender_before()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Accepts("ayse");
        scene.Desk.When(new BeginWrapUp(Contact("c1"), Agent("ayse"))).Accepted();
        scene.Call("c1").OffersNothing().Ready("burak").Offered(("c1", "burak")).Declines("burak");
        scene.Releases("ayse", "c1").Offered(("c1", "ayse"));
    }

    [Fact]
    public void An_agent_holding_a_conversation_is_not_offered_it_a_second_time() =>
        new DeskScene().Ready("ayse").Conversation("k1").Accepts("ayse").Conversation("k1").OffersNothing().Conversation("k2").Offered(("k2", "ayse"));

    [Fact]
    public void Nobody_leaves_during_a_call_or_before_it_is_written_up()
    {
        var scene = new DeskScene().Ready("ayse").Call("c1").Accepts("ayse");
        scene.Desk.When(new LeaveDesk(Agent("ayse"), null)).Refused(DeskCodes.AgentOnCall);
        scene.Desk.When(new BeginWrapUp(Contact("c1"), Agent("ayse"))).When(new LeaveDesk(Agent("ayse"), null)).Refused(DeskCodes.AgentInWrapUp);
        scene.Releases("ayse", "c1").Desk.When(new LeaveDesk(Agent("ayse"), null)).Accepted();
        Assert.Equal(0, scene.Desk.State.Agents);
    }

    [Theory]
    [InlineData("burak", "burak")]
    [InlineData("nobody", null)]
    [InlineData("ayse", null)]
    [InlineData(null, null)]
    public void Open_conversations_of_a_leaver_go_to_a_colleague_who_is_here_or_to_the_pool(string? asked, string? colleague)
    {
        var scene = new DeskScene().Ready("ayse").Conversation("k1").Accepts("ayse").Conversation("k2").Ready("burak");
        scene.Desk.When(new LeaveDesk(Agent("ayse"), asked is null ? null : Agent(asked))).Accepted();
        Assert.Equal(new HandOver(Agent("ayse"), colleague is null ? null : Agent(colleague)), scene.Desk.Sent<HandOver>(Contact("k1").Actor));
        Assert.Equal(OfferEnd.AgentLeft, scene.Desk.Event<OfferClosed>().End);
        scene.Desk.Sent<NoteLeft>(Agent("ayse").Actor);
        scene.Offered(("k2", "burak"));
    }

    [Fact]
    public void Leaving_a_desk_one_is_not_on_is_answered_alike()
    {
        var scene = new DeskScene();
        scene.Desk.When(new LeaveDesk(Agent("ayse"), null)).Accepted().Sent<NoteLeft>(Agent("ayse").Actor);
        Assert.Empty(scene.Desk.Last.Events);
    }

    [Fact]
    public void A_full_desk_refuses_a_contact_but_keeps_a_tenth_of_its_places_for_danger_to_life()
    {
        var scene = new DeskScene(TestPack.Small with { Limits = new() { WaitingPerDesk = 10 } });
        for (var i = 0; i < 9; i++)
        {
            scene.Call($"c{i}");
        }

        scene.Desk.When(Enqueue("late", scene.Desk.Now)).Refused(DeskCodes.Full);
        scene.Desk.When(Enqueue("c3", scene.Desk.Now, priority: Priority.P2)).Accepted();
        scene.Call("danger", Priority.P1);
        scene.Desk.When(Enqueue("danger2", scene.Desk.Now, priority: Priority.P1)).Refused(DeskCodes.Full);
        scene.Ready("ayse").Offered(("danger", "ayse")).Accepts("ayse").Call("danger2", Priority.P1);
    }

    [Fact]
    public void A_full_desk_refuses_another_agent_and_not_one_who_is_here()
    {
        var scene = new DeskScene(TestPack.Small with { Limits = new() { AgentsPerDesk = 1 } }).Ready("ayse");
        scene.Desk.When(new JoinDesk(Agent("burak"), [], 1, null)).Refused(DeskCodes.Full);
        scene.Desk.When(new JoinDesk(Agent("ayse"), ["ar"], 1, null)).Accepted();
    }

    [Fact]
    public void Joining_again_is_answered_with_the_presence_the_desk_knows()
    {
        var scene = new DeskScene().Ready("ayse");
        scene.Desk.When(new JoinDesk(Agent("ayse"), [], 2, "PJSIP/ayse")).Accepted();
        Assert.Empty(scene.Desk.Last.Events);
        Assert.Equal(Presence.Ready, scene.Desk.Sent<NotePresence>(Agent("ayse").Actor).Presence);
    }

    [Fact]
    public void A_limit_lowered_while_a_conversation_rings_sends_the_conversation_on()
    {
        var scene = new DeskScene().Ready("ayse").Conversation("k1").Accepts("ayse").Conversation("k2").Offered(("k2", "ayse")).Ready("burak");
        scene.Desk.When(new JoinDesk(Agent("ayse"), [], 1, "PJSIP/ayse")).Accepted();
        Assert.Equal(OfferEnd.Superseded, scene.Desk.Event<OfferClosed>().End);
        scene.Offered(("k2", "burak"));
    }

    [Fact]
    public void Missed_is_found_by_the_desk_and_set_by_nobody()
    {
        var scene = new DeskScene().Ready("ayse");
        scene.Desk.When(new ChangePresence(Agent("ayse"), Presence.Missed, null)).Refused(DeskCodes.PresenceNotSettable);
        scene.Desk.When(new ChangePresence(Agent("nobody"), Presence.Ready, null)).Refused(DeskCodes.AgentNotOnDesk);
    }

    [Fact]
    public void An_announcement_is_one_switch_per_line()
    {
        var desk = new DeskScene().Desk.When(new SwitchAnnouncement("153", "su-kesintisi", "sup")).Accepted();
        Assert.Equal("su-kesintisi", desk.State.Announcement("153"));
        Assert.Empty(desk.When(new SwitchAnnouncement("153", "su-kesintisi", "sup")).Last.Events);
        Assert.Null(desk.When(new SwitchAnnouncement("153", null, "sup")).State.Announcement("153"));
    }

    [Fact]
    public void A_call_for_help_stays_open_until_one_supervisor_answers_it()
    {
        var scene = new DeskScene().Ready("ayse");
        scene.Desk.When(new AskHelp(Agent("nobody"), null)).Refused(DeskCodes.AgentNotOnDesk);
        scene.Desk.When(new AskHelp(Agent("ayse"), Contact("c1"))).Accepted().When(new AskHelp(Agent("ayse"), Contact("c1"))).Accepted();
        Assert.Empty(scene.Desk.Last.Events);
        scene.Desk.When(new AnswerHelp(Agent("ayse"), "sup")).Accepted().When(new AnswerHelp(Agent("ayse"), "sup2")).Refused(DeskCodes.HelpNotOpen);
    }
}
