using System.Globalization;
using Microsoft.Extensions.Hosting;
using Santral.Adapters.Tests.Messaging.Kit;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Messaging.Inbound;
using Santral.Messaging.Twilio;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

/// <summary>A provider that repeats once and can then only be listed.</summary>
public sealed class TwilioGapTests
{
    [Fact]
    public async Task Messages_whose_webhooks_were_lost_are_listed_and_taken_once_in_their_order()
    {
        await using var port = await PortUnderTest.StartAsync();
        var start = port.Time.GetUtcNow();
        for (var i = 0; i < 7; i++)
        {
            // The list shows the youngest first, and our own messages among them.
            port.Stub.Messages.Insert(0, Inbound($"SM{i}", start.AddMinutes(i - 60)));
            port.Stub.Messages.Insert(0, new($"SO{i}", "outbound-api", "whatsapp:+905551112233", "whatsapp:+905521530034", "yanıt", "sent", start.AddMinutes(i - 60)));
        }

        port.Stub.ListPageSize = 3;
        await TakeByWebhook(port, "SM2", start);
        Assert.True(await Filler(port).FillAsync(Cancel));
        Assert.Equal(["SM2", "SM0", "SM1", "SM3", "SM4", "SM5", "SM6"], Taken(port));
        Assert.Equal(5, port.Stub.Listed.Count);
    }

    [Fact]
    public async Task The_next_round_asks_only_since_the_last_message_seen()
    {
        await using var port = await PortUnderTest.StartAsync();
        var start = port.Time.GetUtcNow();
        port.Stub.Messages.Add(Inbound("SM1", start.AddMinutes(-30)));
        var filler = Filler(port);
        await filler.FillAsync(Cancel);
        port.Stub.Messages.Insert(0, Inbound("SM2", start.AddMinutes(-10)));
        await filler.FillAsync(Cancel);
        Assert.Equal(["SM1", "SM2"], Taken(port));
        Assert.Contains(Listing(start.AddDays(-7).AddMinutes(-5)), port.Stub.Listed.First(), StringComparison.Ordinal);
        Assert.Contains(Listing(start.AddMinutes(-35)), port.Stub.Listed.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_that_could_not_list_or_take_loses_nothing()
    {
        await using var port = await PortUnderTest.StartAsync();
        port.Stub.Messages.Add(Inbound("SM1", port.Time.GetUtcNow().AddMinutes(-30)));
        var filler = Filler(port);
        port.Stub.ListFails = true;
        Assert.False(await filler.FillAsync(Cancel));
        port.Stub.ListFails = false;
        port.Actors.Instead = _ => new Reply.Unavailable("engine.busy", TimeSpan.FromSeconds(1));
        Assert.False(await filler.FillAsync(Cancel));
        port.Actors.Instead = _ => null;
        Assert.True(await filler.FillAsync(Cancel));
        Assert.Equal(["SM1"], Taken(port));
    }

    [Fact]
    public async Task Without_end_of_pages_it_stops_at_its_bound()
    {
        await using var port = await PortUnderTest.StartAsync();
        for (var i = 0; i < 60; i++)
        {
            port.Stub.Messages.Insert(0, Inbound($"SM{i}", port.Time.GetUtcNow().AddMinutes(i - 60)));
        }

        port.Stub.ListPageSize = 1;
        Assert.True(await Filler(port).FillAsync(Cancel));
        Assert.Equal(50, Taken(port).Length);
        Assert.Equal("SM59", Taken(port)[^1]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static TwilioGapFiller Filler(PortUnderTest port) => port.Get<IEnumerable<IHostedService>>().OfType<TwilioGapFiller>().Single();

    private static string[] Taken(PortUnderTest port) => [.. port.Actors.Commands<ReceiveText>().Select(text => text.Message.ProviderMessageId)];

    private static string Listing(DateTimeOffset since) => Uri.EscapeDataString(since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static StubMessage Inbound(string sid, DateTimeOffset at) => new(sid, "inbound", "whatsapp:+905521530034", "whatsapp:+905551112233", $"ileti {sid}", "received", at);

    private static async Task TakeByWebhook(PortUnderTest port, string sid, DateTimeOffset at)
    {
        var text = new TwilioInbound(sid, "whatsapp:+905551112233", "whatsapp:+905521530034", $"ileti {sid}", 0, null, null, "Ayşe").ToText(TestPack.Pack, at);
        Assert.Equal(Taking.Accepted, (await port.Get<InboundDesk>().TakeAsync(text, Cancel)).What);
    }
}
