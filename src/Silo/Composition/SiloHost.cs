using Santral.AgentConsole;
using Santral.Engine.Configuration;
using Santral.Engine.Ports;
using Santral.Packs;
using Santral.Silo.Demo;
using Santral.Silo.Health;

namespace Santral.Silo.Composition;

/// <summary>The whole object graph of a running Silo, in one list.</summary>
internal static class SiloHost
{
    private static readonly string[] Sections = ["Messaging", "Telephony", "Journal", "Keys", "Console", "Serilog", "Logging", "Kestrel"];

    /// <exception cref="UsageException">The data folder belongs to a demo and this is none, or the other way round.</exception>
    /// <exception cref="ConfigurationRefusedException">A key is unknown; the message names the nearest known one.</exception>
    public static WebApplication Build(SiloSettings settings)
    {
        DemoFolder.Claim(settings.Data, settings.Demo);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = [] });
        builder.WebHost.UseUrls(settings.Urls);
        StrictConfiguration.RefuseMisspeltSections(builder.Configuration, Sections);
        builder.Configuration[AgentConsoleServices.DataKey] = settings.Data;
        builder.Configuration["Demo"] = settings.Demo ? "true" : "false";
        LoggingSetup.Use(builder, settings);

        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IPackSource>(new FixedPack(PackLoader.Load(settings.Pack)));
        services.AddSingleton<StartGate>();
        services.AddHostedService<TelemetrySetup>();
        services.AddStore(builder.Configuration, settings);

        // The one branch that chooses the engine.
        _ = settings.Engine switch
        {
            "embedded" => services.AddEmbeddedEngine(),
            "orleans" => throw new UsageException("This build has no Orleans engine: its packages did not restore. Run with --engine embedded."),
            _ => throw new UsageException($"'{settings.Engine}' is no engine."),
        };

        services.AddChannels(builder.Configuration, settings);
        services.AddOpenApi();

        var app = builder.Build();
        app.MapChannels(settings);
        app.MapHealth();
        app.MapOpenApi();
        return app;
    }
}
