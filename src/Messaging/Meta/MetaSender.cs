using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Santral.Domain.Contacts;
using Santral.Engine.Ports;
using Santral.Messaging.Http;
using Santral.Messaging.Outbound;

namespace Santral.Messaging.Meta;

/// <summary>
/// Sends WhatsApp through Meta's Graph API. It has no list to look into, so a lost answer stays in doubt until the status webhook,
/// which carries our own words back, settles it.
/// </summary>
internal sealed partial class MetaSender(MetaOptions options, TwilioOptions twilio, MetaLines lines, ProviderHttp http, ILogger<MetaSender> log) : IMessageSender
{
    public string Provider => MetaPayload.Provider;

    /// <summary>A configured line, or any line when there is no other way to send.</summary>
    public bool Serves(OutboundMessage message) =>
        options.CanSend && message.Channel == Channel.WhatsApp && (lines.HasConfigured(message.Line) || !twilio.CanSend);

    public async ValueTask<EffectResult> SendAsync(OutboundMessage message, CancellationToken cancel)
    {
        if (lines.PhoneNumberId(message.Line) is not { } phoneNumberId)
        {
            return new EffectResult.Failed(MessageCodes.LineNotConfigured);
        }

        if (message.Text.Length > MessagingLimits.MetaTextCharacters)
        {
            return new EffectResult.Failed(MessageCodes.TooLong);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.ApiBase.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(phoneNumberId)}/messages");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.AccessToken);
        request.Content = new StringContent(Body(message).ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        return await http.SendAsync(request, cancel).ConfigureAwait(false) switch
        {
            ProviderAnswer.Answered { IsSuccess: true } sent when sent.Body.Array("messages") is [var first, ..] && first.Text("id") is { } id => new EffectResult.Done(id),
            ProviderAnswer.Answered { Status: >= 400 and < 500 and not 408 } refused => Refused(refused),
            ProviderAnswer.NotSent => new EffectResult.Retry(MessagingLimits.RetryAfter),
            _ => new EffectResult.InDoubt(),
        };
    }

    public ValueTask<EffectResult> SettleAsync(OutboundMessage message, DateTimeOffset? startedAt, CancellationToken cancel) => new(new EffectResult.InDoubt());

    private static JsonObject Body(OutboundMessage message)
    {
        var body = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["recipient_type"] = "individual",
            ["biz_opaque_callback_data"] = message.Route.ToString(),
        };
        if (message.To.StartsWith('+') || message.To.All(char.IsAsciiDigit))
        {
            body["to"] = message.To.TrimStart('+');
        }
        else
        {
            body["recipient"] = message.To;
        }

        body["type"] = message.Template is null ? "text" : "template";
        body[message.Template is null ? "text" : "template"] = message.Template is null
            ? new JsonObject { ["preview_url"] = false, ["body"] = message.Text }
            : Template(message);
        return body;
    }

    private static JsonObject Template(OutboundMessage message)
    {
        var template = new JsonObject
        {
            ["name"] = message.Template!.ProviderName,
            ["language"] = new JsonObject { ["code"] = message.Template.Language },
        };
        if (message.Values.Length > 0)
        {
            var parameters = new JsonArray([.. message.Values.Select(value => new JsonObject { ["type"] = "text", ["text"] = value })]);
            template["components"] = new JsonArray(new JsonObject { ["type"] = "body", ["parameters"] = parameters });
        }

        return template;
    }

    private EffectResult Refused(ProviderAnswer.Answered refused)
    {
        var number = refused.Body.Object("error")?.Text("code") ?? $"{refused.Status}";
        if (refused.Status == 429 || MetaErrors.IsPassing(number))
        {
            var after = refused.RetryAfter ?? MessagingLimits.RetryAfter;
            return new EffectResult.Retry(after < MessagingLimits.LongestRetryAfter ? after : MessagingLimits.LongestRetryAfter);
        }

        ProviderRefused(log, number);
        return new EffectResult.Failed(refused.Status is 401 or 403 && MetaErrors.Code(number) == MessageCodes.Refused ? MessageCodes.Account : MetaErrors.Code(number));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Meta refused a message with error {Number}.")]
    private static partial void ProviderRefused(ILogger log, string number);
}
