using Microsoft.Extensions.Logging.Abstractions;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Journal;
using Santral.Telephony;
using Xunit;

namespace Santral.Adapters.Tests.Telephony;

public sealed class AsteriskTelephonyTests : IAsyncLifetime
{
    private const string Leg = "0198c0de000080000000000000000001-leg1";
    private static readonly ContactId Contact = new(Guid.Parse("0198c0de-0000-8000-0000-000000000001"));
    private readonly FakeActors actors = new(Contact);
    private readonly Sealer sealer = new(new InMemoryKeyStore("telephony"));
    private readonly Live live = new();
    private FakeSwitch fake = null!;
    private AsteriskTelephony telephony = null!;
    private int effects;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeSwitch.StartAsync();
        telephony = new AsteriskTelephony(fake.Options, actors, sealer, live, live, TimeProvider.System, NullLoggerFactory.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await telephony.StopAsync(CancellationToken.None);
        telephony.Dispose();
        await fake.DisposeAsync();
    }

    [Fact]
    public async Task A_call_is_told_to_its_address_with_a_sealed_number_and_what_follows_to_its_contact()
    {
        live.Announcements["153"] = "kar-tatili";
        await StartAsync();
        await fake.SayAsync(Traffic.Start());
        await fake.SayAsync(Traffic.Key("5"));
        await fake.SayAsync(Traffic.End(Traffic.Caller));

        var arrival = await actors.NextAsync();
        var call = Assert.IsType<ReceiveCall>(arrival.Command);
        Assert.Equal((ActorKinds.Address, Lane.Reserved), (arrival.Target.Kind, arrival.Lane));
        Assert.Equal((Traffic.Caller, "153", "kar-tatili"), (call.Leg, call.Line, call.Announcement));
        Assert.Equal("+905321234567", sealer.Open(call.Number));
        Assert.Equal($"address/{arrival.Target.Key}", call.Number!.Subject);
        Assert.Equal("5", (await actors.NextAsync<CallerPressed>()).Digit);
        Assert.Equal("normal", (await actors.NextAsync<CallerHungUp>()).Cause);
    }

    [Fact]
    public async Task Callers_who_withhold_their_number_share_no_address()
    {
        await StartAsync();
        await fake.SayAsync(Traffic.Start("a.1", ""));
        await fake.SayAsync(Traffic.Start("a.2", "anonymous"));
        var first = await actors.NextAsync();
        var second = await actors.NextAsync();
        Assert.NotEqual(first.Target, second.Target);
        Assert.All([first, second], a => Assert.Null(((ReceiveCall)a.Command).Number));
    }

    [Fact]
    public async Task A_busy_engine_is_asked_again_with_the_same_id_and_nothing_overtakes()
    {
        var refusals = 2;
        actors.Answer = _ => refusals-- > 0 ? new Reply.Unavailable("engine.busy", TimeSpan.FromMilliseconds(1)) : null;
        await StartAsync();
        await fake.SayAsync(Traffic.Start());
        await fake.SayAsync(Traffic.Key("1"));
        var ids = new[] { await actors.NextAsync(), await actors.NextAsync(), await actors.NextAsync() };
        Assert.All(ids, a => Assert.IsType<ReceiveCall>(a.Command));
        Assert.Single(ids.Select(a => a.Id).Distinct());
        await actors.NextAsync<CallerPressed>();
    }

    [Fact]
    public async Task A_call_that_cannot_be_taken_hears_the_switchs_fallback()
    {
        actors.Answer = c => c is ReceiveCall ? new Reply.Rejected("address.full", null) : null;
        await StartAsync();
        await fake.SayAsync(Traffic.Start());
        var moved = await fake.AskedAsync("POST", $"channels/{Traffic.Caller}/continue");
        Assert.Equal("fallback", moved.Query["context"]);
    }

    [Fact]
    public async Task A_prompt_is_played_once_and_its_end_is_told()
    {
        await ArriveAsync();
        Assert.IsType<EffectResult.Done>(await RunAsync(new PlayPrompt(Contact, Traffic.Caller, "position", ["position-3", "recording:duyuru"])));
        var play = await fake.AskedAsync("POST", $"channels/{Traffic.Caller}/play/");
        Assert.Equal("sound:position-3,recording:duyuru", play.Query["media"]);
        await fake.SayAsync(Traffic.Played(play.Path.Split('/')[^1]));
        Assert.Equal(new PromptEnded("position"), await actors.NextAsync<PromptEnded>());
    }

    [Fact]
    public async Task A_prompt_that_was_replaced_is_stopped_and_says_nothing()
    {
        await ArriveAsync();
        await RunAsync(new PlayPrompt(Contact, Traffic.Caller, "menu", ["menu"]));
        var menu = (await fake.AskedAsync("POST", $"channels/{Traffic.Caller}/play/")).Path.Split('/')[^1];
        await RunAsync(new PlayPrompt(Contact, Traffic.Caller, "silent", ["silent"]));
        await fake.AskedAsync("DELETE", $"playbacks/{menu}");
        var silent = (await fake.AskedAsync("POST", $"channels/{Traffic.Caller}/play/")).Path.Split('/')[^1];
        await fake.SayAsync(Traffic.Played(menu));
        await fake.SayAsync(Traffic.Played(silent, "failed"));
        Assert.Equal(new PromptEnded("silent", Heard: false), await actors.NextAsync<PromptEnded>());
    }

    [Fact]
    public async Task A_phone_is_rung_by_the_contacts_own_name_and_its_answer_is_told()
    {
        await ArriveAsync();
        Assert.IsType<EffectResult.Done>(await RunAsync(Ring("PJSIP/ag101")));
        var ring = await fake.AskedAsync("POST", $"channels/{Leg}");
        Assert.Equal(("PJSIP/ag101", "santral", $"leg,{Contact}", "20", Traffic.Caller), (ring.Query["endpoint"], ring.Query["app"], ring.Query["appArgs"], ring.Query["timeout"], ring.Query["originator"]));
        await fake.SayAsync(Traffic.State(Leg, "Ringing"));
        await fake.SayAsync(Traffic.LegStart(Leg, Contact.ToString()));
        Assert.Equal(Leg, (await actors.NextAsync<LegAnswered>()).Leg);
        await fake.SayAsync(Traffic.End(Leg));
        await fake.SayAsync(Traffic.Destroyed(Leg, 16));
        Assert.Equal(Leg, (await actors.NextAsync<LegHungUp>()).Leg);
        await fake.SayAsync(Traffic.Key("9"));
        await actors.NextAsync<CallerPressed>();
    }

    [Theory]
    [InlineData(17, true, LegFailure.Busy)]
    [InlineData(21, true, LegFailure.Rejected)]
    [InlineData(19, true, LegFailure.NoAnswer)]
    [InlineData(19, false, LegFailure.Unreachable)]
    [InlineData(3, false, LegFailure.Unreachable)]
    public async Task A_phone_that_does_not_answer_fails_by_its_cause(int cause, bool rings, LegFailure expected)
    {
        await ArriveAsync();
        await RunAsync(Ring("PJSIP/ag101"));
        if (rings)
        {
            await fake.SayAsync(Traffic.State(Leg, "Ringing"));
        }

        await fake.SayAsync(Traffic.Destroyed(Leg, cause));
        Assert.Equal(new LegFailed(Leg, expected), await actors.NextAsync<LegFailed>());
    }

    [Fact]
    public async Task A_phone_the_switch_does_not_know_is_unreachable_at_once()
    {
        fake.Answer("POST", $"channels/{Leg}", 500, """{"error":"Allocation failed"}""");
        await ArriveAsync();
        await RunAsync(Ring("PJSIP/ag999"));
        Assert.Equal(new LegFailed(Leg, LegFailure.Unreachable), await actors.NextAsync<LegFailed>());
    }

    [Fact]
    public async Task An_outside_number_is_opened_only_to_dial_it()
    {
        await ArriveAsync();
        var number = sealer.Seal("citizen/1", DataClass.Contact, "+902623180000", CommandId.From("n"));
        await RunAsync(Ring("PJSIP/disari") with { Number = number });
        Assert.Equal("PJSIP/+902623180000@disari", (await fake.AskedAsync("POST", $"channels/{Leg}")).Query["endpoint"]);
    }

    [Fact]
    public async Task When_the_caller_leaves_the_phone_that_rings_for_them_falls_silent()
    {
        await ArriveAsync();
        await RunAsync(Ring("PJSIP/ag101"));
        await fake.SayAsync(Traffic.State(Leg, "Ringing"));
        await fake.SayAsync(Traffic.End(Traffic.Caller));
        await actors.NextAsync<CallerHungUp>();
        await fake.AskedAsync("DELETE", $"channels/{Leg}");
        await fake.SayAsync(Traffic.Destroyed(Leg, 16));
        Assert.Equal(new LegFailed(Leg, LegFailure.Cancelled), await actors.NextAsync<LegFailed>());
    }

    [Fact]
    public async Task Hold_pauses_the_recording_and_resuming_goes_on_with_it()
    {
        await ArriveAsync();
        await RunAsync(new BridgeLegs(Contact, [Traffic.Caller, Leg], "kayit-1"));
        await fake.AskedAsync("POST", $"bridges/call-{Contact}/record");
        await RunAsync(new HoldLeg(Contact, Traffic.Caller));
        await fake.AskedAsync("POST", "recordings/live/kayit-1/pause");
        await fake.AskedAsync("POST", $"bridges/call-{Contact}/removeChannel");
        await fake.AskedAsync("POST", $"channels/{Traffic.Caller}/moh");
        await RunAsync(new BridgeLegs(Contact, [Leg, "colleague"], null));
        await RunAsync(new BridgeLegs(Contact, [Traffic.Caller, Leg], null));
        var asked = new List<string>();
        do
        {
            asked.Add((await fake.AskedAsync("", "")) is var r ? $"{r.Method} {r.Path}" : "");
        }
        while (asked[^1] != "DELETE recordings/live/kayit-1/pause");
        Assert.Equal($"POST bridges/call-{Contact}/addChannel", asked[^2]);
        Assert.Contains($"DELETE channels/{Traffic.Caller}/moh", asked);
        await fake.SayAsync(Traffic.Recorded("kayit-1"));
        Assert.Equal(new RecordingStored("kayit-1", TimeSpan.FromSeconds(4)), await actors.NextAsync<RecordingStored>());
    }

    [Fact]
    public async Task Without_a_connection_an_effect_waits()
    {
        Assert.IsType<EffectResult.Retry>(await RunAsync(new AnswerCall(Contact, Traffic.Caller)));
    }

    [Fact]
    public async Task A_call_that_the_switch_lost_is_told_so_after_the_reconnect()
    {
        await ArriveAsync();
        live.Calls.Add(new(Contact, Traffic.Caller, "menu"));
        fake.Break();
        Assert.IsType<CallVanished>((await actors.NextAsync()).Command);
    }

    [Fact]
    public async Task An_outbound_call_that_has_not_rung_yet_has_not_vanished()
    {
        live.Calls.Add(new(Contact, null, null));
        await ArriveAsync();
        Assert.True(actors.NothingMore);
    }

    [Fact]
    public async Task After_a_restart_a_caller_who_left_meanwhile_is_told_though_the_agent_is_still_there()
    {
        live.Calls.Add(new(Contact, Traffic.Caller, null));
        fake.Answer("GET", "channels", 200, $"[{Traffic.Channel(Leg, "Up", $"santral,leg,{Contact}")}]");
        await telephony.StartAsync(CancellationToken.None);
        var told = new[] { (await actors.NextAsync()).Command, (await actors.NextAsync()).Command };
        Assert.Contains(new LegHungUp(Traffic.Caller), told);
        Assert.Contains(new LegAnswered(Leg), told);
    }

    [Fact]
    public async Task After_a_restart_calls_are_found_again_and_leftovers_ended()
    {
        var over = "0198c0de000080000000000000000009";
        live.Calls.Add(new(Contact, Traffic.Caller, null));
        fake.Answer("GET", "channels", 200, $"[{Traffic.Channel(Traffic.Caller, "Up", "santral,in,153")},{Traffic.Channel(Leg, "Up", $"santral,leg,{Contact}")},{Traffic.Channel("old", "Up", $"santral,leg,{over}")}]");
        fake.Answer("GET", "bridges", 200, $$"""[{"id":"call-{{over}}"},{"id":"call-{{Contact}}"}]""");
        await StartAsync();
        Assert.Equal("channels/old", (await fake.AskedAsync("DELETE", "channels/")).Path);
        Assert.Equal($"bridges/call-{over}", (await fake.AskedAsync("DELETE", "bridges/")).Path);
        var told = new[] { (await actors.NextAsync()).Command, (await actors.NextAsync()).Command };
        Assert.Single(told.OfType<ReceiveCall>());
        Assert.Single(told.OfType<LegAnswered>());
    }

    private static RingLeg Ring(string endpoint) => new(Contact, Leg, endpoint, null, Traffic.Caller, TimeSpan.FromSeconds(20), "153");

    private async Task StartAsync()
    {
        await telephony.StartAsync(CancellationToken.None);
        await fake.AskedAsync("GET", "bridges");
    }

    /// <summary>A call is in and its contact known, so effects find its leg.</summary>
    private async Task ArriveAsync()
    {
        await StartAsync();
        await fake.SayAsync(Traffic.Start());
        await actors.NextAsync<ReceiveCall>();
        await fake.SayAsync(Traffic.Key("#"));
        await actors.NextAsync<CallerPressed>();
    }

    private ValueTask<EffectResult> RunAsync(TelephonyEffect effect) =>
        telephony.RunAsync(new EffectCall($"contact/{Contact}/1/{effects++}", Contact.Actor, effect, DateTimeOffset.MaxValue, 1), Cancel);

    private sealed class Live : ILiveCalls, ILineAnnouncements
    {
        public List<LiveCall> Calls { get; } = [];
        public Dictionary<string, string> Announcements { get; } = [];

        public ValueTask<IReadOnlyList<LiveCall>> ListAsync(CancellationToken cancel) => new([.. Calls]);

        public string? For(string line) => Announcements.GetValueOrDefault(line);
    }
}
