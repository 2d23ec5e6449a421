using System.Globalization;
using Microsoft.AspNetCore.Http;
using Santral.Engine.Ports;
using Santral.Messaging.Http;
using Santral.Messaging.Inbound;

namespace Santral.Messaging.Twilio;

/// <summary>
/// <c>POST /webhooks/twilio/message</c> and <c>/status</c>. The signature is checked before anything is interpreted; the answer is
/// 200 only after the event is durable, because Twilio retries once and then falls silent.
/// </summary>
internal sealed class TwilioWebhooks(TwilioOptions options, InboundDesk desk, IPackSource packs, TimeProvider clock, MessagingMetrics metrics)
{
    /// <summary>Carries the <see cref="StatusRoute"/> in the status callback's address, which the signature covers.</summary>
    public const string RouteQuery = "ref";

    private const string FormType = "application/x-www-form-urlencoded";

    private static ReadOnlyMemory<byte> NoReply { get; } = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>"u8.ToArray();

    private readonly TwilioSignature? signature = options.AuthToken is { } token ? new(token) : null;

    public async Task MessageAsync(HttpContext context)
    {
        if (await ReadSignedAsync(context, Routes.TwilioMessage).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        if (Inbound(form) is not { } inbound)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "webhook.malformed", "MessageSid, From or To is missing.").ConfigureAwait(false);
            return;
        }

        var text = inbound.ToText(packs.Current, clock.GetUtcNow());
        await AnswerAsync(context, await desk.TakeAsync(text, context.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public async Task StatusAsync(HttpContext context)
    {
        if (await ReadSignedAsync(context, Routes.TwilioStatus).ConfigureAwait(false) is not { } form)
        {
            return;
        }

        var sid = form["MessageSid"] ?? form["SmsSid"];
        if (sid is null)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "webhook.malformed", "MessageSid is missing.").ConfigureAwait(false);
            return;
        }

        var taken = new TakeResult(Taking.Unrouted);
        if (TwilioStatuses.Read(form["MessageStatus"] ?? form["SmsStatus"]) is { } status)
        {
            var route = StatusRoute.Parse(context.Request.Query[RouteQuery]);
            var code = form["ErrorCode"] is { } error ? TwilioErrors.Code(error) : null;
            taken = await desk.TakeAsync(new InboundStatus(TwilioInbound.Provider, sid, route, status, code), context.RequestAborted).ConfigureAwait(false);
        }

        await AnswerAsync(context, taken).ConfigureAwait(false);
    }

    private static TwilioInbound? Inbound(FormBody form)
    {
        if ((form["MessageSid"] ?? form["SmsSid"]) is not { } sid || form["From"] is not { } from || form["To"] is not { } to)
        {
            return null;
        }

        var media = int.TryParse(form["NumMedia"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        return new(sid, from, to, form["Body"], media, form["MediaContentType0"], Place(form), form["ProfileName"]);
    }

    private static string? Place(FormBody form) =>
        form["Latitude"] is { } latitude && form["Longitude"] is { } longitude
            ? string.Join(' ', new[] { $"{latitude},{longitude}", form["Label"], form["Address"] }.Where(part => part is not null))
            : null;

    private async ValueTask<FormBody?> ReadSignedAsync(HttpContext context, string path)
    {
        if (!Problems.HasType(context.Request, FormType))
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, "webhook.content_type", $"The body must be {FormType}.").ConfigureAwait(false);
            return null;
        }

        using var body = await RawBody.ReadAsync(context.Request, MessagingLimits.TwilioBodyBytes, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "webhook.too_large", $"The body is larger than {MessagingLimits.TwilioBodyBytes} bytes.").ConfigureAwait(false);
            return null;
        }

        var form = FormBody.Decode(body.Span);
        var url = options.PublicUrl + path + context.Request.QueryString.Value;
        if (form is null || signature is null || !signature.IsValid(url, form, context.Request.Headers[TwilioSignature.Header]))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "webhook.signature", "The signature does not match.").ConfigureAwait(false);
            return null;
        }

        return form;
    }

    private Task RefuseAsync(HttpContext context, int status, string code, string detail)
    {
        metrics.Webhook(TwilioInbound.Provider, code);
        return Problems.WriteAsync(context, status, code, detail);
    }

    private static Task AnswerAsync(HttpContext context, TakeResult taken)
    {
        if (taken.What == Taking.Unavailable)
        {
            return Problems.UnavailableAsync(context, "webhook.unavailable", taken.RetryAfter);
        }

        context.Response.ContentType = "text/xml; charset=utf-8";
        context.Response.ContentLength = NoReply.Length;
        return context.Response.Body.WriteAsync(NoReply, context.RequestAborted).AsTask();
    }
}
