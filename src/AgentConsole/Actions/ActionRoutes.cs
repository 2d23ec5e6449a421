using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Santral.AgentConsole.Sessions;

namespace Santral.AgentConsole.Actions;

internal static class ActionRoutes
{
    public static void MapActions(this IEndpointRouteBuilder app)
    {
        app.MapMe();
        app.MapContacts();
        app.MapConversations();
        app.MapCases();
        app.MapCitizens();
        app.MapDesks();
    }

    /// <param name="roles">Any of them may; the first that the person has is written into the record.</param>
    public static void Action(this IEndpointRouteBuilder app, string path, Delegate handler, params string[] roles) => app.MapPost(path, handler)
        .AddEndpointFilter<CsrfFilter>()
        .AddEndpointFilter(new ActionFilter(roles))
        .WithMetadata(new RequestSizeLimitAttribute(ConsoleLimits.ActionBytes))
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
}
