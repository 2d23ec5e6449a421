using Santral.AgentConsole;
using Santral.Engine.Ports;
using Santral.Messaging;
using Santral.Silo.Demo;
using Santral.Silo.Health;
using Santral.Telephony;
using Santral.Views;

namespace Santral.Silo.Composition;

/// <summary>Everything between the actors and people: screens, telephony, messages.</summary>
internal static class ChannelSetup
{
    public static void AddChannels(this IServiceCollection services, IConfiguration configuration, SiloSettings settings)
    {
        services.AddViews();
        if (settings.Demo)
        {
            services.AddDemoChannels(settings);
        }
        else
        {
            services.AddTelephony(configuration);
            services.AddMessaging(configuration);
        }

        services.AddAgentConsole(configuration);
        services.AddSingleton<IHealthProbe, SwitchProbe>();
        services.AddHostedService<ReadyService>();
        if (settings.Demo)
        {
            services.AddDemoPlayers();
        }
    }

    public static void MapChannels(this WebApplication app, SiloSettings settings)
    {
        if (settings.Demo)
        {
            app.MapDemo();
        }

        app.MapMessaging();
        app.MapAgentConsole();
    }
}
