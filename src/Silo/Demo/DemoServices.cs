using Santral.Engine.Ports;
using Santral.Messaging;
using Santral.Silo.Composition;
using Santral.Telephony;
using Santral.Telephony.Simulated;

namespace Santral.Silo.Demo;

/// <summary>What a demo has instead of a switch and a provider, and the players.</summary>
internal static class DemoServices
{
    /// <summary>In place of the adapters that reach outside: a configured switch or provider is not looked at.</summary>
    public static void AddDemoChannels(this IServiceCollection services, SiloSettings settings)
    {
        var endpoint = DemoEndpoint.Of(settings.Urls);
        services.AddSingleton(endpoint);
        services.AddMessaging(endpoint.Messaging());
        services.AddSingleton<DemoProvider>();

        services.AddSingleton<CallLedger>();
        services.AddSingleton<ILiveCalls>(s => s.GetRequiredService<CallLedger>());
        services.AddSingleton<ILineAnnouncements>(s => s.GetRequiredService<CallLedger>());
        services.AddHostedService(s => s.GetRequiredService<CallLedger>());
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<SimulatedTelephony>(s, DemoPace.Network, DemoScript.Seed));
        services.AddSingleton<IEffectPort>(s => s.GetRequiredService<SimulatedTelephony>());
        services.AddHostedService(s => s.GetRequiredService<SimulatedTelephony>());
    }

    public static void AddDemoPlayers(this IServiceCollection services)
    {
        services.AddSingleton(s => new DemoScript(s.GetRequiredService<IPackSource>().Current));
        services.AddSingleton(s => new DemoWebhook(s.GetRequiredService<DemoEndpoint>(), new HttpClient(new SocketsHttpHandler { UseProxy = false })));
        services.AddSingleton<DemoCitizens>();
        services.AddSingleton<DemoAccounts>();
        services.AddHostedService<DemoStage>();
    }

    public static void MapDemo(this WebApplication app) => app.Services.GetRequiredService<DemoProvider>().Map(app);
}
