using System.Collections.Immutable;
using Santral.Domain.Addresses;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;
using static Santral.Domain.Tests.Contacts.CallScene;

namespace Santral.Domain.Tests.Contacts;

/// <summary>The outcomes table: every way a call can go wrong ends in a named outcome and leaves nothing behind.</summary>
public sealed class OutcomeTableTests
{
    private static readonly DateTimeOffset Night = new(2026, 11, 23, 20, 0, 0, TimeSpan.Zero);

    private static readonly ImmutableDictionary<string, (ContactOutcome Outcome, Func<CallScene> Play)> Rows =
        new Dictionary<string, (ContactOutcome, Func<CallScene>)>
        {
            // The caller is gone, at each moment of the flow.
            ["gone before the answer"] = (ContactOutcome.AbandonedInPrompt, () => Scene().Rings().Noticed(new Notice.EffectFailed("e", new AnswerCall(Id, CallerLeg), "gone"))),
            ["gone while danger plays"] = (ContactOutcome.AbandonedInPrompt, () => Scene().Rings().CallerLeaves()),
            ["gone while the notice plays"] = (ContactOutcome.AbandonedInPrompt, () => Scene().Rings().Heard("danger").Heard("greeting").CallerLeaves()),
            ["gone in the menu"] = (ContactOutcome.AbandonedInPrompt, () => Scene().AtMenu().Heard("menu").CallerLeaves()),
            ["gone while waiting"] = (ContactOutcome.Abandoned, () => Scene().Queued().CallerLeaves()),
            ["gone while offered"] = (ContactOutcome.Abandoned, () => Scene().Queued().Offered().CallerLeaves()),
            ["gone while the agent's phone rings"] = (ContactOutcome.Abandoned, () => Scene().Queued().Accepted().CallerLeaves()),
            ["gone while talking"] = (ContactOutcome.Informed, () => Scene().Talking().CallerLeaves().Finishes(Ayse)),
            ["gone while held"] = (ContactOutcome.CaseOpened, () => Scene().Talking().When(new HoldCaller(Ayse)).CallerLeaves().Finishes(Ayse, ContactOutcome.CaseOpened)),
            ["gone while a colleague is consulted"] = (ContactOutcome.Informed, () => Scene().Talking().When(new StartConsult(Ayse, ToMehmet, null)).Accepted(Mehmet).Answered().CallerLeaves().Finishes(Ayse)),
            ["gone while a consulted extension rings"] = (ContactOutcome.Informed, () => Scene().Talking().When(new StartConsult(Ayse, ToExtension, null)).CallerLeaves().Finishes(Ayse)),
            ["gone while a blind transfer rings"] = (ContactOutcome.Abandoned, () => Scene().Talking().When(new TransferBlind(Ayse, ToExtension, null)).CallerLeaves().Finishes(Ayse)),
            ["gone while waiting for a colleague"] = (ContactOutcome.Abandoned, () => Scene().Talking().When(new TransferBlind(Ayse, ToMehmet, null)).CallerLeaves().Finishes(Ayse)),
            ["gone after a transfer outside"] = (ContactOutcome.Transferred, () => Scene().Talking().When(new TransferBlind(Ayse, ToOutside, null)).Answered().Finishes(Ayse).CallerLeaves()),

            // The other side.
            ["agent hangs up while talking"] = (ContactOutcome.Informed, () => { var s = Scene().Talking(); return s.When(new LegHungUp(s.LastLeg)).Finishes(Ayse); }),
            ["agent ends from the console"] = (ContactOutcome.WarnedAndEnded, () => Scene().Talking().When(new EndContact(Ayse)).Finishes(Ayse, ContactOutcome.WarnedAndEnded)),
            ["extension hangs up after the transfer"] = (ContactOutcome.Transferred, () => { var s = Scene().Talking().When(new TransferBlind(Ayse, ToExtension, null)).Answered(); return s.When(new LegHungUp(s.LastLeg)).Finishes(Ayse); }),
            ["the switch lost a waiting call"] = (ContactOutcome.SwitchLost, () => Scene().Queued().When(new CallVanished())),
            ["the switch lost a talk"] = (ContactOutcome.SwitchLost, () => Scene().Talking().When(new CallVanished()).Finishes(Ayse)),
            ["closed at night"] = (ContactOutcome.ClosedHours, () => new CallScene(now: Night).Rings(TestPack.DayLine).Heard("danger").Heard("closed")),
            ["gone in the closed prompt"] = (ContactOutcome.ClosedHours, () => new CallScene(now: Night).Rings(TestPack.DayLine).Heard("danger").CallerLeaves()),
            ["silent caller, listened to"] = (ContactOutcome.SilentCall, () => Scene().AtMenu().Heard("menu").After(TimeSpan.FromSeconds(10)).Heard("silent").After(TimeSpan.FromSeconds(10))
                .Accepted().Answered().When(new EndContact(Ayse)).Finishes(Ayse, ContactOutcome.SilentCall)),

            // No agent, or none whose phone can be reached: the caller waits on until the caller leaves.
            ["no agent signed in"] = (ContactOutcome.Abandoned, () => Scene().Queued().After(TimeSpan.FromMinutes(5)).CallerLeaves()),
            ["agent's phone busy"] = (ContactOutcome.Abandoned, () => AgentPhone(LegFailure.Busy)),
            ["agent's phone rejects"] = (ContactOutcome.Abandoned, () => AgentPhone(LegFailure.Rejected)),
            ["agent's phone unreachable"] = (ContactOutcome.Abandoned, () => AgentPhone(LegFailure.Unreachable)),
            ["agent's phone rings out and the switch says nothing"] = (ContactOutcome.Abandoned, () => Scene().Queued().Accepted().After(TimeSpan.FromSeconds(25)).CallerLeaves()),

            // Outbound.
            ["outbound forbidden"] = (ContactOutcome.Refused, () => Dialled().When(new OutreachRefused(Id.Value, "outreach.never_call"))),
            ["outbound never judged"] = (ContactOutcome.Refused, () => Dialled().After(TimeSpan.FromSeconds(15))),
            ["outbound without a free agent"] = (ContactOutcome.Refused, () => Dialled().Noticed(new Notice.SendRefused(TestPack.Desk.Actor, new TakeSlot(Id, Ayse, Medium.Call), "agent.busy"))),
            ["outbound agent's phone unreachable"] = (ContactOutcome.Unreachable, () => { var s = RingingOwn(); return s.When(new LegFailed(s.LastLeg, LegFailure.Unreachable)); }),
            ["outbound no answer"] = (ContactOutcome.NoAnswer, () => CitizenPhone(LegFailure.NoAnswer)),
            ["outbound busy"] = (ContactOutcome.Busy, () => CitizenPhone(LegFailure.Busy)),
            ["outbound rejected"] = (ContactOutcome.Refused, () => CitizenPhone(LegFailure.Rejected)),
            ["outbound unreachable"] = (ContactOutcome.Unreachable, () => CitizenPhone(LegFailure.Unreachable)),
            ["outbound given up by the agent"] = (ContactOutcome.Disconnected, () => RingingOwn().Answered().When(new EndContact(Ayse))),
            ["outbound rings out and the switch says nothing"] = (ContactOutcome.NoAnswer, () => RingingOwn().Answered().After(TimeSpan.FromSeconds(50))),
            ["outbound talked"] = (ContactOutcome.CaseFollowedUp, () => { var s = RingingOwn().Answered().Answered(); return s.When(new LegHungUp(s.LastLeg)).Finishes(Ayse, ContactOutcome.CaseFollowedUp); }),
        }.ToImmutableDictionary();

    public static TheoryData<string> Names => [.. Rows.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_ends_in_its_named_outcome_and_leaves_nothing_behind(string row)
    {
        var (outcome, play) = Rows[row];
        var scene = play();
        scene.EndedAs(outcome);
        Assert.Empty(scene.OpenLegs);

        // Late and repeated news of a call that is over changes nothing.
        var events = scene.Actor.Events.Count;
        scene.CallerLeaves().When(new LegHungUp(CallerLeg)).When(new CallVanished()).When(new CallerPressed("0")).After(TimeSpan.FromHours(1));
        Assert.Equal(events, scene.Actor.Events.Count);
    }

    [Fact]
    public void Address_and_citizen_hear_of_the_end()
    {
        var scene = new CallScene().Queued().CallerLeaves();
        Assert.Equal(ContactOutcome.Abandoned, scene.Actor.Sent<NoteContactEnded>(From.Actor).Outcome);
        Assert.Equal(Scenario.Start, scene.Actor.Sent<NoteContactEnded>().CountsFrom);
        Assert.Equal(ContactOutcome.Abandoned, scene.Actor.Sent<NoteContactOutcome>(Citizen.Actor).Outcome);
    }

    private static CallScene Scene() => new();

    private static CallScene AgentPhone(LegFailure cause)
    {
        var scene = Scene().Queued().Accepted();
        scene.When(new LegFailed(scene.LastLeg, cause));
        Assert.Equal(cause, scene.Actor.Sent<ReportLegFailure>(TestPack.Desk.Actor).Cause);
        Assert.True(scene.Waits);
        Assert.Empty(scene.Slots);
        return scene.CallerLeaves();
    }

    private static CallScene Dialled() => Scene().When(new StartOutbound(Ayse, "PJSIP/ag101", Citizen, TestPack.Sealed<string>("+905551112233"), TestPack.Desk, "153", From));

    private static CallScene RingingOwn() => Dialled().When(new OutreachAllowed(Id.Value));

    private static CallScene CitizenPhone(LegFailure cause)
    {
        var scene = RingingOwn().Answered();
        return scene.When(new LegFailed(scene.LastLeg, cause));
    }
}
