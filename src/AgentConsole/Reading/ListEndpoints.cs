using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Santral.AgentConsole.Sessions;
using Santral.AgentConsole.Staff;
using Santral.AgentConsole.Web;
using Santral.Engine.Ports;
using Santral.Views;
using Santral.Views.Lists;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Reading;

internal static class ListEndpoints
{
    public static void MapLists(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/contacts", (ListCall call) => call.Page((reader, viewer, filter) => reader.Contacts(viewer, filter)));
        app.MapGet("/api/cases", (ListCall call) => call.Page((reader, viewer, filter) => reader.Cases(viewer, filter)));
        app.MapGet("/api/citizens", (ListCall call) => call.Page((reader, viewer, filter) => reader.Citizens(viewer, filter)));
    }
}

/// <summary>One GET of a list: who asks, and for what.</summary>
internal sealed class ListCall
{
    private readonly HttpContext http;

    private ListCall(HttpContext http) => this.http = http;

    public static ValueTask<ListCall?> BindAsync(HttpContext http) => ValueTask.FromResult<ListCall?>(new(http));

    public IResult Page<T>(Func<ViewReader, Viewer, ListFilter, T> get)
    {
        var pack = Service<IPackSource>().Current;
        if (ConsoleAuthentication.AccountOf(Service<StaffStore>(), http.User) is not { } account)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, "session.missing", pack);
        }

        var query = http.Request.Query;
        var pageSize = ListFilter.DefaultPageSize;
        if (query.TryGetValue("pageSize", out var size) && (!int.TryParse(size, out pageSize) || pageSize is < 1 or > ListFilter.MaxPageSize))
        {
            return Problems.Invalid("pageSize", pack);
        }

        DateTimeOffset? since = null;
        if (query.TryGetValue("since", out var text))
        {
            if (!DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var parsed))
            {
                return Problems.Invalid("since", pack);
            }

            since = parsed;
        }

        if (query["q"].ToString().Length > ConsoleLimits.ShortText)
        {
            return Problems.Invalid("q", pack);
        }

        var filter = new ListFilter(Text("channel"), Text("status"), Text("unit"), since, Text("q"), pageSize, Text("next"));
        var viewer = account.Viewer(ConsoleAuthentication.RolesOf(http.User));
        return Results.Ok(Service<IViews>().Read(r => get(r, viewer, filter)));
    }

    private string? Text(string name) => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    private T Service<T>() where T : notnull => (T)http.RequestServices.GetService(typeof(T))!;
}
