using System.Net;
using Santral.Adapters.Tests.Messaging.Kit;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Journal;
using Santral.Messaging;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

/// <summary>Webhook to reply and back, through the real engine and deciders.</summary>
public sealed class RealEngineTests
{
    private readonly InMemoryStore store = new();
    private readonly InMemoryKeyStore keys = new("messaging");

    [Fact]
    public async Task A_message_is_answered_and_the_status_callback_is_shown_on_the_reply()
    {
        await using var stub = await StubProvider.StartAsync();
        await using var centre = await StartAsync(stub);
        await centre.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp("SM1", "Su borumuz patladı")), Cancel);
        var contact = await centre.AnswerAsync();
        var reply = Guid.NewGuid();
        await centre.WriteAsync(contact, reply, "Ekip yolda");

        var (_, queued) = await centre.EventAsync<MessageStatusChanged>(e => e.MessageId == reply);
        Assert.Equal((MessageStatus.Queued, stub.Messages.Single().Sid), (queued.Status, queued.ProviderMessageId));
        Assert.Equal("Ekip yolda", stub.Received.Single()["Body"]);

        var callback = new Uri(stub.Received.Single()["StatusCallback"]);
        var delivered = await Posts.TwilioAsync(new() { ["MessageSid"] = queued.ProviderMessageId!, ["MessageStatus"] = "delivered" }, Routes.TwilioStatus, callback.Query);
        Assert.Equal(HttpStatusCode.OK, (await centre.Client.SendAsync(delivered, Cancel)).StatusCode);
        await centre.EventAsync<MessageStatusChanged>(e => e.MessageId == reply && e.Status == MessageStatus.Delivered);
    }

    [Fact]
    public async Task A_lost_answer_of_a_provider_without_a_list_is_shown_in_doubt_until_its_status_webhook_settles_it()
    {
        await using var stub = await StubProvider.StartAsync();
        stub.Next.Enqueue(Behaviour.TakeAndLoseAnswer);
        await using var centre = await RealCentre.StartAsync(
            store, keys, ("Meta:AppSecret", MessagingServer.AppSecret), ("Meta:AccessToken", "t"), ("Meta:ApiBase", new Uri(stub.Address, "graph").AbsoluteUri),
            ("Meta:Lines:0:Line", TestPack.WhatsAppLine), ("Meta:Lines:0:PhoneNumberId", "106540352242922"));
        await centre.Client.SendAsync(Posts.Meta(Posts.MetaValue(new { messages = new[] { Posts.MetaText("wamid.in", "Merhaba") } })), Cancel);
        var contact = await centre.AnswerAsync();
        var reply = Guid.NewGuid();
        await centre.WriteAsync(contact, reply, "Tamam");
        await centre.EventAsync<MessageStatusChanged>(e => e.MessageId == reply && e.Status == MessageStatus.InDoubt);

        using var sent = System.Text.Json.JsonDocument.Parse(stub.Received.Single()["body"]);
        var route = sent.RootElement.GetProperty("biz_opaque_callback_data").GetString();
        var status = Posts.MetaValue(new { statuses = new[] { new { id = "wamid.out", status = "delivered", biz_opaque_callback_data = route } } });
        Assert.Equal(HttpStatusCode.OK, (await centre.Client.SendAsync(Posts.Meta(status), Cancel)).StatusCode);
        var (_, settled) = await centre.EventAsync<MessageStatusChanged>(e => e.MessageId == reply && e.Status == MessageStatus.Delivered);
        Assert.Equal("wamid.out", settled.ProviderMessageId);
        Assert.Single(stub.Received);
    }

    [Fact]
    public async Task Without_a_provider_the_reply_is_shown_as_failed_with_its_code()
    {
        await using var centre = await RealCentre.StartAsync(store, keys, ("Twilio:AuthToken", MessagingServer.AuthToken), ("Twilio:PublicUrl", MessagingServer.PublicUrl));
        await centre.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp("SM1", "Merhaba")), Cancel);
        var contact = await centre.AnswerAsync();
        var reply = Guid.NewGuid();
        await centre.WriteAsync(contact, reply, "Tamam");
        var (_, failed) = await centre.EventAsync<MessageStatusChanged>(e => e.MessageId == reply);
        Assert.Equal((MessageStatus.Failed, "message.provider_not_configured"), (failed.Status, failed.Code));
    }

    [Fact]
    public async Task A_burst_with_repeats_from_many_senders_across_a_crash_is_taken_exactly_once_and_opens_one_conversation_each()
    {
        const int messages = 400;
        const int senders = 40;
        var requests = Enumerable.Range(0, messages + (messages / 10)).Select(i => i % messages).ToArray();
        await using (var first = await RealCentre.StartAsync(store, keys, Webhooks))
        {
            await Parallel.ForEachAsync(requests.Take(messages / 2), Cancel, async (i, stop) => Assert.Equal(HttpStatusCode.OK, await Post(first, i, stop)));
        }

        await using var second = await RealCentre.StartAsync(store, keys, Webhooks);
        await Parallel.ForEachAsync(requests, Cancel, async (i, stop) => Assert.Equal(HttpStatusCode.OK, await Post(second, i, stop)));
        var end = await second.Actors.AskAsync(new(ActorKinds.Address, "end"), new ReceiveForm(Channel.Web, null, null, null, second.Sealer.Seal("address/end", DataClass.Message, "", CommandId.From("end")), null, null, default), CommandId.From("end"), Origin.System, cancel: Cancel);
        var upTo = Assert.IsType<Santral.Engine.Ports.Reply.Accepted>(end).Sequence;
        var taken = await second.EventsAsync<TextTaken>(upTo);
        Assert.Equal(messages, taken.Count);
        Assert.Equal(messages, taken.Select(t => t.ProviderMessageId).Distinct().Count());
        Assert.Equal(senders, (await second.EventsAsync<ConversationOpened>(upTo)).Count);
        Assert.Equal(senders, taken.Select(t => t.Contact).Distinct().Count());

        async Task<HttpStatusCode> Post(RealCentre centre, int i, CancellationToken stop) =>
            (await centre.Client.SendAsync(await Posts.TwilioAsync(Posts.WhatsApp($"SM{i}", $"ileti {i}", from: $"+9055500000{i % senders:00}")), stop)).StatusCode;
    }

    private static (string, string)[] Webhooks => [("Twilio:AuthToken", MessagingServer.AuthToken), ("Twilio:PublicUrl", MessagingServer.PublicUrl)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<RealCentre> StartAsync(StubProvider stub) => RealCentre.StartAsync(
        store, keys, ("Twilio:AccountSid", "AC0"), ("Twilio:AuthToken", MessagingServer.AuthToken), ("Twilio:PublicUrl", MessagingServer.PublicUrl), ("Twilio:ApiBase", stub.Address.AbsoluteUri));
}
