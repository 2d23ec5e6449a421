using Microsoft.Extensions.DependencyInjection;
using Santral.Engine.Codec;

namespace Santral.Views;

public static class ViewsServices
{
    /// <summary>
    /// Adds the consoles' source (<see cref="ITopics"/>, <see cref="IViews"/>) and the task that folds the journal.
    /// Needs <c>IJournal</c>, <c>ISealer</c> and <c>IPackSource</c>; the decoder is the engine's unless another was added before.
    /// </summary>
    public static IServiceCollection AddViews(this IServiceCollection services)
    {
        if (!services.Any(s => s.ServiceType == typeof(DecodeRecord)))
        {
            services.AddSingleton<DecodeRecord>(_ => stored => RecordCodec.Default.Decode(stored.Bytes));
        }

        if (!services.Any(s => s.ServiceType == typeof(TimeProvider)))
        {
            services.AddSingleton(TimeProvider.System);
        }

        services.AddMetrics();
        services.AddSingleton<ViewsRunner>();
        services.AddSingleton<ITopics>(provider => provider.GetRequiredService<ViewsRunner>());
        services.AddSingleton<IViews>(provider => provider.GetRequiredService<ViewsRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<ViewsRunner>());
        return services;
    }
}
