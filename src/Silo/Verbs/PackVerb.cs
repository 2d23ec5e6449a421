using Santral.Packs;
using Santral.Silo.Composition;

namespace Santral.Silo.Verbs;

internal static class PackVerb
{
    /// <summary>Prints every problem; 1 when any is an error.</summary>
    public static int Check(string folder)
    {
        try
        {
            var (pack, problems) = PackLoader.TryLoad(SiloSettings.PackFolder(folder));
            foreach (var problem in problems)
            {
                Console.WriteLine(problem);
            }

            Console.WriteLine(pack is null ? "The pack cannot be used." : $"The pack '{pack.Id}' is usable; its hash is {pack.Hash}.");
            return pack is null ? 1 : 0;
        }
        catch (UsageException refusal)
        {
            return Usage.Refuse(refusal.Message);
        }
    }
}
