using System.Text.Json;
using Santral.Adapters.Tests.Messaging.Kit;
using Santral.Domain.Contacts;
using Santral.Engine.Ports;
using Santral.Messaging.Inbound;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

public sealed class MetaSendingTests
{
    [Fact]
    public async Task A_reply_leaves_by_the_lines_phone_number_id_with_our_words_for_the_status()
    {
        await using var port = await PortUnderTest.StartAsync(twilio: true, meta: true);
        var send = port.Text("Merhaba");
        Assert.Equal(new EffectResult.Done("wamid.out"), await port.Port.RunAsync(port.Call(send), Cancel));
        var fields = Assert.Single(port.Stub.Received);
        Assert.Equal("/graph/106540352242922/messages", fields["path"]);
        Assert.Equal("Bearer token", port.Stub.Credentials.Single());
        var body = JsonDocument.Parse(fields["body"]).RootElement;
        Assert.Equal(("905551112233", "text", "Merhaba"), (Text(body, "to"), Text(body, "type"), body.GetProperty("text").GetProperty("body").GetString()));
        Assert.Equal(new StatusRoute(send.MessageId, port.Contact.Actor).ToString(), Text(body, "biz_opaque_callback_data"));
        Assert.False(body.TryGetProperty("recipient", out _));
    }

    [Fact]
    public async Task Somebody_without_a_number_is_written_to_by_the_providers_id()
    {
        await using var port = await PortUnderTest.StartAsync(twilio: false, meta: true);
        await port.Port.RunAsync(port.Call(port.Text("Merhaba", to: "TR.77")), Cancel);
        var body = JsonDocument.Parse(port.Stub.Received.Single()["body"]).RootElement;
        Assert.Equal("TR.77", Text(body, "recipient"));
        Assert.False(body.TryGetProperty("to", out _));
    }

    [Fact]
    public async Task A_template_carries_its_name_language_and_values()
    {
        await using var port = await PortUnderTest.StartAsync(twilio: false, meta: true);
        await port.Port.RunAsync(port.Call(port.Template("case-opened", Channel.WhatsApp, "1234-5")), Cancel);
        var template = JsonDocument.Parse(port.Stub.Received.Single()["body"]).RootElement.GetProperty("template");
        Assert.Equal("basvuru_alindi", Text(template, "name"));
        Assert.Equal("tr", Text(template.GetProperty("language"), "code"));
        Assert.Equal("1234-5", Text(template.GetProperty("components")[0].GetProperty("parameters")[0], "text"));
    }

    [Fact]
    public async Task A_case_number_fills_the_first_place_and_the_values_follow()
    {
        await using var port = await PortUnderTest.StartAsync(twilio: false, meta: true);
        var answer = await port.Port.RunAsync(port.Call(port.Template("case-opened", Channel.WhatsApp, "ikinci") with { CaseNumber = "123456789" }), Cancel);
        Assert.IsType<EffectResult.Done>(answer);
        var places = JsonDocument.Parse(port.Stub.Received.Single()["body"]).RootElement.GetProperty("template").GetProperty("components")[0].GetProperty("parameters");
        Assert.Equal(["123456789", "ikinci"], places.EnumerateArray().Select(place => Text(place, "text")));
    }

    [Fact]
    public async Task A_template_without_a_name_at_the_provider_leaves_as_text()
    {
        await using var port = await PortUnderTest.StartAsync(twilio: false, meta: true);
        await port.Port.RunAsync(port.Call(port.Template("sms-only", Channel.WhatsApp, "Ayşe")), Cancel);
        Assert.Equal("Merhaba Ayşe", JsonDocument.Parse(port.Stub.Received.Single()["body"]).RootElement.GetProperty("text").GetProperty("body").GetString());
    }

    [Theory]
    [InlineData(400, 131047, "message.window_closed")]
    [InlineData(400, 131026, "message.unreachable")]
    [InlineData(404, 132001, "message.template_refused")]
    [InlineData(401, 190, "message.provider_account")]
    [InlineData(400, 1, "message.provider_refused")]
    public async Task A_refusal_has_a_stable_code(int status, int number, string code)
    {
        await using var port = await PortUnderTest.StartAsync(twilio: false, meta: true);
        port.Stub.Error = (status, $$$"""{"error":{"code":{{{number}}},"message":"no"}}""");
        Assert.Equal(new EffectResult.Failed(code), await port.Port.RunAsync(port.Call(port.Text("x")), Cancel));
    }

    [Theory]
    [InlineData(429, 4)]
    [InlineData(400, 130429)]
    [InlineData(400, 131056)]
    public async Task Rate_limits_are_tried_again_later(int status, int number)
    {
        await using var port = await PortUnderTest.StartAsync(twilio: false, meta: true);
        port.Stub.Error = (status, $$$"""{"error":{"code":{{{number}}}}}""");
        Assert.IsType<EffectResult.Retry>(await port.Port.RunAsync(port.Call(port.Text("x")), Cancel));
    }

    [Theory]
    [InlineData(Behaviour.TakeAndLoseAnswer)]
    [InlineData(Behaviour.LoseRequest)]
    public async Task A_lost_answer_stays_in_doubt_until_the_status_webhook_because_there_is_no_list(object behaviour)
    {
        await using var port = await PortUnderTest.StartAsync(twilio: false, meta: true);
        port.Stub.Next.Enqueue((Behaviour)behaviour);
        var call = port.Call(port.Text("Tamam"));
        Assert.IsType<EffectResult.InDoubt>(await port.Port.RunAsync(call, Cancel));
        Assert.IsType<EffectResult.InDoubt>(await port.Port.SettleAsync(call with { StartedAt = port.Time.GetUtcNow() }, Cancel));
        Assert.True(port.Stub.Received.Count <= 1);
    }

    [Fact]
    public async Task A_line_that_nobody_configured_fails_by_name()
    {
        await using var port = await PortUnderTest.StartAsync(twilio: false, meta: true);
        Assert.Equal(new EffectResult.Failed("message.line_not_configured"), await port.Port.RunAsync(port.Call(port.Text("x") with { Line = "+905550000000" }), Cancel));
        Assert.Equal(new EffectResult.Failed("message.provider_not_configured"), await port.Port.RunAsync(port.Call(port.Text("x", Channel.Sms)), Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
