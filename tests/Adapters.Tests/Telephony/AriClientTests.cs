using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Telephony.Ari;
using Xunit;

namespace Santral.Adapters.Tests.Telephony;

public sealed class AriClientTests : IAsyncLifetime
{
    private readonly CancellationTokenSource stop = new();
    private readonly Listener listener = new();
    private FakeSwitch fake = null!;
    private AriClient client = null!;
    private Task running = Task.CompletedTask;

    public async ValueTask InitializeAsync() => fake = await FakeSwitch.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(10));
        await fake.DisposeAsync();
        stop.Dispose();
    }

    [Fact]
    public async Task It_signs_in_and_quietens_the_noise_before_the_listener_looks_around()
    {
        Run(fake.Options);
        var request = await fake.ConnectedAsync();
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("santral:word")), request.Headers.Authorization);
        Assert.Equal("?app=santral&subscribeAll=false", request.QueryString.Value);
        var filter = await fake.AskedAsync("PUT", "applications/santral/eventFilter");
        Assert.Contains("ChannelVarset", filter.Body, StringComparison.Ordinal);
        Assert.Equal("connected", await listener.NextAsync());
    }

    [Fact]
    public async Task Events_arrive_typed_and_in_order()
    {
        await StartAsync(fake.Options);
        await fake.SayAsync(Traffic.Start());
        await fake.SayAsync(Traffic.Key("2"));
        await fake.SayAsync(Traffic.Played("danger~1"));
        await fake.SayAsync(Traffic.Destroyed("leg1", 17));
        await fake.SayAsync(Traffic.Event("SomethingNew", "\"x\":1"));

        var start = Assert.IsType<AriEvent.StasisStart>(await listener.EventAsync());
        Assert.Equal(["in", "153"], start.Args);
        Assert.Equal("05321234567", start.Channel.Number);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 7, 42, 37, 715, TimeSpan.Zero), start.Channel.CreatedAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 7, 42, 38, 21, TimeSpan.Zero), start.At);
        Assert.Equal("2", Assert.IsType<AriEvent.Dtmf>(await listener.EventAsync()).Digit);
        Assert.Equal((Traffic.Caller, "danger~1"), Assert.IsType<AriEvent.PlaybackFinished>(await listener.EventAsync()) is var p ? (p.ChannelId, p.PlaybackId) : default);
        Assert.Equal(17, Assert.IsType<AriEvent.ChannelDestroyed>(await listener.EventAsync()).Cause);
        Assert.Equal("SomethingNew", Assert.IsType<AriEvent.Other>(await listener.EventAsync()).Type);
    }

    [Fact]
    public async Task A_request_carries_its_parts_and_brings_the_answer_back()
    {
        fake.Answer("POST", "channels/leg1", 500, """{"error":"Allocation failed"}""");
        await StartAsync(fake.Options);
        var response = await client.SendAsync(AriRequest.Post("channels/leg1", ("endpoint", "PJSIP/ag101"), ("app", "santral")), stop.Token);
        Assert.Equal(500, response.Status);
        Assert.Equal("Allocation failed", response.Body.GetProperty("error").GetString());
        Assert.Equal("PJSIP/ag101", (await fake.AskedAsync("POST", "channels/")).Query["endpoint"]);
    }

    [Fact]
    public async Task A_broken_line_answers_what_was_asked_as_lost_and_is_made_anew()
    {
        fake.Otherwise = r => r.Method == "POST" ? null : (204, null);
        await StartAsync(fake.Options);
        var asked = client.SendAsync(AriRequest.Post("channels/x/answer"), stop.Token).AsTask();
        await fake.AskedAsync("POST", "channels/x/answer");
        fake.Break();
        Assert.True((await asked.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)).IsLost);
        Assert.StartsWith("disconnected", await listener.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("connected", await listener.NextAsync());
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_lost_after_the_request_timeout()
    {
        fake.Otherwise = r => r.Method == "POST" ? null : (204, null);
        await StartAsync(fake.Options with { RequestTimeout = TimeSpan.FromMilliseconds(50) });
        Assert.True((await client.SendAsync(AriRequest.Post("channels/x/answer"), stop.Token)).IsLost);
        Assert.True(client.Connected);
    }

    [Fact]
    public async Task Too_many_waiting_events_close_the_line_instead_of_being_dropped()
    {
        var reading = new TaskCompletionSource();
        listener.OnEvent = () => reading.Task;
        await StartAsync(fake.Options with { EventsWaiting = 3 });
        for (var i = 0; i < 6; i++)
        {
            // One is with the listener, three wait, the next finds no room; the socket may be gone for the last.
            await Record.ExceptionAsync(() => fake.SayAsync(Traffic.Key("1")));
        }

        reading.SetResult();
        while (await listener.NextAsync() is var said && !said.StartsWith("disconnected", StringComparison.Ordinal))
        {
            Assert.Equal("Dtmf", said);
        }

        Assert.Equal("connected", await listener.NextAsync());
    }

    [Fact]
    public async Task A_message_that_is_no_message_closes_the_line()
    {
        await StartAsync(fake.Options);
        await fake.SayAsync("not json");
        Assert.StartsWith("disconnected", await listener.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("connected", await listener.NextAsync());
    }

    [Fact]
    public async Task When_another_client_takes_the_name_the_line_is_given_up()
    {
        await StartAsync(fake.Options);
        await fake.SayAsync(Traffic.Event("ApplicationReplaced", "\"x\":1"));
        Assert.Equal("disconnected: another client took the application's name", await listener.NextAsync());
    }

    [Fact]
    public async Task A_listener_that_cannot_look_around_is_asked_again_on_a_new_line()
    {
        listener.Failures = 2;
        Run(fake.Options);
        Assert.StartsWith("disconnected: no lists", await listener.NextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("disconnected: no lists", await listener.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("connected", await listener.NextAsync());
    }

    private void Run(AriOptions options)
    {
        client = new AriClient(options, TimeProvider.System, NullLogger<AriClient>.Instance);
        running = client.RunAsync(listener, stop.Token);
    }

    private async Task StartAsync(AriOptions options)
    {
        Run(options);
        Assert.Equal("connected", await listener.NextAsync());
    }

    private sealed class Listener : IAriListener
    {
        private readonly Channel<string> said = Channel.CreateUnbounded<string>();
        private readonly Channel<AriEvent> events = Channel.CreateUnbounded<AriEvent>();

        public Func<Task> OnEvent { get; set; } = () => Task.CompletedTask;
        public int Failures { get; set; }

        public Task ConnectedAsync(CancellationToken cancel)
        {
            if (Failures-- > 0)
            {
                throw new AriLostException("no lists");
            }

            said.Writer.TryWrite("connected");
            return Task.CompletedTask;
        }

        public async Task OnEventAsync(AriEvent e, CancellationToken cancel)
        {
            await OnEvent();
            events.Writer.TryWrite(e);
            said.Writer.TryWrite(e.GetType().Name);
        }

        public void Disconnected(string why) => said.Writer.TryWrite($"disconnected: {why}");

        public async Task<string> NextAsync() => await said.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        public async Task<AriEvent> EventAsync() => await events.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
    }
}
