using Santral.Domain.Contacts;
using Santral.Domain.Routing;
using Santral.Telephony.Ari;
using Xunit;

namespace Santral.EndToEnd.Telephony;

/// <summary>The caller is gone at each of nine moments of the flow. Nothing may be left: no channel, no bridge, no busy slot.</summary>
[Collection(SwitchTests.Name)]
public sealed class CallerGoneTests(Asterisk asterisk) : CallTest(asterisk)
{
    [Fact]
    public async Task Before_the_answer()
    {
        Centre.Port.Hold<AnswerCall>();
        await using var caller = Telephone.Rings(TestPack.Line);
        await Centre.UntilAsync<CallStarted>("that the call started");
        caller.Cancel();
        Assert.Equal(ContactOutcome.AbandonedInPrompt, await Centre.OutcomeAsync());
        Centre.Port.Release<AnswerCall>();
        await NothingIsLeftAsync(caller);
    }

    [Theory]
    [InlineData("danger")]
    [InlineData("greeting")]
    [InlineData("menu")]
    public async Task During_a_prompt(string prompt)
    {
        await using var caller = Telephone.Rings(TestPack.Line);
        await Centre.UntilAsync<PromptStarted>(e => e.Prompt == prompt, $"that {prompt} is played");
        await caller.AnsweredAsync();
        caller.HangUp();
        Assert.Equal(ContactOutcome.AbandonedInPrompt, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task While_waiting()
    {
        await using var caller = await WaitingAsync();
        caller.HangUp();
        Assert.Equal(ContactOutcome.Abandoned, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task While_offered()
    {
        await Centre.AgentReadyAsync("ayse", 101);
        await using var caller = await WaitingAsync();
        await Centre.UntilAsync<OfferMade>("that it is offered");
        caller.HangUp();
        Assert.Equal(ContactOutcome.Abandoned, await Centre.OutcomeAsync());
        await Centre.UntilAsync<OfferClosed>("that the offer ended");
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task While_the_agents_phone_rings()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var caller = await RingingAsync();
        caller.HangUp();
        Assert.Equal(ContactOutcome.Abandoned, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task While_talking()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var caller = await TalkingAsync(phone);
        caller.HangUp();
        await FinishAsync(ContactOutcome.Informed);
        Assert.Equal(ContactOutcome.Informed, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task While_on_hold()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var caller = await TalkingAsync(phone);
        await Centre.DoAsync(Contact.Actor, new HoldCaller(Agent));
        await Centre.UntilAsync<CallerHeld>("that the caller is held");
        caller.HangUp();
        await FinishAsync(ContactOutcome.Informed);
        await NothingIsLeftAsync(caller);
    }
}
