using Santral.AgentConsole.Staff;
using Santral.Silo.Composition;

namespace Santral.Silo.Verbs;

internal static class TokenVerb
{
    private static readonly HashSet<string> Named = ["--role", "--data"];

    /// <summary>Prints a bearer token and nothing else, so that a script can take it.</summary>
    public static int Execute(string[] words)
    {
        try
        {
            var said = new Words(words, Named, new HashSet<string>());
            Console.WriteLine(StaffTokens.Mint(said.Required("--role"), Path.GetFullPath(said.Required("--data"))));
            return 0;
        }
        catch (Exception refusal) when (refusal is UsageException or ArgumentException or InvalidOperationException)
        {
            return Usage.Refuse(refusal.Message);
        }
    }
}
