using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Santral.AgentConsole.Web;
using Santral.Domain.Packs;
using Santral.Engine.Ports;

namespace Santral.AgentConsole.Reading;

/// <summary>What the running pack knows, for scripts and forms: its services, its calendar, its scoring. Nothing here is about a person.</summary>
internal static class PackEndpoints
{
    public static void MapPack(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/services", (IPackSource packs) => packs.Current.Services.Select(s => new
        {
            s.Id, s.Name, Unit = packs.Current.Unit(s.Unit ?? default)?.Name, s.Documents, s.Confidential, s.Period,
        })).RequireAuthorization();
        app.MapGet("/api/calendar/add", AddBusinessDays).RequireAuthorization();
        app.MapPost("/api/forms/{form}/score", Score).RequireAuthorization().DisableAntiforgery();
    }

    /// <summary>The start day is excluded; half days count as working days unless the pack says otherwise.</summary>
    private static IResult AddBusinessDays(DateOnly start, int businessDays, IPackSource packs) =>
        businessDays is < 0 or > BusinessCalendar.MaxCount
            ? Problems.Invalid("businessDays", packs.Current)
            : Results.Ok(new { date = new BusinessCalendar(packs.Current).AddBusinessDays(start, businessDays) });

    private static IResult Score(string form, ScoreRequest request, IPackSource packs) => packs.Current.Form(form) switch
    {
        null => Problems.NotFound("form.unknown", packs.Current),
        { } spec => FormScoring.Score(spec, request.Selections) switch
        {
            FormResult.Scored scored => Results.Ok(new { total = scored.Total, parts = scored.Parts }),
            FormResult.Refused refused => Problems.Invalid($"selections.{refused.Group}", packs.Current),
            _ => throw new InvalidOperationException("A form is scored or refused."),
        },
    };

    private sealed record ScoreRequest(Dictionary<string, string> Selections);
}
