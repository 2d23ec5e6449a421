using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Santral.AgentConsole.Web;
using Santral.Engine.Ports;

namespace Santral.AgentConsole.Sessions;

/// <summary>
/// Under the cookie a request that changes something must carry X-CSRF. The framework's middleware looks at forms only, so this
/// asks by itself; a bearer token is not sent by a foreign page and needs none.
/// </summary>
internal sealed class CsrfFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!ConsoleAuthentication.IsBearer(http.Request) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http).ConfigureAwait(false))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "request.csrf", http.RequestServices.GetRequiredService<IPackSource>().Current);
        }

        return await next(context).ConfigureAwait(false);
    }
}
