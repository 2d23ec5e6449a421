using System.Globalization;
using Microsoft.AspNetCore.Http;
using Santral.Domain.Packs;
using Santral.Engine.Ports;

namespace Santral.AgentConsole.Web;

/// <summary>RFC 9457 answers with a stable <c>code</c> and one Turkish sentence: the pack's <c>error.{code}</c>, otherwise ours.</summary>
internal static class Problems
{
    public const string Unavailable = "unavailable";

    public static IResult Of(int status, string code, Pack pack) => Results.Problem(
        statusCode: status, title: Title(status), detail: Detail(pack, code), extensions: new Dictionary<string, object?> { ["code"] = code });

    /// <param name="field">The member of the body that was wrong.</param>
    public static IResult Invalid(string field, Pack pack) => Results.Problem(
        statusCode: StatusCodes.Status400BadRequest, title: Title(StatusCodes.Status400BadRequest), detail: Detail(pack, "request.invalid"),
        extensions: new Dictionary<string, object?> { ["code"] = "request.invalid", ["field"] = field });

    public static IResult NotFound(string code, Pack pack) => Of(StatusCodes.Status404NotFound, code, pack);

    public static IResult Forbidden(string code, Pack pack) => Of(StatusCodes.Status403Forbidden, code, pack);

    /// <summary>A refusal of a rule: unknown things are 404, everything else 409.</summary>
    public static IResult Refused(string code, Pack pack) => Of(
        code.EndsWith(".unknown", StringComparison.Ordinal) ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict, code, pack);

    public static IResult TryLater(HttpContext http, Reply.Unavailable reply, Pack pack)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(reply.RetryAfter.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Of(StatusCodes.Status503ServiceUnavailable, reply.Code, pack);
    }

    public static string Detail(Pack pack, string code) =>
        pack.Texts.TryGetValue($"error.{code}", out var text) || ErrorTexts.Turkish.TryGetValue(code, out text) ? text : ErrorTexts.Default;

    /// <summary>The code of an answer that no endpoint of ours wrote.</summary>
    public static string CodeOf(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "request.invalid",
        StatusCodes.Status401Unauthorized => "session.missing",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "http.unknown",
        StatusCodes.Status405MethodNotAllowed => "http.method",
        StatusCodes.Status413PayloadTooLarge => "request.too_large",
        StatusCodes.Status415UnsupportedMediaType => "request.media_type",
        >= 500 => "server.error",
        _ => "http.error",
    };

    private static string Title(int status) => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
}
