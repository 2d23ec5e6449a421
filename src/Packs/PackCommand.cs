namespace Santral.Packs;

/// <summary>The verb <c>santral pack</c>.</summary>
public static class PackCommand
{
    private const int Good = 0;
    private const int Bad = 1;
    private const int Usage = 2;

    /// <summary>Runs <c>check DIR</c> or <c>schema</c>. Exit code 0 when usable, 1 with every error named, 2 for wrong arguments.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        switch (arguments)
        {
            case ["check", var directory]:
                return Check(directory, output);
            case ["schema"]:
                output.Write(PackSchema.Text());
                return Good;
            default:
                output.WriteLine("usage: santral pack check DIR | santral pack schema");
                return Usage;
        }
    }

    private static int Check(string directory, TextWriter output)
    {
        var (pack, problems) = PackLoader.TryLoad(directory);
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }

        var errors = problems.Count(p => p.Severity == PackSeverity.Error);
        output.WriteLine(pack is null
            ? $"{directory}: not usable, {errors} errors, {problems.Count - errors} warnings"
            : $"{pack.Id}: usable, {problems.Count} warnings; {pack.Units.Length} units, {pack.Services.Length} services, {pack.Queues.Length} queues, {pack.Lines.Length} lines, {pack.Texts.Count} texts; {pack.Hash}");
        return pack is null ? Bad : Good;
    }
}
