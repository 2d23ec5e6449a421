using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Santral.Messaging.Http;

/// <summary>RFC 9457 problem details with a stable code. A refusal never repeats what was sent.</summary>
internal static class Problems
{
    public static Task WriteAsync(HttpContext context, int status, string code, string detail, TimeSpan? retryAfter = null)
    {
        if (retryAfter is { } after)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Max(1, Math.Ceiling(after.TotalSeconds))).ToString(CultureInfo.InvariantCulture);
        }

        var problem = TypedResults.Problem(detail, statusCode: status, type: $"urn:santral:{code}", extensions: [new("code", code)]);
        return problem.ExecuteAsync(context);
    }

    public static Task UnavailableAsync(HttpContext context, string code, TimeSpan retryAfter) =>
        WriteAsync(context, StatusCodes.Status503ServiceUnavailable, code, "Şu anda kaydedilemedi; aynı kimlikle yeniden gönderiniz.", retryAfter);

    /// <summary>True when the request's media type is the wanted one, whatever parameters follow it.</summary>
    public static bool HasType(HttpRequest request, string mediaType)
    {
        var type = request.ContentType.AsSpan();
        var semicolon = type.IndexOf(';');
        return (semicolon < 0 ? type : type[..semicolon]).Trim().Equals(mediaType, StringComparison.OrdinalIgnoreCase);
    }
}
