using BenchmarkDotNet.Running;
using Santral.Benchmarks.Journal;
using Santral.Benchmarks.Table;

namespace Santral.Benchmarks;

/// <summary>
/// <c>[--only NAME]... [--json] [--list]</c> prints the table. <c>journal [append|layouts|read|seal]</c> prints the tables of the
/// journal's own decision record, and <c>micro …</c> hands the rest to BenchmarkDotNet.
/// </summary>
public static class Entry
{
    private const int Usage = 2;

    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["journal", .. var rest]:
                await JournalBench.RunAsync(rest);
                return 0;
            case ["micro", .. var rest]:
                BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(rest);
                return 0;
            case ["--list"]:
                foreach (var bench in Suite.All)
                {
                    Console.WriteLine($"{bench.Name,-12}{bench.What}");
                }

                return 0;
            default:
                return await TableAsync(args);
        }
    }

    private static async Task<int> TableAsync(string[] args)
    {
        var (json, only) = (false, new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--json")
            {
                json = true;
            }
            else if (args[i] is "--only" && i + 1 < args.Length && Suite.All.Any(bench => bench.Name == args[i + 1]))
            {
                only.Add(args[++i]);
            }
            else
            {
                await Console.Error.WriteLineAsync($"bench: '{string.Join(' ', args[i..])}' is not understood: [--only {string.Join('|', Suite.All.Select(bench => bench.Name))}]... [--json], or --list.");
                return Usage;
            }
        }

        return await RunAsync([.. Suite.All.Where(bench => only.Count == 0 || only.Contains(bench.Name))], json);
    }

    /// <summary>One bench that fails does not hide the others' figures; the exit code tells.</summary>
    private static async Task<int> RunAsync(IReadOnlyList<Bench> benches, bool json)
    {
        var (before, figures, failures) = (Report.Machine(), new List<Figure>(), new List<string>());
        var output = json ? TextWriter.Null : Console.Out;
        await output.WriteLineAsync(before);
        Report.Header(output);
        foreach (var bench in benches)
        {
            try
            {
                await bench.RunAsync(figure =>
                {
                    figures.Add(figure);
                    Report.Row(output, figure);
                });
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                failures.Add($"{bench.Name}: {fault.GetType().Name}: {fault.Message}");
                await Console.Error.WriteLineAsync($"bench: {bench.Name} failed: {fault}");
            }
        }

        var after = Report.Machine();
        await Console.Out.WriteLineAsync(json ? Report.ToJson(before, after, figures, failures) : $"at the end: {after}");
        return failures.Count == 0 ? 0 : 1;
    }
}
