using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Santral.Engine.Ports;
using Santral.Messaging.Http;
using Santral.Messaging.Inbound;

namespace Santral.Messaging.Meta;

/// <summary>
/// <c>GET|POST /webhooks/meta</c>. One request may carry many messages and statuses; it is acknowledged when all of them are durable,
/// and repeated by the provider for days when one is not. What was already taken is then recognised.
/// </summary>
internal sealed class MetaWebhooks(MetaOptions options, MetaLines lines, InboundDesk desk, IPackSource packs, TimeProvider clock, MessagingMetrics metrics)
{
    private const int ChallengeCharacters = 256;
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = MessagingLimits.JsonDepth };

    private readonly MetaSignature? signature = options.AppSecret is { } secret ? new(secret) : null;

    /// <summary>The provider asks once, when the address is registered, whether we know the verify token.</summary>
    public Task ChallengeAsync(HttpContext context)
    {
        var query = context.Request.Query;
        string? challenge = query["hub.challenge"];
        var known = query["hub.mode"] == "subscribe" && options.VerifyToken is { } token && Same(token, query["hub.verify_token"]);
        if (!known || challenge is null or { Length: 0 or > ChallengeCharacters } || !challenge.All(char.IsAsciiLetterOrDigit))
        {
            return RefuseAsync(context, StatusCodes.Status403Forbidden, "webhook.verify_token", "The verify token does not match.");
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(challenge, context.RequestAborted);
    }

    public async Task PostAsync(HttpContext context)
    {
        if (!Problems.HasType(context.Request, "application/json"))
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, "webhook.content_type", "The body must be application/json.").ConfigureAwait(false);
            return;
        }

        using var body = await RawBody.ReadAsync(context.Request, MessagingLimits.MetaBodyBytes, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "webhook.too_large", $"The body is larger than {MessagingLimits.MetaBodyBytes} bytes.").ConfigureAwait(false);
        }
        else if (signature is null || !signature.IsValid(body.Span, context.Request.Headers[MetaSignature.Header]))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "webhook.signature", "The signature does not match.").ConfigureAwait(false);
        }
        else if (Read(body) is not { } payload)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "webhook.malformed", "The body is no webhook of this platform.").ConfigureAwait(false);
        }
        else
        {
            await TakeAsync(context, payload).ConfigureAwait(false);
        }
    }

    private MetaPayload? Read(RawBody body)
    {
        try
        {
            using var document = JsonDocument.Parse(body.Memory, Json);
            var payload = new MetaPayload(packs.Current, lines, clock.GetUtcNow());
            return payload.Read(document.RootElement) ? payload : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task TakeAsync(HttpContext context, MetaPayload payload)
    {
        for (var i = 0; i < payload.Stale; i++)
        {
            metrics.Webhook(MetaPayload.Provider, "webhook.stale");
        }

        if (payload.Stale > 0 && payload.Texts.Count == 0 && payload.Statuses.Count == 0)
        {
            await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "webhook.stale", "Every message in it is older than any repeat can be.").ConfigureAwait(false);
            return;
        }

        var failures = new ConcurrentBag<TakeResult>();
        await SideBySideAsync(payload.Texts, text => text.Sender, desk.TakeAsync, failures, context.RequestAborted).ConfigureAwait(false);
        await SideBySideAsync(payload.Statuses, status => status.Route?.Source.ToString() ?? "", desk.TakeAsync, failures, context.RequestAborted).ConfigureAwait(false);
        if (!failures.IsEmpty)
        {
            await Problems.UnavailableAsync(context, "webhook.unavailable", failures.Max(failure => failure.RetryAfter)).ConfigureAwait(false);
        }
    }

    /// <summary>Different senders side by side, one sender's messages in their order.</summary>
    private static async Task SideBySideAsync<T>(
        List<T> items, Func<T, string> key, Func<T, CancellationToken, ValueTask<TakeResult>> take, ConcurrentBag<TakeResult> failures, CancellationToken cancel)
    {
        var bound = new ParallelOptions { MaxDegreeOfParallelism = MessagingLimits.SendersSideBySide, CancellationToken = cancel };
        await Parallel.ForEachAsync(items.GroupBy(key, StringComparer.Ordinal), bound, async (group, stop) =>
        {
            foreach (var item in group)
            {
                if (await take(item, stop).ConfigureAwait(false) is { What: Taking.Unavailable } failure)
                {
                    failures.Add(failure);
                    return;
                }
            }
        }).ConfigureAwait(false);
    }

    private Task RefuseAsync(HttpContext context, int status, string code, string detail)
    {
        metrics.Webhook(MetaPayload.Provider, code);
        return Problems.WriteAsync(context, status, code, detail);
    }

    private static bool Same(string expected, string? offered) =>
        offered is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(offered));
}
