using Santral.Engine.Configuration;
using Santral.Journal;
using Santral.Packs;
using Santral.Silo.Composition;

namespace Santral.Silo.Verbs;

internal static class RunVerb
{
    public static async Task<int> ExecuteAsync(string[] args)
    {
        try
        {
            var settings = SiloSettings.Parse(args is ["run", .. var rest] ? rest : args);
            await using var app = SiloHost.Build(settings);
            FirstStart.PrintAccounts(app.Services);
            await app.RunAsync();
            return 0;
        }
        catch (Exception refusal) when (refusal is UsageException or ConfigurationRefusedException or JournalRefused or PackInvalidException)
        {
            return Usage.Refuse(refusal.Message);
        }
    }
}
