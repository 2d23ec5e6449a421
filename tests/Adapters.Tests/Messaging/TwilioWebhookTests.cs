using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Santral.Adapters.Tests.Messaging.Kit;
using Santral.Domain.Addresses;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Intake;
using Santral.Engine.Ports;
using Santral.Messaging;
using Santral.Messaging.Inbound;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

public sealed class TwilioWebhookTests
{
    [Fact]
    public async Task A_WhatsApp_message_reaches_the_senders_address_sealed_and_is_answered_with_empty_TwiML()
    {
        await using var server = await MessagingServer.StartAsync();
        var response = await server.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp("SM1", "Çöp alınmadı, şikâyetçiyim")), Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith("<Response/>", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        var asked = Assert.Single(server.Actors.Applied);
        var key = Addressing.Key(server.Sealer, Channel.WhatsApp, Posts.Citizen);
        Assert.Equal(key.Actor, asked.Target);
        Assert.Equal(CommandId.From("twilio:SM1"), asked.Id);
        var text = Assert.IsType<ReceiveText>(asked.Command);
        Assert.Equal((Channel.WhatsApp, TestPack.WhatsAppLine, "SM1", "twilio"), (text.Channel, text.Line, text.Message.ProviderMessageId, text.Message.Provider));
        Assert.Equal("Çöp alınmadı, şikâyetçiyim", server.Sealer.Open(text.Message.Text));
        Assert.Equal(Posts.Citizen, server.Sealer.Open(text.Address));
        Assert.Equal("Ayşe Yılmaz", server.Sealer.Open(text.ProfileName));
        Assert.Equal($"address/{key}", text.Address.Subject);
    }

    [Fact]
    public async Task An_SMS_to_a_short_code_keeps_the_line_as_dialled()
    {
        await using var server = await MessagingServer.StartAsync();
        await server.Client.SendAsync(await Posts.TwilioAsync(Posts.Sms("SM2", "Elektrik yok")), Cancel);
        var text = Assert.Single(server.Actors.Commands<ReceiveText>());
        Assert.Equal((Channel.Sms, "1530", null), (text.Channel, text.Line, text.ProfileName));
    }

    [Fact]
    public async Task A_photograph_without_words_is_kept_as_one_and_counted()
    {
        await using var server = await MessagingServer.StartAsync();
        var fields = Posts.WhatsApp("SM3", "");
        (fields["NumMedia"], fields["MediaContentType0"], fields["MediaUrl0"]) = ("2", "image/jpeg", "https://api.twilio.com/x");
        await server.Client.SendAsync(await Posts.TwilioAsync(fields), Cancel);
        var text = Assert.Single(server.Actors.Commands<ReceiveText>());
        Assert.Equal(2, text.Message.Attachments);
        Assert.Equal("[Fotoğraf]", server.Sealer.Open(text.Message.Text));
    }

    [Fact]
    public async Task A_repeated_webhook_is_answered_alike_and_applied_once()
    {
        await using var server = await MessagingServer.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            var response = await server.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp("SM4", "Merhaba")), Cancel);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        // The provider's repeat may differ in a detail; the id still says that it is the same message.
        var other = await server.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp("SM4", "Merhaba!")), Cancel);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.Single(server.Actors.Applied);
        Assert.Equal(1, server.Counted["duplicate"]);
    }

    [Fact]
    public async Task A_forged_webhook_is_refused_with_403_counted_and_never_read()
    {
        await using var server = await MessagingServer.StartAsync();
        foreach (var request in new[]
        {
            await Posts.TwilioAsync(Posts.WhatsApp("SM5", "x"), token: "another token"),
            new(HttpMethod.Post, Routes.TwilioMessage) { Content = new FormUrlEncodedContent(Posts.WhatsApp("SM5", "x")) },
            new(HttpMethod.Post, Routes.TwilioMessage) { Content = new StringContent("%%%=&&&=%", Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded")) },
        })
        {
            Assert.Equal((403, "webhook.signature"), await Posts.ProblemAsync(await server.Client.SendAsync(request, Cancel)));
        }

        Assert.Equal(3, server.Counted["webhook.signature"]);
        Assert.Empty(server.Actors.Applied);
    }

    [Fact]
    public async Task Without_a_configured_token_no_signature_is_valid()
    {
        await using var server = await MessagingServer.StartAsync(settings: []);
        Assert.Equal((403, "webhook.signature"), await Posts.ProblemAsync(await server.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp("SM6", "x"), token: ""), Cancel)));
    }

    [Fact]
    public async Task Bad_bodies_are_refused_with_a_code_and_nothing_is_written()
    {
        await using var server = await MessagingServer.StartAsync();
        var large = new HttpRequestMessage(HttpMethod.Post, Routes.TwilioMessage) { Content = new ByteArrayContent(new byte[10 * 1024 * 1024]) };
        large.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        Assert.Equal((413, "webhook.too_large"), await Posts.ProblemAsync(await server.Client.SendAsync(large, Cancel)));

        var chunked = new HttpRequestMessage(HttpMethod.Post, Routes.TwilioMessage) { Content = new ByteArrayContent(new byte[100 * 1024]) };
        chunked.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        chunked.Headers.TransferEncodingChunked = true;
        Assert.Equal((413, "webhook.too_large"), await Posts.ProblemAsync(await server.Client.SendAsync(chunked, Cancel)));

        var json = new HttpRequestMessage(HttpMethod.Post, Routes.TwilioMessage) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        Assert.Equal((415, "webhook.content_type"), await Posts.ProblemAsync(await server.Client.SendAsync(json, Cancel)));

        var incomplete = await Posts.TwilioAsync(new() { ["MessageSid"] = "SM7", ["Body"] = "kimden?" });
        Assert.Equal((400, "webhook.malformed"), await Posts.ProblemAsync(await server.Client.SendAsync(incomplete, Cancel)));
        Assert.Empty(server.Actors.Applied);
    }

    [Fact]
    public async Task Nothing_is_acknowledged_before_it_is_durable()
    {
        await using var server = await MessagingServer.StartAsync();
        var disk = new TaskCompletionSource();
        server.Actors.Durable = disk.Task;
        var answer = server.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp("SM8", "Merhaba")), Cancel);
        await server.Actors.NextAsync();
        Assert.False(answer.IsCompleted);
        disk.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
    }

    [Fact]
    public async Task While_the_journal_stalls_the_answer_is_503_with_Retry_After_and_the_repeat_is_taken()
    {
        await using var server = await MessagingServer.StartAsync();
        server.Actors.Instead = _ => new Reply.Unavailable("journal.unavailable", TimeSpan.FromSeconds(3));
        var refused = await server.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp("SM9", "Merhaba")), Cancel);
        Assert.Equal(TimeSpan.FromSeconds(3), refused.Headers.RetryAfter?.Delta);
        Assert.Equal((503, "webhook.unavailable"), await Posts.ProblemAsync(refused));

        server.Actors.Instead = _ => null;
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp("SM9", "Merhaba")), Cancel)).StatusCode);
        Assert.Single(server.Actors.Applied);
    }

    [Fact]
    public async Task A_message_that_an_actor_refuses_is_not_acknowledged()
    {
        await using var server = await MessagingServer.StartAsync();
        server.Actors.Instead = _ => new Reply.Rejected("engine.decider_fault", null);
        Assert.Equal((503, "webhook.unavailable"), await Posts.ProblemAsync(await server.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp("SM10", "x")), Cancel)));
    }

    [Theory]
    [InlineData("sent", null, MessageStatus.Sent, null)]
    [InlineData("delivered", null, MessageStatus.Delivered, null)]
    [InlineData("read", null, MessageStatus.Read, null)]
    [InlineData("undelivered", "63016", MessageStatus.Failed, "message.window_closed")]
    [InlineData("failed", "21610", MessageStatus.Failed, "message.opted_out")]
    public async Task A_status_finds_its_message_by_the_callbacks_address(string word, string? error, MessageStatus status, string? code)
    {
        await using var server = await MessagingServer.StartAsync();
        var (message, contact) = (Guid.NewGuid(), new ContactId(Guid.NewGuid()));
        var fields = new Dictionary<string, string> { ["MessageSid"] = "SM11", ["MessageStatus"] = word, ["To"] = "whatsapp:+905551112233" };
        if (error is not null)
        {
            fields["ErrorCode"] = error;
        }

        var response = await server.Client.SendAsync(await Posts.TwilioAsync(fields, Routes.TwilioStatus, $"?ref={new StatusRoute(message, contact.Actor)}"), Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var asked = Assert.Single(server.Actors.Applied);
        Assert.Equal(contact.Actor, asked.Target);
        Assert.Equal(new NoteMessageStatus("SM11", message, status, code), asked.Command);
    }

    [Fact]
    public async Task A_status_of_a_case_notice_goes_to_the_citizen()
    {
        await using var server = await MessagingServer.StartAsync();
        var (message, citizen) = (Guid.NewGuid(), new CitizenId(Guid.NewGuid()));
        var fields = new Dictionary<string, string> { ["MessageSid"] = "SM12", ["MessageStatus"] = "delivered" };
        await server.Client.SendAsync(await Posts.TwilioAsync(fields, Routes.TwilioStatus, $"?ref={new StatusRoute(message, citizen.Actor)}"), Cancel);
        Assert.Equal(new NoteNoticeStatus("SM12", message, MessageStatus.Delivered, null), Assert.Single(server.Actors.Applied).Command);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?ref=nonsense")]
    [InlineData("?ref=YWJj")]
    public async Task A_status_of_a_message_that_is_not_ours_is_acknowledged_and_counted(string query)
    {
        await using var server = await MessagingServer.StartAsync();
        var fields = new Dictionary<string, string> { ["MessageSid"] = "SM13", ["MessageStatus"] = "sent" };
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(await Posts.TwilioAsync(fields, Routes.TwilioStatus, query), Cancel)).StatusCode);
        Assert.Equal(1, server.Counted["unrouted"]);
        Assert.Empty(server.Actors.Applied);
    }

    [Fact]
    public async Task A_status_whose_address_was_changed_is_forged()
    {
        await using var server = await MessagingServer.StartAsync();
        var request = await Posts.TwilioAsync(new() { ["MessageSid"] = "SM14", ["MessageStatus"] = "sent" }, Routes.TwilioStatus, "?ref=a");
        request.RequestUri = new(Routes.TwilioStatus + "?ref=b", UriKind.Relative);
        Assert.Equal((403, "webhook.signature"), await Posts.ProblemAsync(await server.Client.SendAsync(request, Cancel)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
