using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;
using static Santral.Domain.Tests.Contacts.CallScene;

namespace Santral.Domain.Tests.Contacts;

public sealed class TransferTests
{
    private static readonly Sealed<string> Note = TestPack.Sealed<string>("not");

    [Fact]
    public void A_blind_transfer_to_a_colleague_holds_the_caller_and_leaves_the_sender_in_wrap_up()
    {
        var scene = new CallScene().Talking().When(new TransferBlind(Ayse, ToMehmet, Note));
        Assert.Equal(CallerLeg, scene.Actor.Effect<HoldLeg>().Leg);
        Assert.Equal(Ayse, scene.Actor.Sent<BeginWrapUp>().Agent);
        Assert.Equal(Mehmet, scene.Actor.Sent<Enqueue>().Only);
        Assert.Equal(Note, scene.Actor.Event<TransferStarted>().Note);

        scene.Accepted(Mehmet).Answered();
        Assert.Equal(ToMehmet, scene.Actor.Event<TransferCompleted>().Target);
        Assert.Equal(Mehmet, ((Phase.Talking)scene.Phase!).Agent);

        scene.Finishes(Ayse, ContactOutcome.Transferred);
        Assert.Equal([Mehmet], scene.Slots);
        scene.CallerLeaves().Finishes(Mehmet, ContactOutcome.CaseOpened).EndedAs(ContactOutcome.CaseOpened);
    }

    [Fact]
    public void The_outcome_of_who_had_the_call_last_counts_even_when_the_sender_writes_longer()
    {
        var scene = new CallScene().Talking().When(new TransferBlind(Ayse, ToMehmet, null)).Accepted(Mehmet).Answered().CallerLeaves();
        scene.Finishes(Mehmet, ContactOutcome.CaseOpened);
        Assert.Null(scene.Outcome);
        scene.Finishes(Ayse, ContactOutcome.Informed).EndedAs(ContactOutcome.CaseOpened);
    }

    [Fact]
    public void An_unanswered_transfer_comes_back_to_the_sender_first_one_level_up_and_then_to_the_queue()
    {
        var scene = new CallScene().Talking().When(new TransferBlind(Ayse, ToMehmet, Note)).After(TimeSpan.FromSeconds(20));
        Assert.Equal((Ayse, Priority.P3), (scene.Actor.Sent<Enqueue>().Only!.Value, scene.Actor.Sent<Enqueue>().Priority));
        Assert.Equal(LegFailure.NoAnswer, scene.Actor.Event<TransferReturned>().Cause);
        Assert.Equal(Scenario.Start, scene.Actor.Sent<Enqueue>().CountsFrom);

        // The desk offers it only to someone without a slot of it: the sender's wrap-up is over.
        Assert.Equal(Ayse, scene.Actor.Sent<ReleaseSlot>().Agent);
        scene.After(TimeSpan.FromSeconds(20));
        Assert.Null(scene.Actor.Events.OfType<ContactQueued>().Last().Only);
        Assert.Equal(TestPack.General, scene.Actor.Events.OfType<ContactQueued>().Last().Queue);
        scene.CallerLeaves().EndedAs(ContactOutcome.Abandoned);
    }

    [Theory]
    [InlineData(OfferEnd.TimedOut)]
    [InlineData(OfferEnd.Declined)]
    [InlineData(OfferEnd.AgentLeft)]
    public void A_colleague_who_does_not_take_it_sends_it_back_at_once(OfferEnd end)
    {
        var scene = new CallScene().Talking().When(new TransferBlind(Ayse, ToMehmet, null)).Offered(Mehmet);
        scene.When(new NoteOfferEnded(scene.LastOffer, Mehmet, end));
        Assert.Equal(Ayse, scene.Actor.Sent<Enqueue>().Only);
        scene.Accepted(Ayse).Answered();
        Assert.Equal(Ayse, ((Phase.Talking)scene.Phase!).Agent);
    }

    [Fact]
    public void A_transfer_to_a_queue_keeps_the_age_and_does_not_come_back()
    {
        var scene = new CallScene().Talking().When(new TransferBlind(Ayse, ToAid, null));
        Assert.Equal((TestPack.Aid, Scenario.Start), (scene.Actor.Sent<Enqueue>().Queue, scene.Actor.Sent<Enqueue>().CountsFrom));
        scene.After(TimeSpan.FromMinutes(2));
        Assert.False(scene.Actor.Happened<TransferReturned>());
    }

    [Theory]
    [InlineData(TransferKind.Extension, "2210", "PJSIP/2210")]
    [InlineData(TransferKind.Outside, "4441234", "PJSIP/4441234@disari")]
    public void An_extension_or_outside_number_is_rung_and_then_bridged_without_an_agent(TransferKind kind, string number, string endpoint)
    {
        var scene = new CallScene().Talking().When(new TransferBlind(Ayse, new(kind, number, ""), null));
        Assert.Equal(endpoint, scene.Actor.Effect<RingLeg>().Endpoint);
        scene.Answered();
        Assert.Equal([CallerLeg, scene.LastLeg], scene.Actor.Effect<BridgeLegs>().Legs);
        scene.Finishes(Ayse);
        Assert.Empty(scene.Slots);
        Assert.Null(scene.Outcome);
        scene.When(new LegHungUp(scene.LastLeg)).EndedAs(ContactOutcome.Transferred);
    }

    [Theory]
    [InlineData(LegFailure.NoAnswer)]
    [InlineData(LegFailure.Busy)]
    [InlineData(LegFailure.Unreachable)]
    public void An_extension_that_fails_sends_the_caller_back_to_the_sender(LegFailure cause)
    {
        var scene = new CallScene().Talking().When(new TransferBlind(Ayse, ToExtension, null));
        scene.When(new LegFailed(scene.LastLeg, cause));
        Assert.Equal(cause, scene.Actor.Event<TransferReturned>().Cause);
        Assert.Equal(Ayse, scene.Actor.Sent<Enqueue>().Only);
        Assert.DoesNotContain("leg", scene.Actor.Alarms.Keys);
    }

    [Fact]
    public void An_extension_of_which_the_switch_says_nothing_is_given_up_by_our_own_alarm()
    {
        var scene = new CallScene().Talking().When(new TransferBlind(Ayse, ToExtension, null)).After(TimeSpan.FromSeconds(25));
        Assert.Equal(Ayse, scene.Actor.Events.OfType<ContactQueued>().Last().Only);
        scene.Answered();
        Assert.Equal("late", scene.Actor.Effect<HangUpLeg>().Reason);
    }

    [Fact]
    public void A_consulted_colleague_takes_over_when_the_transfer_is_completed()
    {
        var scene = Consulting(ToMehmet).Accepted(Mehmet, "PJSIP/ag102").Answered();
        var aysesLeg = ((Phase.Consulting)scene.Phase!).Leg;
        Assert.Equal([aysesLeg, scene.LastLeg], scene.Actor.Effect<BridgeLegs>().Legs);
        scene.When(new CompleteTransfer(Ayse));
        Assert.Equal([CallerLeg, scene.LastLeg], scene.Actor.Effect<BridgeLegs>().Legs);
        Assert.Equal(aysesLeg, scene.Actor.Effect<HangUpLeg>().Leg);
        scene.Finishes(Ayse).CallerLeaves().Finishes(Mehmet).EndedAs(ContactOutcome.Informed);
    }

    [Fact]
    public void A_cancelled_consultation_gives_the_caller_back_and_frees_the_colleague()
    {
        var scene = Consulting(ToMehmet).Accepted(Mehmet).Answered().When(new CancelConsult(Ayse));
        Assert.Equal(Mehmet, scene.Actor.Sent<ReleaseSlot>().Agent);
        Assert.Contains(CallerLeg, scene.Actor.Effect<BridgeLegs>().Legs);
        Assert.Equal([Ayse], scene.Slots);
        Assert.False(((Phase.Talking)scene.Phase!).Held);
    }

    [Fact]
    public void A_consultation_nobody_answers_gives_the_caller_back()
    {
        var offered = Consulting(ToMehmet).After(TimeSpan.FromSeconds(20));
        Assert.IsType<Phase.Talking>(offered.Phase);
        Assert.False(offered.Waits);
        var rung = Consulting(ToExtension);
        rung.When(new LegFailed(rung.LastLeg, LegFailure.Busy));
        Assert.IsType<Phase.Talking>(rung.Phase);
        Assert.DoesNotContain("leg", rung.Actor.Alarms.Keys);
    }

    [Fact]
    public void Completing_before_the_answer_is_refused()
    {
        Consulting(ToExtension).When(new CompleteTransfer(Ayse)).Actor.Refused("transfer.not_answered");
        new CallScene().Talking().When(new CompleteTransfer(Ayse)).Actor.Refused("transfer.none");
    }

    [Fact]
    public void An_agent_who_hangs_up_during_an_answered_consultation_completes_it()
    {
        var scene = Consulting(ToExtension).Answered();
        scene.When(new LegHungUp(((Phase.Consulting)scene.Phase!).Leg));
        Assert.IsType<Phase.Bridged>(scene.Phase);
        scene.Finishes(Ayse).CallerLeaves().EndedAs(ContactOutcome.Transferred);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_agent_who_hangs_up_before_the_answer_does_not_lose_the_held_caller(bool accepted)
    {
        var scene = Consulting(ToMehmet);
        var leg = ((Phase.Consulting)scene.Phase!).Leg;
        if (accepted)
        {
            scene.Accepted(Mehmet);
        }

        scene.When(new LegHungUp(leg));
        Assert.IsType<Phase.Waiting>(scene.Phase);
        Assert.True(scene.Waits);
        Assert.Equal([Ayse], scene.Slots);
        Assert.Equal(Priority.P3, scene.Facts.Priority);
    }

    [Fact]
    public void A_colleague_who_accepts_after_the_consultation_was_cancelled_is_refused_so_that_the_desk_frees_them()
    {
        var scene = Consulting(ToMehmet).Offered(Mehmet).When(new CancelConsult(Ayse));
        scene.When(new Assign(scene.LastOffer, Mehmet, "PJSIP/ag102")).Actor.Refused("contact.not_waiting");
    }

    [Theory]
    [InlineData(TransferKind.Agent, "ayse", "transfer.to_self")]
    [InlineData(TransferKind.Queue, "yok", "contact.unknown_queue")]
    [InlineData(TransferKind.Extension, "2210@x,dial", "transfer.bad_target")]
    [InlineData(TransferKind.Outside, "", "transfer.bad_target")]
    public void A_target_that_cannot_be_dialled_is_refused(TransferKind kind, string value, string code) =>
        new CallScene().Talking().When(new TransferBlind(Ayse, new(kind, value, ""), null)).Actor.Refused(code);

    private static CallScene Consulting(TransferTarget target)
    {
        var scene = new CallScene().Talking().When(new StartConsult(Ayse, target, null));
        Assert.Equal(CallerLeg, scene.Actor.Effect<HoldLeg>().Leg);
        return scene;
    }
}
