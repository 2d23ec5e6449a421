using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Xunit;

namespace Santral.EndToEnd.Telephony;

/// <summary>A switchboard's first job, and calls that an agent makes.</summary>
[Collection(SwitchTests.Name)]
public sealed class TransferTests(Asterisk asterisk) : CallTest(asterisk)
{
    private static readonly TransferTarget Unit = new(TransferKind.Extension, TestPack.Extension, "Sosyal Yardım");
    private static readonly TransferTarget Outside = new(TransferKind.Outside, "02623180000", "Kaymakamlık");

    [Theory]
    [InlineData("ring", LegFailure.NoAnswer)]
    [InlineData("busy", LegFailure.Busy)]
    [InlineData("absent", LegFailure.Unreachable)]
    public async Task A_blind_transfer_that_nobody_takes_comes_back_to_the_sender(string what, LegFailure cause)
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var unit = what == "absent" ? null : Telephone.Waits(Asterisk.UnitPort);
        await using var caller = await TalkingAsync(phone);
        await Centre.DoAsync(Contact.Actor, new TransferBlind(Agent, Unit, null));
        if (unit is not null)
        {
            var call = await TransferRingsAsync();
            if (what == "busy")
            {
                unit.Do(call, what);
            }
        }

        var returned = await Centre.UntilAsync<TransferReturned>("that the transfer came back");
        Assert.Equal((Agent, cause), (returned.To, returned.Cause));
        var again = await Centre.UntilAsync<ContactQueued>(e => e.Only is not null, "that it waits for the sender");
        Assert.Equal((Agent, Priority.P3), (again.Only, again.Priority));
        await WaitsAgainAndLeavesAsync(caller);
    }

    [Fact]
    public async Task A_blind_transfer_that_is_taken_ends_as_transferred()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var unit = Telephone.Waits(Asterisk.UnitPort);
        await using var caller = await TalkingAsync(phone);
        await Centre.DoAsync(Contact.Actor, new TransferBlind(Agent, Unit, null));
        unit.Do(await TransferRingsAsync(), "answer");
        await Centre.UntilAsync<TransferCompleted>("that the transfer is complete");
        await FinishAsync(ContactOutcome.Transferred);
        caller.HangUp();
        Assert.Equal(ContactOutcome.Transferred, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task An_attended_transfer_to_a_number_outside_is_announced_and_completed()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var outside = Telephone.Waits(Asterisk.OutsidePort);
        await using var caller = await TalkingAsync(phone);
        await Centre.DoAsync(Contact.Actor, new StartConsult(Agent, Outside, null));
        var call = await TransferRingsAsync();
        outside.Do(call, "answer");
        await Centre.UntilAsync<TransferAnswered>("that the number answered");
        await Centre.DoAsync(Contact.Actor, new CompleteTransfer(Agent));
        await Centre.UntilAsync<TransferCompleted>("that the transfer is complete");
        await FinishAsync(ContactOutcome.Transferred);
        outside.Do(call, "hangup");
        Assert.Equal(ContactOutcome.Transferred, await Centre.OutcomeAsync());
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task An_attended_transfer_that_is_taken_back_leaves_caller_and_agent_talking()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var outside = Telephone.Waits(Asterisk.OutsidePort);
        await using var caller = await TalkingAsync(phone);
        await Centre.DoAsync(Contact.Actor, new StartConsult(Agent, Outside, null));
        await TransferRingsAsync();
        await Centre.DoAsync(Contact.Actor, new CancelConsult(Agent));
        await Centre.UntilAsync<TransferReturned>("that the agent has the caller back");
        await Centre.DoAsync(Contact.Actor, new EndContact(Agent));
        await FinishAsync(ContactOutcome.Informed);
        await NothingIsLeftAsync(caller);
    }

    [Fact]
    public async Task An_outbound_call_rings_the_agent_and_then_the_citizen()
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var citizen = Telephone.Waits(Asterisk.OutsidePort);
        var call = await DialledAsync(phone);
        citizen.Do(call, "answer");
        await Centre.UntilAsync<Connected>("that they are connected");
        citizen.Do(call, "hangup");
        await FinishAsync(ContactOutcome.Informed);
        Assert.Equal(ContactOutcome.Informed, await Centre.OutcomeAsync());
        await NothingIsLeftAsync();
    }

    [Theory]
    [InlineData("busy", ContactOutcome.Busy)]
    [InlineData("decline", ContactOutcome.Refused)]
    [InlineData("ring", ContactOutcome.NoAnswer)]
    public async Task An_outbound_call_that_the_citizen_does_not_take_ends_by_its_cause(string what, ContactOutcome outcome)
    {
        await using var phone = Telephone.Waits(Asterisk.AgentPort);
        await using var citizen = Telephone.Waits(Asterisk.OutsidePort);
        var call = await DialledAsync(phone);
        if (what != "ring")
        {
            citizen.Do(call, what);
        }

        Assert.Equal(outcome, await Centre.OutcomeAsync());
        await NothingIsLeftAsync();
    }

    /// <summary>The agent's phone has answered and the citizen's rings; answers the citizen's SIP call.</summary>
    private async Task<string> DialledAsync(Telephone phone)
    {
        await Centre.AgentReadyAsync(Agent.Value, 101);
        Contact = new(Guid.NewGuid());
        await Centre.DoAsync(Contact.Actor, new StartOutbound(
            Agent, "PJSIP/ag101", new(Guid.NewGuid()), Centre.Number("05321234567"), TestPack.Desk, TestPack.Line));
        phone.Do(await RingsAsync((await Centre.UntilAsync<AgentRinging>("that the agent's phone is rung")).Leg), "answer");
        return await RingsAsync((await Centre.UntilAsync<CallerDialled>("that the citizen is rung")).Leg);
    }
}
