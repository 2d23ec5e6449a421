using Santral.AgentConsole;
using Santral.Engine.Ports;
using Santral.Messaging;
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
        services.AddTelephony(configuration);
        services.AddMessaging(configuration);
        services.AddAgentConsole(configuration);
        services.AddSingleton<IHealthProbe, SwitchProbe>();
        services.AddHostedService<ReadyService>();
    }

    public static void MapChannels(this WebApplication app)
    {
        app.MapMessaging();
        app.MapAgentConsole();
    }
}
