using System.Net;
using System.Net.Sockets;
using System.Text;
using Santral.Adapters.Tests.Messaging.Kit;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Messaging.Inbound;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

public sealed class TwilioSendingTests
{
    [Fact]
    public async Task A_reply_leaves_with_credentials_and_a_callback_that_names_the_message()
    {
        await using var port = await PortUnderTest.StartAsync();
        var send = port.Text("Ekibimiz yola çıktı.");
        var done = Assert.IsType<EffectResult.Done>(await port.Port.RunAsync(port.Call(send), Cancel));
        var fields = Assert.Single(port.Stub.Received);
        Assert.Equal(port.Stub.Messages.Single().Sid, done.Result);
        Assert.Equal(("whatsapp:+905551112233", "whatsapp:+905521530034", "Ekibimiz yola çıktı."), (fields["To"], fields["From"], fields["Body"]));
        Assert.Equal($"https://santral.example/webhooks/twilio/status?ref={new StatusRoute(send.MessageId, port.Contact.Actor)}", fields["StatusCallback"]);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("AC0:12345")), port.Stub.Credentials.Single());
    }

    [Fact]
    public void The_callbacks_word_comes_back_as_the_message_and_its_actor()
    {
        var route = new StatusRoute(Guid.NewGuid(), new ActorId(ActorKinds.Contact, Guid.NewGuid().ToString("N")));
        Assert.Equal(route, StatusRoute.Parse(route.ToString()));
        Assert.Null(StatusRoute.Parse(new StatusRoute(Guid.NewGuid(), new ActorId(ActorKinds.Desk, "santral")).ToString()));
    }

    [Fact]
    public async Task Templates_go_by_their_content_id_or_by_their_approved_words_and_as_text_by_SMS()
    {
        await using var port = await PortUnderTest.StartAsync();
        await port.Port.RunAsync(port.Call(port.Template("case-resolved", Channel.WhatsApp, "1234-5", "Çöp \"alındı\"")), Cancel);
        await port.Port.RunAsync(port.Call(port.Template("case-opened", Channel.WhatsApp, "1234-5")), Cancel);
        await port.Port.RunAsync(port.Call(port.Template("case-resolved", Channel.Sms, "1234-5", "Alındı")), Cancel);
        var sent = port.Stub.Received.ToArray();
        Assert.Equal(("HX0123456789", """{"1":"1234-5","2":"Çöp \"alındı\""}"""), (sent[0]["ContentSid"], sent[0]["ContentVariables"]));
        Assert.False(sent[0].ContainsKey("Body"));
        Assert.Equal("Başvuru numaranız: 1234-5.", sent[1]["Body"]);
        Assert.Equal(("+905551112233", "1530", "1234-5 numaralı başvurunuz sonuçlandı. Yanıtımız: Alındı"), (sent[2]["To"], sent[2]["From"], sent[2]["Body"]));
    }

    [Theory]
    [InlineData(400, 63016, "message.window_closed")]
    [InlineData(400, 21610, "message.opted_out")]
    [InlineData(400, 21211, "message.bad_address")]
    [InlineData(401, 20003, "message.provider_account")]
    [InlineData(400, 99999, "message.provider_refused")]
    public async Task A_refusal_has_a_stable_code(int status, int number, string code)
    {
        await using var port = await PortUnderTest.StartAsync();
        port.Stub.Error = (status, $$"""{"code":{{number}},"message":"no","status":{{status}}}""");
        Assert.Equal(new EffectResult.Failed(code), await port.Port.RunAsync(port.Call(port.Text("x")), Cancel));
    }

    [Fact]
    public async Task Too_many_requests_are_tried_again_later()
    {
        await using var port = await PortUnderTest.StartAsync();
        port.Stub.Error = (429, """{"code":20429}""");
        Assert.IsType<EffectResult.Retry>(await port.Port.RunAsync(port.Call(port.Text("x")), Cancel));
    }

    [Fact]
    public async Task A_connection_that_was_never_made_is_tried_again_and_never_in_doubt()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        await using var port = await PortUnderTest.StartAsync(apiBase: address);
        Assert.IsType<EffectResult.Retry>(await port.Port.RunAsync(port.Call(port.Text("x")), Cancel));
        Assert.Empty(port.Time.Waits);
    }

    [Fact]
    public async Task A_lost_answer_is_found_in_the_providers_list_and_nothing_is_sent_twice()
    {
        await using var port = await PortUnderTest.StartAsync();
        port.Stub.Next.Enqueue(Behaviour.TakeAndLoseAnswer);
        var done = Assert.IsType<EffectResult.Done>(await port.Port.RunAsync(port.Call(port.Text("Tamam")), Cancel));
        Assert.Equal(port.Stub.Messages.Single().Sid, done.Result);
        Assert.Single(port.Stub.Received);
    }

    [Fact]
    public async Task A_lost_request_is_absent_from_the_list_and_only_then_tried_again()
    {
        await using var port = await PortUnderTest.StartAsync();
        port.Stub.Next.Enqueue(Behaviour.LoseRequest);
        Assert.IsType<EffectResult.Retry>(await port.Port.RunAsync(port.Call(port.Text("Tamam")), Cancel));
        Assert.Equal(3, port.Stub.Listed.Count);
        Assert.Equal(TimeSpan.FromSeconds(30), TimeSpan.FromTicks(port.Time.Waits.Sum(w => w.Ticks)));
    }

    [Fact]
    public async Task Where_the_list_cannot_be_read_either_the_send_is_in_doubt()
    {
        await using var port = await PortUnderTest.StartAsync();
        (port.Stub.ListFails, port.Stub.Error) = (true, (502, "<html>bad gateway</html>"));
        Assert.IsType<EffectResult.InDoubt>(await port.Port.RunAsync(port.Call(port.Text("Tamam")), Cancel));
    }

    [Fact]
    public async Task An_earlier_message_with_the_same_words_is_not_taken_for_the_lost_one()
    {
        await using var port = await PortUnderTest.StartAsync();
        await port.Port.RunAsync(port.Call(port.Text("Tamam")), Cancel);
        port.Stub.Next.Enqueue(Behaviour.LoseRequest);
        Assert.IsType<EffectResult.Retry>(await port.Port.RunAsync(port.Call(port.Text("Tamam")), Cancel));
    }

    [Fact]
    public async Task After_a_crash_the_attempts_instant_tells_the_lost_message_from_an_earlier_one()
    {
        await using var port = await PortUnderTest.StartAsync();
        var startedAt = port.Time.GetUtcNow();
        port.Stub.Messages.Add(Sent("SMold", startedAt.AddMinutes(-10)));
        Assert.IsType<EffectResult.Retry>(await port.Port.SettleAsync(port.Call(port.Text("Tamam"), startedAt), Cancel));

        port.Stub.Messages.Insert(0, Sent("SMlost", startedAt.AddSeconds(1)));
        Assert.Equal(new EffectResult.Done("SMlost"), await port.Port.SettleAsync(port.Call(port.Text("Tamam"), startedAt), Cancel));
        Assert.Empty(port.Stub.Received);
    }

    [Fact]
    public async Task Two_messages_that_could_both_be_the_one_leave_it_in_doubt()
    {
        await using var port = await PortUnderTest.StartAsync();
        var startedAt = port.Time.GetUtcNow();
        port.Stub.Messages.AddRange([Sent("SM1", startedAt.AddSeconds(1)), Sent("SM2", startedAt.AddSeconds(2))]);
        Assert.IsType<EffectResult.InDoubt>(await port.Port.SettleAsync(port.Call(port.Text("Tamam"), startedAt), Cancel));
    }

    [Fact]
    public async Task A_message_that_is_found_failed_has_failed()
    {
        await using var port = await PortUnderTest.StartAsync();
        var startedAt = port.Time.GetUtcNow();
        port.Stub.Messages.Add(Sent("SM1", startedAt.AddSeconds(1)) with { Status = "failed" });
        Assert.IsType<EffectResult.Failed>(await port.Port.SettleAsync(port.Call(port.Text("Tamam"), startedAt), Cancel));
    }

    [Fact]
    public async Task What_cannot_be_sent_fails_with_its_code_and_never_silently()
    {
        await using var port = await PortUnderTest.StartAsync();
        Assert.Equal(new EffectResult.Failed("message.channel_unsupported"), await port.Port.RunAsync(port.Call(port.Text("x", Channel.Web)), Cancel));
        Assert.Equal(new EffectResult.Failed("message.template_unknown"), await port.Port.RunAsync(port.Call(port.Template("yok", Channel.WhatsApp)), Cancel));
        Assert.Equal(new EffectResult.Failed("message.too_long"), await port.Port.RunAsync(port.Call(port.Text(new string('x', 1601))), Cancel));
        port.Sealer.Erased.Add("citizen/c");
        Assert.Equal(new EffectResult.Failed("message.erased"), await port.Port.RunAsync(port.Call(port.Text("x")), Cancel));
        Assert.Empty(port.Stub.Received);
    }

    [Fact]
    public async Task Without_a_provider_a_message_says_that_none_is_configured()
    {
        await using var port = await PortUnderTest.StartAsync(twilio: false);
        Assert.Equal(new EffectResult.Failed("message.provider_not_configured"), await port.Port.RunAsync(port.Call(port.Text("x")), Cancel));
        Assert.True(port.Port.RepeatIsVisible);
        Assert.Equal(Ports.Messaging, port.Port.Port);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static StubMessage Sent(string sid, DateTimeOffset at) => new(sid, "outbound-api", "whatsapp:+905551112233", "whatsapp:+905521530034", "Tamam", "sent", at);
}
