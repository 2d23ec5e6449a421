using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.DependencyInjection;
using Santral.AgentConsole.Actions;
using Santral.AgentConsole.Hub;
using Santral.AgentConsole.Reading;
using Santral.AgentConsole.Sessions;
using Santral.AgentConsole.Web;
using Santral.Engine.Ports;

namespace Santral.AgentConsole;

public static class AgentConsoleEndpoints
{
    /// <summary>
    /// Problem details and security headers for the whole site, then the hub, the actions, the lists and the pages. Call it before
    /// endpoints of others are asked for anything; those others keep their own paths, the fallbacks give way to them.
    /// </summary>
    public static WebApplication MapAgentConsole(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseSecurityHeaders();
        app.UseOwnOriginForHubs();
        app.UseAuthentication();
        app.UseAuthorization();
        // Made now, so that it listens before the first console connects.
        app.Services.GetRequiredService<ConsoleTopics>();

        app.MapHub<ConsoleHub>(ConsoleAuthentication.HubPath, options =>
        {
            options.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents | HttpTransportType.LongPolling;
            options.CloseOnAuthenticationExpiration = true;
        });
        app.MapSession();
        app.MapActions();
        app.MapLists();
        app.MapReports();
        app.MapPack();
        app.Map("/api/{**rest}", (IPackSource packs) => Problems.NotFound("http.unknown", packs.Current));
        MapPages(app);
        return app;
    }

    private static void MapPages(WebApplication app)
    {
        // Absent where the application was not built as a web project, as in tests of single parts.
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, $"{app.Environment.ApplicationName}.staticwebassets.endpoints.json")))
        {
            app.MapStaticAssets();
        }

        app.MapFallbackToFile("index.html");
    }
}
