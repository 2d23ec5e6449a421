using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Santral.AgentConsole.Sessions;
using Santral.AgentConsole.Staff;
using Santral.AgentConsole.Web;
using Santral.Engine.Ports;
using Santral.Views;
using Santral.Views.Rights;
using Santral.Views.Rows;

namespace Santral.AgentConsole.Reading;

/// <summary>The one-page report of a day or month, as JSON and, when asked with Accept: text/csv, as a file for a spreadsheet.</summary>
internal static class ReportEndpoints
{
    private static readonly string[] Readers = [StaffRoles.Supervisor, StaffRoles.Manager, StaffRoles.Chief, StaffRoles.Administrator, StaffRoles.Auditor];

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/reports/day", (HttpContext http, string? date) =>
            DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Answer(http, day, day) : Wrong(http, "date"));
        app.MapGet("/api/reports/month", (HttpContext http, string? month) =>
            DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
                ? Answer(http, first, first.AddMonths(1).AddDays(-1))
                : Wrong(http, "month"));
    }

    private static IResult Answer(HttpContext http, DateOnly from, DateOnly to)
    {
        var pack = Service<IPackSource>(http).Current;
        if (ConsoleAuthentication.AccountOf(Service<StaffStore>(http), http.User) is not { } account)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, "session.missing", pack);
        }

        var viewer = account.Viewer(ConsoleAuthentication.RolesOf(http.User));
        if (!Readers.Any(viewer.Is))
        {
            return Problems.Forbidden("forbidden", pack);
        }

        var report = Service<IViews>(http).Read(r => r.Report(from, to));
        return http.Request.Headers.Accept.ToString().Contains("text/csv", StringComparison.OrdinalIgnoreCase)
            ? Results.File(Csv(report), "text/csv; charset=utf-8", $"rapor-{from:yyyy-MM-dd}.csv")
            : Results.Ok(report);
    }

    private static IResult Wrong(HttpContext http, string field) => Problems.Invalid(field, Service<IPackSource>(http).Current);

    /// <summary>Semicolons and a byte order mark, because that is what a Turkish spreadsheet opens without asking.</summary>
    private static byte[] Csv(Report report)
    {
        var text = new StringBuilder("\uFEFF");
        text.AppendLine("Bölüm;Ad;Gelen;Yanıtlanan;Cevapsız;Aktarılan;Mesai dışı;Geri arama");
        Line(text, "Toplam", new("", $"{report.From:dd.MM.yyyy} – {report.To:dd.MM.yyyy}", report.Offered, report.Answered, report.Abandoned, report.TransferredOut, report.Closed, report.Callback));
        foreach (var line in report.ByQueue)
        {
            Line(text, "Kuyruk", line);
        }

        foreach (var line in report.ByHour)
        {
            Line(text, "Saat", line);
        }

        foreach (var outcome in report.ByOutcome)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Sonuç;{Cell(outcome.Name)};{outcome.Count};;;;;");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Line(StringBuilder text, string part, ReportLine line) => text.AppendLine(
        CultureInfo.InvariantCulture,
        $"{part};{Cell(line.Name)};{line.Offered};{line.Answered};{line.Abandoned};{line.TransferredOut};{line.Closed};{line.Callback}");

    /// <summary>A name that begins like a formula is not one.</summary>
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static T Service<T>(HttpContext http) where T : notnull => (T)http.RequestServices.GetService(typeof(T))!;
}
