using Microsoft.Extensions.Logging;
using Santral.Embedded;
using Santral.Engine.Cells;
using Santral.Engine.Codec;
using Santral.Engine.Feeds;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;
using Santral.Engine.Pump;

namespace Santral.Silo.Composition;

/// <summary>The engine of one process on one machine. Which engine runs is chosen in one place, <see cref="SiloHost"/>.</summary>
internal static class EmbeddedEngine
{
    public static IServiceCollection AddEmbeddedEngine(this IServiceCollection services) => services
        .AddSingleton(RecordCodec.Default)
        .AddSingleton<DurableFeed>()
        .AddSingleton<UnreleasedBudget>()
        .AddSingleton(Deciders.All())
        .AddSingleton(provider => new CellServices(
            provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<RecordCodec>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IPackSource>(),
            provider.GetRequiredService<DurableFeed>(),
            provider.GetRequiredService<UnreleasedBudget>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("Santral.Engine")))
        .AddSingleton<IActorHost, EmbeddedHost>()
        .AddSingleton<IActors, Actors>()
        .AddSingleton(provider => new DeliveryPump(
            provider.GetRequiredService<DurableFeed>(),
            provider.GetRequiredService<IJournal>(),
            provider.GetRequiredService<IActorHost>(),
            provider.GetServices<IEffectPort>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("Santral.Engine.Pump")))
        .AddHostedService<PumpService>();

    /// <summary>Starts the pump with the host and stops it first, so that nothing new leaves while the rest closes.</summary>
    private sealed class PumpService(DeliveryPump pump) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => pump.StartAsync(cancellationToken);

        public async Task StopAsync(CancellationToken cancellationToken) => await pump.DisposeAsync();
    }
}
