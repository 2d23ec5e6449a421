using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Santral.AgentConsole.Sessions;
using Santral.AgentConsole.Staff;
using Santral.AgentConsole.Web;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Actions;

/// <summary>What every action asks before it is looked at: a session, a role, and a key by which a retry is known.</summary>
internal sealed class ActionFilter(params string[] roles) : IEndpointFilter
{
    public const string KeyHeader = "Idempotency-Key";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var pack = http.RequestServices.GetRequiredService<IPackSource>().Current;
        if (ConsoleAuthentication.AccountOf(http.RequestServices.GetRequiredService<StaffStore>(), http.User) is not { } account)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, "session.missing", pack);
        }

        var viewer = account.Viewer(ConsoleAuthentication.RolesOf(http.User));
        var role = Array.Find(roles, viewer.Is);
        if (role is null || (role == StaffRoles.Agent && viewer.Agent is null))
        {
            return Problems.Forbidden("forbidden", pack);
        }

        if (!Guid.TryParse(http.Request.Headers[KeyHeader].ToString(), out var key) || key == Guid.Empty)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "idempotency.missing", pack);
        }

        // One key of one person: a key that someone else chose cannot collide with it.
        Call.Of(http).Begin(account, viewer, role, new CommandId(UuidV8.Of($"console/{account.User}/{key:N}")), pack);
        return await next(context).ConfigureAwait(false);
    }
}
