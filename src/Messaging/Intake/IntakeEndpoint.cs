using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Intake;
using Santral.Engine.Ports;
using Santral.Messaging.Http;

namespace Santral.Messaging.Intake;

/// <summary><c>POST /api/intake</c>: forms, CİMER, Açık Kapı and walk-in. 200 with the contact's id only after it is durable.</summary>
internal sealed class IntakeEndpoint(IActors actors, ISealer sealer, AnonymousForms anonymous, TimeProvider clock, MessagingMetrics metrics)
{
    public const string IdempotencyHeader = "Idempotency-Key";
    private const string Source = "intake";

    public async Task PostAsync(HttpContext context)
    {
        if (!Problems.HasType(context.Request, "application/json"))
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, "intake.content_type", "Gövde application/json olmalıdır.").ConfigureAwait(false);
            return;
        }

        using var body = await RawBody.ReadAsync(context.Request, MessagingLimits.IntakeBodyBytes, context.RequestAborted).ConfigureAwait(false);
        if (body is null)
        {
            await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "intake.too_large", $"Gövde {MessagingLimits.IntakeBodyBytes} bayttan büyük olamaz.").ConfigureAwait(false);
            return;
        }

        string? key = context.Request.Headers[IdempotencyHeader];
        if (key?.Length > MessagingLimits.IdempotencyKeyCharacters)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "intake.idempotency_key", "Idempotency-Key çok uzun.").ConfigureAwait(false);
            return;
        }

        var request = IntakeRequest.Read(body.Memory);
        if (!await AdmittedAsync(context, request).ConfigureAwait(false))
        {
            return;
        }

        if (request is null)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "intake.malformed", "Gövde; channel (Web, Cimer, AcikKapi, WalkIn) ile en az bir dolu alan içeren bir JSON nesnesi olmalıdır.").ConfigureAwait(false);
            return;
        }

        await TakeAsync(context, request, key).ConfigureAwait(false);
    }

    private async Task TakeAsync(HttpContext context, IntakeRequest request, string? key)
    {
        var who = context.User.Identity is { IsAuthenticated: true } identity ? identity.Name ?? "authenticated" : "anonymous";

        // Without a key of its own, a file of another institution is known by its number and content; a bare form is always new.
        var repeat = key is { Length: > 0 } ? $"key:{key}"
            : request.SenderReference is { } reference ? $"reference:{reference}:{request.ContentHash}"
            : $"new:{Guid.NewGuid():N}";
        var address = request.Phone is { } phone
            ? Addressing.Key(sealer, request.Channel, phone)
            : Addressing.Opaque(sealer, request.Channel, request.SenderReference ?? repeat);
        var command = CommandId.From($"intake:{who}:{request.Channel}:{repeat}:{address}");
        var reply = await actors.AskAsync(address.Actor, Seal(request, address, command), command, new(who, Role(context.User), Source), cancel: context.RequestAborted).ConfigureAwait(false);
        switch (reply)
        {
            case Reply.Accepted { Value: Taken taken } accepted:
                metrics.Webhook(Source, "accepted");
                await context.Response.WriteAsJsonAsync(new { contactId = taken.Contact.ToString(), seq = accepted.Sequence }, context.RequestAborted).ConfigureAwait(false);
                break;
            case Reply.Rejected rejected:
                await RefuseAsync(context, StatusCodes.Status409Conflict, rejected.Code, "Bu istek kabul edilemedi.").ConfigureAwait(false);
                break;
            case Reply.Unavailable unavailable:
                metrics.Webhook(Source, "unavailable");
                await Problems.UnavailableAsync(context, unavailable.Code, unavailable.RetryAfter).ConfigureAwait(false);
                break;
            default:
                throw new InvalidOperationException("An address took a form and did not say into which contact.");
        }
    }

    private ReceiveForm Seal(IntakeRequest request, AddressKey address, CommandId command)
    {
        var subject = address.Actor.ToString();
        return new(
            request.Channel,
            request.Phone is null ? null : sealer.Seal(subject, DataClass.Contact, request.Phone, command),
            request.SenderReference,
            request.Service,
            sealer.Seal(subject, DataClass.Message, request.Text, command),
            request.Name is null ? null : sealer.Seal(subject, DataClass.Contact, request.Name, command),
            request.Place is null ? null : sealer.Seal(subject, DataClass.Contact, request.Place, command),
            clock.GetUtcNow());
    }

    /// <summary>The public web form is for everybody, at a bounded rate; institutions and staff identify themselves.</summary>
    private async Task<bool> AdmittedAsync(HttpContext context, IntakeRequest? request)
    {
        var services = context.RequestServices;
        var policy = await services.GetRequiredService<IAuthorizationPolicyProvider>().GetPolicyAsync(IntakePolicy.Name).ConfigureAwait(false)
            ?? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        var evaluator = services.GetRequiredService<IPolicyEvaluator>();
        var authenticated = await evaluator.AuthenticateAsync(policy, context).ConfigureAwait(false);
        var result = await evaluator.AuthorizeAsync(policy, authenticated, context, resource: null).ConfigureAwait(false);
        if (result.Succeeded)
        {
            return true;
        }

        // A malformed body names no channel; whoever sent it learns that, at the same bounded rate.
        if (request is null or { Channel: Channel.Web })
        {
            return await WithinRateAsync(context).ConfigureAwait(false);
        }

        await (result.Forbidden
            ? RefuseAsync(context, StatusCodes.Status403Forbidden, "intake.forbidden", "Bu kanaldan kayıt açma yetkiniz yok.")
            : RefuseAsync(context, StatusCodes.Status401Unauthorized, "intake.unauthenticated", "Bu kanal için kimlik doğrulaması gerekir.")).ConfigureAwait(false);
        return false;
    }

    private async Task<bool> WithinRateAsync(HttpContext context)
    {
        if (anonymous.TryTake(context.Connection.RemoteIpAddress) is not { } retryAfter)
        {
            return true;
        }

        metrics.Webhook(Source, "intake.rate");
        await Problems.WriteAsync(context, StatusCodes.Status429TooManyRequests, "intake.rate", "Kısa sürede çok sayıda form gönderildi; lütfen biraz sonra yeniden deneyiniz.", retryAfter).ConfigureAwait(false);
        return false;
    }

    private static string Role(ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Role) ?? "citizen";

    private Task RefuseAsync(HttpContext context, int status, string code, string detail)
    {
        metrics.Webhook(Source, code);
        return Problems.WriteAsync(context, status, code, detail);
    }
}
