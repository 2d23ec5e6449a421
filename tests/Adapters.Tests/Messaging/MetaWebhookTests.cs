using System.Net;
using System.Text;
using Santral.Adapters.Tests.Messaging.Kit;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Intake;
using Santral.Engine.Ports;
using Santral.Messaging;
using Santral.Messaging.Inbound;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

public sealed class MetaWebhookTests
{
    private static readonly object[] Ayse = [new { profile = new { name = "Ayşe" }, wa_id = "905551112233", user_id = "TR.77" }];

    [Theory]
    [InlineData("?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=1158201444", 200)]
    [InlineData("?hub.mode=subscribe&hub.verify_token=verify-mE&hub.challenge=1158201444", 403)]
    [InlineData("?hub.mode=unsubscribe&hub.verify_token=verify-me&hub.challenge=1158201444", 403)]
    [InlineData("?hub.mode=subscribe&hub.verify_token=verify-me", 403)]
    [InlineData("?hub.mode=subscribe&hub.verify_token=verify-me&hub.challenge=%3Cscript%3E", 403)]
    [InlineData("", 403)]
    public async Task The_challenge_is_given_back_only_to_who_knows_the_token(string query, int status)
    {
        await using var server = await MessagingServer.StartAsync();
        var response = await server.Client.GetAsync(Routes.Meta + query, Cancel);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200, await response.Content.ReadAsStringAsync(Cancel) == "1158201444");
    }

    [Fact]
    public async Task A_text_reaches_its_sender_on_the_packs_line()
    {
        await using var server = await MessagingServer.StartAsync();
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 90);
        Assert.Equal(HttpStatusCode.OK, (await Post(server, new { contacts = Ayse, messages = new[] { Posts.MetaText("wamid.1", "Merhaba", sentAt) } })).StatusCode);
        var asked = server.Actors.Applied.First();
        var text = Assert.IsType<ReceiveText>(asked.Command);
        Assert.Equal(Addressing.Key(server.Sealer, Channel.WhatsApp, "+905551112233").Actor, asked.Target);
        Assert.Equal((TestPack.WhatsAppLine, "wamid.1", "meta", sentAt), (text.Line, text.Message.ProviderMessageId, text.Message.Provider, text.Message.ReceivedAt));
        Assert.Equal(("Merhaba", "+905551112233", "Ayşe"), (server.Sealer.Open(text.Message.Text), server.Sealer.Open(text.Address), server.Sealer.Open(text.ProfileName)));
    }

    [Fact]
    public async Task A_sender_without_a_number_is_known_by_the_providers_id()
    {
        await using var server = await MessagingServer.StartAsync();
        await Post(server, new
        {
            contacts = new[] { new { profile = new { username = "ayse.y" }, user_id = "TR.77" } },
            messages = new[] { new { from_user_id = "TR.77", id = "wamid.2", timestamp = Now, type = "text", text = new { body = "Merhaba" } } },
        });
        var asked = Assert.Single(server.Actors.Applied);
        var text = Assert.IsType<ReceiveText>(asked.Command);
        Assert.Equal(Addressing.Key(server.Sealer, Channel.WhatsApp, "TR.77").Actor, asked.Target);
        Assert.Equal(("TR.77", "ayse.y"), (server.Sealer.Open(text.Address), server.Sealer.Open(text.ProfileName)));
    }

    [Fact]
    public async Task A_sender_who_first_shows_a_number_and_then_only_an_id_is_the_same_citizen()
    {
        await using var server = await MessagingServer.StartAsync();
        var citizen = new CitizenId(Guid.NewGuid());
        server.Actors.Answer = asked => new Taken(new ContactId(UuidV8.Of(asked.Id, 0)), citizen);
        foreach (var id in new[] { "wamid.3", "wamid.4" })
        {
            await Post(server, new { contacts = Ayse, messages = new[] { Posts.MetaText(id, "Merhaba") } });
        }

        var link = Assert.Single(server.Actors.Applied, asked => asked.Command is Reassign);
        Assert.Equal((Addressing.Key(server.Sealer, Channel.WhatsApp, "TR.77").Actor, new Reassign(citizen)), (link.Target, link.Command));
    }

    [Fact]
    public async Task Parallel_images_in_parallel_requests_all_go_to_one_address_in_one_order_each()
    {
        await using var server = await MessagingServer.StartAsync();
        object Image(int i) => new { from = "905551112233", id = $"wamid.i{i}", timestamp = Now, type = "image", image = new { id = $"{i}", mime_type = "image/jpeg", caption = $"{i}" } };
        await Task.WhenAll(
            Post(server, new { messages = new[] { Image(1), Image(2), Image(3) } }),
            Post(server, new { messages = new[] { Image(4), Image(5), Image(6) } }),
            Post(server, new { messages = new[] { Image(1), Image(2), Image(3) } }));
        Assert.Single(server.Actors.Applied.Select(asked => asked.Target).Distinct());
        var ids = server.Actors.Commands<ReceiveText>().Select(text => text.Message.ProviderMessageId).ToList();
        Assert.Equal(6, ids.Count);
        Assert.Equal(["wamid.i4", "wamid.i5", "wamid.i6"], ids.Where(id => id is "wamid.i4" or "wamid.i5" or "wamid.i6"));
        Assert.All(server.Actors.Commands<ReceiveText>(), text => Assert.Equal(1, text.Message.Attachments));
    }

    [Theory]
    [InlineData("""{"type":"text","text":{"body":"Selam"}}""", "Selam")]
    [InlineData("""{"type":"text","text":{"body":""}}""", "[Boş ileti]")]
    [InlineData("""{"type":"text","text":{"body":"yarım \ud83d karakter"}}""", "yarım \\ud83d karakter")]
    [InlineData("""{"type":"image","image":{"caption":"Sokağımız"}}""", "[Fotoğraf] Sokağımız")]
    [InlineData("""{"type":"audio","audio":{"id":"1"}}""", "[Ses kaydı]")]
    [InlineData("""{"type":"document","document":{"filename":"dilekçe.pdf"}}""", "[Belge] dilekçe.pdf")]
    [InlineData("""{"type":"location","location":{"latitude":40.76,"longitude":29.94,"name":"Belsa Plaza"}}""", "[Konum] 40.76,29.94 Belsa Plaza")]
    [InlineData("""{"type":"contacts","contacts":[{"name":{"formatted_name":"Ali"},"phones":[{"phone":"+90 555"}]}]}""", "[Kişi kartı] Ali +90 555")]
    [InlineData("""{"type":"reaction","reaction":{"emoji":"👍"}}""", "[Tepki] 👍")]
    [InlineData("""{"type":"button","button":{"text":"Evet"}}""", "Evet")]
    [InlineData("""{"type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"1","title":"Yol"}}}""", "Yol")]
    [InlineData("""{"type":"hologram","hologram":{"x":1}}""", "[Desteklenmeyen ileti türü: hologram]")]
    [InlineData("""{"type":"unsupported","errors":[{"code":131051}]}""", "[Desteklenmeyen ileti türü: unsupported]")]
    [InlineData("""{"text":{"body":"türsüz"}}""", "[Desteklenmeyen ileti türü: unknown]")]
    [InlineData("""{"type":7,"text":"x"}""", "[Desteklenmeyen ileti türü: 7]")]
    public async Task Every_kind_is_kept_as_words_also_one_that_nobody_foresaw(string message, string words)
    {
        await using var server = await MessagingServer.StartAsync();
        var body = Posts.MetaValue(new { contacts = Ayse })
            .Replace("\"contacts\":", $$"""
                "messages":[{"id":"wamid.5","from":"905551112233",{{message[1..]}}],"contacts":
                """, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.SendAsync(Posts.Meta(body), Cancel)).StatusCode);
        Assert.Equal(words, server.Sealer.Open(server.Actors.Commands<ReceiveText>().Single().Message.Text));
    }

    [Fact]
    public async Task Statuses_find_their_message_by_our_own_words_and_the_rest_is_counted()
    {
        await using var server = await MessagingServer.StartAsync();
        var (message, contact) = (Guid.NewGuid(), new ContactId(Guid.NewGuid()));
        var route = new StatusRoute(message, contact.Actor).ToString();
        await Post(server, new
        {
            statuses = new object[]
            {
                new { id = "wamid.6", status = "sent", timestamp = Now, recipient_id = "905551112233", biz_opaque_callback_data = route },
                new { id = "wamid.6", status = "failed", timestamp = Now, biz_opaque_callback_data = route, errors = new[] { new { code = 131047, title = "Re-engagement message" } } },
                new { id = "wamid.6", status = "warming_up", timestamp = Now, biz_opaque_callback_data = route },
                new { id = "wamid.7", status = "sent", timestamp = Now },
            },
        });
        Assert.Equal(
            [new NoteMessageStatus("wamid.6", message, MessageStatus.Sent, null), new NoteMessageStatus("wamid.6", message, MessageStatus.Failed, "message.window_closed")],
            server.Actors.Applied.Select(asked => asked.Command));
        Assert.Equal(2, server.Counted["unrouted"]);
    }

    [Fact]
    public async Task A_stale_message_is_refused_and_one_that_was_retried_for_a_week_is_not()
    {
        await using var server = await MessagingServer.StartAsync();
        var stale = await Post(server, new { messages = new[] { Posts.MetaText("wamid.8", "eski", DateTimeOffset.UtcNow.AddDays(-9)) } });
        Assert.Equal((403, "webhook.stale"), await Posts.ProblemAsync(stale));
        Assert.Equal(1, server.Counted["webhook.stale"]);
        Assert.Empty(server.Actors.Applied);

        Assert.Equal(HttpStatusCode.OK, (await Post(server, new { messages = new[] { Posts.MetaText("wamid.9", "geç", DateTimeOffset.UtcNow.AddDays(-7)) } })).StatusCode);
        Assert.Single(server.Actors.Applied);
    }

    [Fact]
    public async Task Forged_and_bad_bodies_are_refused_with_a_code_and_nothing_is_written()
    {
        await using var server = await MessagingServer.StartAsync();
        var good = Posts.MetaValue(new { messages = new[] { Posts.MetaText("wamid.10", "x") } });
        Assert.Equal((403, "webhook.signature"), await Send(Posts.Meta(good, secret: "other")));
        Assert.Equal((403, "webhook.signature"), await Send(new(HttpMethod.Post, Routes.Meta) { Content = new StringContent(good, Encoding.UTF8, "application/json") }));
        Assert.Equal((403, "webhook.signature"), await Send(new(HttpMethod.Post, Routes.Meta) { Content = new StringContent("{ not json", Encoding.UTF8, "application/json") }));
        Assert.Equal((400, "webhook.malformed"), await Send(Posts.Meta("{ not json")));
        Assert.Equal((400, "webhook.malformed"), await Send(Posts.Meta("[]")));
        Assert.Equal((400, "webhook.malformed"), await Send(Posts.Meta("""{"object":"page"}""")));
        Assert.Equal((400, "webhook.malformed"), await Send(Posts.Meta(new string('[', 4000))));
        Assert.Equal((413, "webhook.too_large"), await Send(new(HttpMethod.Post, Routes.Meta) { Content = new StringContent(new string(' ', 10 * 1024 * 1024), Encoding.UTF8, "application/json") }));
        Assert.Equal((415, "webhook.content_type"), await Send(new(HttpMethod.Post, Routes.Meta) { Content = new FormUrlEncodedContent([]) }));
        Assert.Equal(3, server.Counted["webhook.signature"]);
        Assert.Empty(server.Actors.Applied);

        async Task<(int, string?)> Send(HttpRequestMessage request) => await Posts.ProblemAsync(await server.Client.SendAsync(request, Cancel));
    }

    [Fact]
    public async Task A_provider_that_repeats_for_days_delivers_every_message_exactly_once_whatever_failed_on_the_way()
    {
        // The journal fails one ask in three at first; the provider sends whole batches again until it sees 200, also out of order and doubled.
        await using var server = await MessagingServer.StartAsync();
        var random = new Random(20261122);
        var asks = 0;
        server.Actors.Instead = _ => Interlocked.Increment(ref asks) % 3 == 0 && asks < 120 ? new Reply.Unavailable("journal.unavailable", TimeSpan.FromSeconds(1)) : null;
        var batches = Enumerable.Range(0, 20).Select(b => Posts.MetaValue(new
        {
            messages = Enumerable.Range(0, 5).Select(m => Posts.MetaText($"wamid.{b}.{m}", $"{m}", from: $"90555000000{(b + m) % 7}")).ToArray(),
        })).ToList();

        var open = batches.Concat(batches.Take(2)).ToList();
        while (open.Count > 0)
        {
            var at = random.Next(open.Count);
            var response = await server.Client.SendAsync(Posts.Meta(open[at]), Cancel);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                open.RemoveAt(at);
            }
            else
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
                Assert.NotNull(response.Headers.RetryAfter);
            }
        }

        Assert.True(asks > 120, $"only {asks} asks: the failures were not exercised");
        Assert.Equal(100, server.Actors.Commands<ReceiveText>().Select(text => text.Message.ProviderMessageId).Distinct().Count());
        Assert.Equal(100, server.Actors.Commands<ReceiveText>().Count());
    }

    private static string Now => $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> Post(MessagingServer server, object value) => server.Client.SendAsync(Posts.Meta(Posts.MetaValue(value)), Cancel);
}
