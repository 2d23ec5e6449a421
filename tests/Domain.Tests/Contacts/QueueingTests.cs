using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;
using static Santral.Domain.Tests.Contacts.CallScene;

namespace Santral.Domain.Tests.Contacts;

public sealed class QueueingTests
{
    [Fact]
    public void An_accepted_call_rings_the_agents_phone_and_connects_when_it_answers()
    {
        var scene = new CallScene().Queued().Accepted();
        var ring = scene.Actor.Effect<RingLeg>();
        Assert.Equal(("PJSIP/ag101", CallerLeg, TimeSpan.FromSeconds(20)), (ring.Endpoint, ring.CallerLeg, ring.Timeout));
        Assert.Equal(["leg"], scene.Actor.Alarms.Keys);
        scene.Answered();
        Assert.Equal([CallerLeg, ring.Leg], scene.Actor.Effect<BridgeLegs>().Legs);
        Assert.Equal(Ayse, scene.Actor.Event<Connected>().Agent);
        Assert.Empty(scene.Actor.Alarms);
    }

    [Fact]
    public void An_agents_phone_that_fails_sends_the_caller_back_with_the_same_age()
    {
        var scene = new CallScene().Queued().After(TimeSpan.FromMinutes(3)).Accepted();
        scene.When(new LegFailed(scene.LastLeg, LegFailure.NoAnswer));
        Assert.Equal(LegFailure.NoAnswer, scene.Actor.Sent<ReportLegFailure>().Cause);
        Assert.Equal(Scenario.Start, scene.Actor.Sent<Enqueue>().CountsFrom);
        Assert.Equal(["position"], scene.Actor.Alarms.Keys);
    }

    [Fact]
    public void A_ring_that_cannot_be_carried_out_counts_as_unreachable()
    {
        var scene = new CallScene().Queued().Accepted();
        scene.Noticed(new Notice.EffectExpired("e", scene.Actor.Effect<RingLeg>()));
        Assert.Equal(LegFailure.Unreachable, scene.Actor.Sent<ReportLegFailure>().Cause);
        Assert.True(scene.Waits);
    }

    [Fact]
    public void An_agent_without_a_phone_does_not_get_the_call()
    {
        var scene = new CallScene().Queued().Accepted(endpoint: null);
        Assert.Empty(scene.Actor.Last.Effects.Select(e => e.Effect).OfType<RingLeg>());
        Assert.True(scene.Waits);
        Assert.Empty(scene.Slots);
    }

    [Fact]
    public void Legs_that_cannot_be_joined_leave_the_caller_waiting_and_the_agent_free()
    {
        var scene = new CallScene().Talking();
        scene.Noticed(new Notice.EffectFailed("e", scene.Actor.Effect<BridgeLegs>(), "bridge"));
        Assert.True(scene.Waits);
        Assert.Empty(scene.Slots);
        Assert.IsType<Phase.Waiting>(scene.Phase);
    }

    [Fact]
    public void Each_leg_has_a_name_of_its_own()
    {
        var scene = new CallScene().Queued().Accepted();
        var first = scene.LastLeg;
        scene.When(new LegFailed(first, LegFailure.Busy)).Accepted(Mehmet).Answered();
        var second = scene.LastLeg;
        scene.When(new TransferBlind(Mehmet, ToExtension, null));
        Assert.Equal(3, new[] { first, second, scene.LastLeg }.Distinct().Count());
    }

    [Fact]
    public void A_second_assignment_is_refused_so_that_the_desk_frees_the_agent()
    {
        var scene = new CallScene().Queued().Accepted();
        scene.When(new Assign(new(UuidV8.Of("other")), Mehmet, "PJSIP/ag102")).Actor.Refused("contact.not_waiting");
        scene.When(new Assign(scene.LastOffer, Ayse, "PJSIP/ag101")).Actor.Accepted();
        Assert.Empty(scene.Actor.Last.Events);
        scene.CallerLeaves().When(new Assign(new(UuidV8.Of("late")), Mehmet, "PJSIP/ag102")).Actor.Refused("contact.ended");
    }

    [Fact]
    public void An_offer_of_a_contact_that_does_not_wait_is_refused_so_that_the_desk_withdraws_it() =>
        new CallScene().Talking().Offered(Mehmet).Actor.Refused("contact.not_waiting");

    [Fact]
    public void An_acceptance_that_crossed_a_move_is_taken_and_the_contact_withdrawn_from_where_it_moved()
    {
        var scene = new CallScene().Queued().Offered();
        scene.When(new MoveToQueue("amir", TestPack.Aid)).When(new Assign(scene.LastOffer, Ayse, "PJSIP/ag101"));
        Assert.NotNull(scene.Actor.Sent<Withdraw>());
        Assert.IsType<Phase.Ringing>(scene.Phase);
    }

    [Fact]
    public void A_full_desk_is_asked_again_until_there_is_room()
    {
        var scene = new CallScene().Queued();
        var refused = scene.Actor.Sent<Enqueue>();
        scene.Noticed(new Notice.SendRefused(TestPack.Desk.Actor, refused, "desk.full")).After(TimeSpan.FromSeconds(5));
        Assert.Equal(refused, scene.Actor.Sent<Enqueue>());
        scene.CallerLeaves().EndedAs(ContactOutcome.Abandoned);
    }

    [Fact]
    public void An_ended_offer_is_noted_and_the_contact_waits_on()
    {
        var scene = new CallScene().Queued().Offered();
        Assert.Equal(Ayse, scene.Actor.Event<ContactOffered>().Agent);
        scene.When(new NoteOfferEnded(scene.LastOffer, Ayse, OfferEnd.TimedOut));
        Assert.Equal(OfferEnd.TimedOut, scene.Actor.Event<ContactOfferEnded>().End);
        Assert.Empty(scene.Actor.Last.Sends);
        Assert.True(scene.Waits);
    }

    [Fact]
    public void A_supervisor_moves_and_raises_a_waiting_contact_and_never_lowers_it()
    {
        var scene = new CallScene().Queued().When(new RaisePriority("amir", Priority.P2));
        Assert.Equal(Priority.P2, scene.Actor.Sent<Reprioritise>().Priority);
        scene.When(new MoveToQueue("amir", TestPack.Aid));
        Assert.Equal((TestPack.Aid, Priority.P2), (scene.Actor.Sent<Enqueue>().Queue, scene.Actor.Sent<Enqueue>().Priority));
        scene.When(new RaisePriority("amir", Priority.P4));
        Assert.Empty(scene.Actor.Last.Events);
        scene.When(new MoveToQueue("amir", new("yok"))).Actor.Refused("contact.unknown_queue");
        scene.Accepted().When(new MoveToQueue("amir", TestPack.Aid)).Actor.Refused("contact.not_waiting");
    }

    [Fact]
    public void A_queue_of_another_desk_takes_the_contact_from_the_first()
    {
        var other = new DeskId("ikinci");
        var pack = TestPack.Small with { Queues = [.. TestPack.Small.Queues.Select(q => q.Id == TestPack.Aid ? q with { Desk = other } : q)] };
        var scene = new CallScene(pack).Queued().When(new MoveToQueue("amir", TestPack.Aid));
        Assert.NotNull(scene.Actor.Sent<Withdraw>(TestPack.Desk.Actor));
        Assert.NotNull(scene.Actor.Sent<Enqueue>(other.Actor));
    }

    [Fact]
    public void Hold_and_resume_take_the_caller_out_of_the_bridge_and_back()
    {
        var scene = new CallScene().Talking().When(new HoldCaller(Ayse));
        Assert.Equal(CallerLeg, scene.Actor.Effect<HoldLeg>().Leg);
        scene.When(new HoldCaller(Ayse));
        Assert.Empty(scene.Actor.Last.Effects);
        scene.When(new ResumeCaller(Ayse));
        Assert.Contains(CallerLeg, scene.Actor.Effect<BridgeLegs>().Legs);
        Assert.Null(scene.Actor.Effect<BridgeLegs>().RecordAs);
        scene.When(new ResumeCaller(Ayse));
        Assert.Empty(scene.Actor.Last.Effects);
    }

    [Fact]
    public void What_only_its_agent_may_do_is_refused_to_others()
    {
        ContactCommand[] commands =
        [
            new HoldCaller(Mehmet), new ResumeCaller(Mehmet), new EndContact(Mehmet), new TransferBlind(Mehmet, ToExtension, null), new StartConsult(Mehmet, ToExtension, null),
            new CompleteTransfer(Mehmet), new CancelConsult(Mehmet), new WriteMessage(Mehmet, Guid.Empty, TestPack.Sealed<string>("x"), null, [], false),
            new WriteNote(Mehmet, TestPack.Sealed<string>("x")), new SetCapacity(Mehmet, Capacity.Muhtar), new AddSubject(Mehmet, new(null, null, null)),
            new LinkCitizen(Mehmet, Citizen), new RecordVerification(Mehmet, true), new LinkCase(Mehmet, new(Guid.Empty)), new FinishContact(Mehmet, ContactOutcome.Informed, null),
        ];
        var scene = new CallScene().Talking();
        foreach (var command in commands)
        {
            scene.When(command).Actor.Refused("contact.not_yours");
        }
    }

    [Fact]
    public void The_card_takes_notes_subjects_capacity_verification_incident_case_and_citizen()
    {
        var other = new CitizenId(UuidV8.Of("other"));
        var scene = new CallScene().Talking()
            .When(new WriteNote(Ayse, TestPack.Sealed<string>("not"))).When(new SetCapacity(Ayse, Capacity.Muhtar)).When(new AddSubject(Ayse, new(null, null, null)))
            .When(new RecordVerification(Ayse, true)).When(new TagIncident("amir", "sel")).When(new LinkCase(Ayse, new(UuidV8.Of("case")))).When(new LinkCitizen(Ayse, other));
        Assert.Equal(CallScene.Id, scene.Actor.Sent<NoteContact>(other.Actor).Contact);
        Assert.Equal(
            [typeof(NoteWritten), typeof(CapacitySet), typeof(SubjectAdded), typeof(VerificationRecorded), typeof(IncidentTagged), typeof(CaseLinked), typeof(CitizenLinked)],
            scene.Actor.Events.TakeLast(7).Select(e => e.GetType()));
        scene.CallerLeaves().Finishes(Ayse);
        Assert.Equal(ContactOutcome.Informed, scene.Actor.Sent<NoteContactOutcome>(other.Actor).Outcome);

        // A case that was being opened when the contact ended is still linked.
        scene.When(new LinkCase(Ayse, new(UuidV8.Of("late")))).Actor.Accepted();
        scene.When(new WriteNote(Ayse, TestPack.Sealed<string>("x"))).Actor.Refused("contact.ended");
    }

    [Fact]
    public void Subjects_are_bounded()
    {
        var scene = new CallScene().Talking();
        for (var i = 0; i < Facts.MostSubjects; i++)
        {
            scene.When(new AddSubject(Ayse, new(null, null, null))).Actor.Accepted();
        }

        scene.When(new AddSubject(Ayse, new(null, null, null))).Actor.Refused("contact.too_many_subjects");
    }

    [Fact]
    public void Wrap_up_ends_by_itself_when_the_pack_says_so_and_never_otherwise()
    {
        var limited = new CallScene(TestPack.Small with { Limits = TestPack.Small.Limits with { WrapUpTimeout = TimeSpan.FromMinutes(1) } }).Talking().CallerLeaves();
        Assert.Equal(limited.Actor.Now + TimeSpan.FromMinutes(1), limited.Actor.Event<WrapUpStarted>().Until);
        limited.After(TimeSpan.FromMinutes(1)).EndedAs(ContactOutcome.TimedOut);

        var free = new CallScene().Talking().CallerLeaves().After(TimeSpan.FromDays(1));
        Assert.IsType<Phase.WrappingUp>(free.Phase);
    }

    [Theory]
    [InlineData(ContactOutcome.Abandoned)]
    [InlineData(ContactOutcome.TimedOut)]
    [InlineData(ContactOutcome.SwitchLost)]
    public void An_agent_cannot_record_what_only_the_system_finds(ContactOutcome outcome) =>
        new CallScene().Talking().CallerLeaves().Finishes(Ayse, outcome).Actor.Refused("contact.outcome_not_allowed");

    [Fact]
    public void A_contact_is_not_finished_while_it_lives() => new CallScene().Talking().Finishes(Ayse).Actor.Refused("contact.not_in_wrapup");

    [Fact]
    public void An_outbound_call_asks_safe_contact_first_then_rings_the_agent_then_the_citizen()
    {
        var scene = new CallScene().When(new StartOutbound(Ayse, "PJSIP/ag101", Citizen, TestPack.Sealed<string>("+90555"), TestPack.Desk, "153", From));
        var check = scene.Actor.Sent<CheckOutreach>(Citizen.Actor);
        Assert.Equal(new(Channel.Voice, From, OutreachPurpose.Dial, false), check.Outreach);
        Assert.Equal(Medium.Call, scene.Actor.Sent<TakeSlot>(TestPack.Desk.Actor).Medium);
        Assert.Empty(scene.Actor.Last.Effects);
        scene.When(new OutreachAllowed(check.Request));
        Assert.Equal("PJSIP/ag101", scene.Actor.Effect<RingLeg>().Endpoint);
        var agentLeg = scene.LastLeg;
        scene.Answered();
        var ring = scene.Actor.Effect<RingLeg>();
        Assert.Equal(("PJSIP/disari", agentLeg, TimeSpan.FromSeconds(45)), (ring.Endpoint, ring.CallerLeg, ring.Timeout));
        Assert.NotNull(ring.Number);
        scene.Answered();
        Assert.Equal([agentLeg, ring.Leg], scene.Actor.Effect<BridgeLegs>().Legs);
        Assert.Null(scene.Actor.Effect<BridgeLegs>().RecordAs);
    }
}
