using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Telephony.Ari;
using Xunit;

namespace Santral.EndToEnd.Telephony;

/// <summary>The rows of the outcomes table in which the caller stays and the other side does something. Nothing may be left either.</summary>
[Collection(SwitchTests.Name)]
public sealed class OutcomeTests(Asterisk asterisk) : CallTest(asterisk)
{
    [Theory]
    [InlineData("decline", LegFailure.Rejected)]
    [InlineData("busy", LegFailure.Busy)]
    public async Task The_agents_phone_refuses_and_the_caller_waits_on(string what, LegFailure cause)
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var caller = await RingingAsync();
        phone.Do(PhoneCall, what);
        Assert.Equal(cause, (await Centre.UntilAsync<AgentLegFailed>("that the phone failed")).Cause);
        await WaitsAgainAndLeavesAsync(caller);
    }

    [Fact]
    public async Task The_agents_phone_rings_and_nobody_picks_up()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var caller = await RingingAsync();
        Assert.Equal(LegFailure.NoAnswer, (await Centre.UntilAsync<AgentLegFailed>("that the phone failed")).Cause);
        await Centre.UntilAsync<PresenceChanged>(e => e.Presence is Presence.Missed or Presence.PhoneUnreachable, "that the agent is asked to look at the phone");
        await WaitsAgainAndLeavesAsync(caller);
    }

    [Fact]
    public async Task The_agents_phone_is_not_there()
    {
        await using var caller = await AcceptedAsync();
        Assert.Equal(LegFailure.Unreachable, (await Centre.UntilAsync<AgentLegFailed>("that the phone failed")).Cause);
        await Centre.UntilAsync<PresenceChanged>(e => e.Presence == Presence.PhoneUnreachable, "that the agent's phone is marked unreachable");
        await WaitsAgainAndLeavesAsync(caller);
    }

    [Fact]
    public async Task No_agent_is_signed_in_and_the_caller_hears_the_place_in_the_queue()
    {
        await using var caller = await WaitingAsync();
        await Asterisk.HearsAsync<AriEvent.PlaybackFinished>(e => e.PlaybackId.StartsWith("position~", StringComparison.Ordinal) && e.State == "done", "that the place was spoken");
        await WaitsAgainAndLeavesAsync(caller);
    }

    [Fact]
    public async Task The_agent_declines_on_the_screen()
    {
        await Centre.AgentReadyAsync(Agent.Value, 101);
        await using var caller = await WaitingAsync();
        var offer = await Centre.UntilAsync<OfferMade>("that it is offered");
        await Centre.DoAsync(TestPack.Desk.Actor, new DeclineOffer(offer.Offer, offer.Agent, "mola"));
        Assert.Equal(OfferEnd.Declined, (await Centre.UntilAsync<OfferClosed>("that the offer ended")).End);
        await WaitsAgainAndLeavesAsync(caller);
    }

    [Fact]
    public async Task The_offer_is_not_taken_in_time()
    {
        await Centre.AgentReadyAsync(Agent.Value, 101);
        await using var caller = await WaitingAsync();
        Assert.Equal(OfferEnd.TimedOut, (await Centre.UntilAsync<OfferClosed>("that the offer ended")).End);
        await Centre.UntilAsync<PresenceChanged>(e => e.Presence == Presence.Missed, "that the agent is in Missed");
        await WaitsAgainAndLeavesAsync(caller);
    }

    [Fact]
    public async Task The_agent_hangs_up_the_phone()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var caller = await TalkingAsync(phone);
        phone.Do(PhoneCall, "hangup");
        await FinishAsync(ContactOutcome.Informed);
        Assert.Equal(ContactOutcome.Informed, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task The_agent_ends_the_call_on_the_screen_after_a_hold()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var caller = await TalkingAsync(phone);
        await Centre.DoAsync(Contact.Actor, new HoldCaller(Agent));
        await Asterisk.HearsAsync<AriEvent.Other>(e => e.Type == "ChannelLeftBridge", "that the caller left the room");
        await Centre.DoAsync(Contact.Actor, new ResumeCaller(Agent));
        await Asterisk.HearsAsync<AriEvent.Other>(e => e.Type == "ChannelEnteredBridge", "that the caller is back in the room");
        await Centre.DoAsync(Contact.Actor, new EndContact(Agent));
        await FinishAsync(ContactOutcome.Informed);
        await NothingIsLeftAsync(caller);
        await Centre.UntilAsync<RecordingEnded>("that the recording is stored");
    }

    [Fact]
    public async Task Closed_hours_end_with_the_closed_prompt()
    {
        await using var caller = Telephone.Rings(TestPack.ClosedLine);
        Assert.Equal(ContactOutcome.ClosedHours, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Theory]
    [InlineData(TestPack.Line)]
    [InlineData(TestPack.ClosedLine)]
    public async Task Key_0_is_urgent_at_any_hour(string line)
    {
        await using var caller = Telephone.Rings(line);

        // The second prompt: by then the telephone surely knows that it was answered.
        await Centre.UntilAsync<PromptStarted>(e => e.Prompt is "greeting" or "closed", "that the second prompt is played");
        caller.Press('0');
        Assert.Equal(Priority.P1, (await Centre.UntilAsync<ContactQueued>("that it waits")).Priority);
        caller.HangUp();
        Assert.Equal(ContactOutcome.Abandoned, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task A_silent_caller_is_asked_for_a_key_and_then_heard_by_an_agent()
    {
        await Centre.AgentReadyAsync(Agent.Value, 101);
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var caller = Telephone.Rings(TestPack.Line);
        await Centre.UntilAsync<PromptStarted>(e => e.Prompt == "silent", "that a key is asked for");
        Contact = ContactId.Parse((await Centre.FindAsync<ContactQueued>(_ => true, "that it waits")).Actor.Key);
        await Centre.AcceptAsync(await Centre.UntilAsync<OfferMade>("that it is offered"));
        phone.Do(await RingsAsync((await Centre.UntilAsync<AgentRinging>("that the phone is rung")).Leg), "answer");
        await Centre.UntilAsync<Connected>("that an agent listens");
        await Centre.DoAsync(Contact.Actor, new EndContact(Agent));
        await FinishAsync(ContactOutcome.SilentCall);
        Assert.Equal(ContactOutcome.SilentCall, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task A_number_that_no_line_has_is_taken_all_the_same()
    {
        await using var caller = Telephone.Rings("4449999");
        await Centre.UntilAsync<ContactQueued>("that it waits for someone to ask what it is about");
        caller.HangUp();
        Assert.Equal(ContactOutcome.Abandoned, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task Santral_starts_anew_in_the_middle_of_a_call_and_finds_it_again()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var caller = await TalkingAsync(phone);
        await RestartAsync();
        caller.HangUp();
        await FinishAsync(ContactOutcome.Informed);
        Assert.Equal(ContactOutcome.Informed, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task Santral_starts_anew_and_the_caller_has_left_meanwhile()
    {
        await using var caller = await WaitingAsync();
        await RestartAsync(async () =>
        {
            caller.HangUp();
            await caller.EndsAsync();
            await Asterisk.NothingIsLeftAsync();
        });
        Assert.Equal(ContactOutcome.SwitchLost, await Centre.OutcomeAsync());
        await NothingIsLeftAsync();
    }
}
