using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Contract;
using Santral.Engine.Ports;
using Santral.Journal;
using Santral.Telephony;
using Santral.Telephony.Simulated;
using Xunit;

namespace Santral.Adapters.Tests.Telephony;

public sealed class SimulatedTelephonyTests
{
    private const string AgentLeg = "agent-leg";
    private static readonly ContactId Contact = new(Guid.Parse("0198c0de-0000-8000-0000-000000000001"));
    private readonly ManualTime time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(3)));
    private readonly FakeActors actors = new(Contact);
    private readonly SimulatedTelephony telephony;
    private int effects;

    public SimulatedTelephonyTests() => telephony = new SimulatedTelephony(
        actors, new Sealer(new InMemoryKeyStore("sim")), new Nothing(), new Nothing(), time, new SimulatedPace(), 7, NullLogger<SimulatedTelephony>.Instance);

    [Fact]
    public async Task A_call_runs_from_the_prompt_to_the_conversation_and_ends_when_the_citizen_has_talked()
    {
        var caller = await ArriveAsync(new("05321234567", "153") { Keys = ImmutableSortedDictionary<string, string>.Empty.Add("menu", "1"), Talks = TimeSpan.FromMinutes(2) });
        await RunAsync(new PlayPrompt(Contact, caller, "menu", ["menu"]));
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("1", (await actors.NextAsync<CallerPressed>()).Digit);
        Assert.Equal("menu", (await actors.NextAsync<PromptEnded>()).Prompt);

        await RunAsync(new StartHoldMusic(Contact, caller));
        await RunAsync(new RingLeg(Contact, AgentLeg, "PJSIP/ag101", null, caller, TimeSpan.FromSeconds(20), "153"));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(AgentLeg, (await actors.NextAsync<LegAnswered>()).Leg);

        await RunAsync(new BridgeLegs(Contact, [caller, AgentLeg], "kayit"));
        time.Advance(TimeSpan.FromMinutes(2));
        await actors.NextAsync<CallerHungUp>();
        Assert.Equal(TimeSpan.FromMinutes(2), (await actors.NextAsync<RecordingStored>()).Length);
        await RunAsync(new ReleaseCall(Contact));
        Assert.Equal(AgentLeg, (await actors.NextAsync<LegHungUp>()).Leg);
        Assert.Equal(0, telephony.Calls);
    }

    [Fact]
    public async Task A_citizen_whose_patience_ends_hangs_up_and_the_ringing_phone_falls_silent()
    {
        var caller = await ArriveAsync(new("05321234567", "153") { Patience = TimeSpan.FromSeconds(1) });
        await RunAsync(new StartHoldMusic(Contact, caller));
        await RunAsync(new RingLeg(Contact, AgentLeg, "PJSIP/ag101", null, caller, TimeSpan.FromSeconds(20), "153"));
        time.Advance(TimeSpan.FromSeconds(1));
        await actors.NextAsync<CallerHungUp>();
        Assert.Equal(new LegFailed(AgentLeg, LegFailure.Cancelled), await actors.NextAsync<LegFailed>());
    }

    [Fact]
    public async Task A_prompt_that_was_stopped_does_not_end()
    {
        var caller = await ArriveAsync(new("05321234567", "153"));
        await RunAsync(new PlayPrompt(Contact, caller, "menu", ["menu"]));
        await RunAsync(new StopPrompt(Contact, caller));
        time.Advance(TimeSpan.FromSeconds(10));
        telephony.HangUp(caller);
        await actors.NextAsync<CallerHungUp>();
    }

    [Fact]
    public async Task Lines_are_bounded()
    {
        for (var i = 0; i < SimulatedTelephony.MostCalls; i++)
        {
            Assert.NotNull(telephony.Ring(new("", "153")));
        }

        Assert.Null(telephony.Ring(new("", "153")));
        await actors.NextAsync<ReceiveCall>();
    }

    private async Task<string> ArriveAsync(SimulatedCaller caller)
    {
        var leg = telephony.Ring(caller)!;
        Assert.Equal(leg, (await actors.NextAsync<ReceiveCall>()).Leg);
        await RunAsync(new AnswerCall(Contact, leg));
        return leg;
    }

    private async Task RunAsync(TelephonyEffect effect) => Assert.IsType<EffectResult.Done>(
        await telephony.RunAsync(new EffectCall($"contact/{Contact}/1/{effects++}", Contact.Actor, effect, DateTimeOffset.MaxValue, 1), TestContext.Current.CancellationToken));

    private sealed class Nothing : ILiveCalls, ILineAnnouncements
    {
        public ValueTask<IReadOnlyList<LiveCall>> ListAsync(CancellationToken cancel) => new([]);

        public string? For(string line) => null;
    }
}
