using Santral.Engine.Configuration;
using Santral.Engine.Ports;
using Santral.Journal;
using Santral.Silo.Health;

namespace Santral.Silo.Composition;

/// <summary>The journal and the keys, each in its own file. Opening is where a damaged, foreign or locked store is refused.</summary>
internal static class StoreSetup
{
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration, SiloSettings settings)
    {
        StrictConfiguration.RefuseUnknownKeys(configuration, "Journal", "Kind", "ConnectionString");
        StrictConfiguration.RefuseUnknownKeys(configuration, "Keys", "MasterKeyFile");
        var kind = configuration["Journal:Kind"] ?? "sqlite";
        if (!kind.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new ConfigurationRefusedException($"Journal:Kind knows sqlite, not '{kind}'.");
        }

        var keys = OpenKeys(configuration, settings.Data);
        var journal = SqliteJournal.Open(new() { Folder = settings.Data, Keys = keys });
        return services
            .AddSingleton<IKeyStore>(_ => keys)
            .AddSingleton<ISealer, Sealer>(_ => new Sealer(keys))
            .AddSingleton<IJournal>(_ => journal)
            .AddSingleton<IHealthProbe, JournalProbe>();
    }

    public static SqliteKeyStore OpenKeys(IConfiguration configuration, string data) =>
        SqliteKeyStore.Open(data, configuration["Keys:MasterKeyFile"] ?? MasterKey.DefaultFile);
}
