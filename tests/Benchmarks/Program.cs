using BenchmarkDotNet.Running;
using Santral.Benchmarks.Journal;

namespace Santral.Benchmarks;

public static class Entry
{
    public static async Task Main(string[] args)
    {
        if (args is ["journal", .. var rest])
        {
            await JournalBench.RunAsync(rest);
            return;
        }

        BenchmarkSwitcher.FromAssembly(typeof(Entry).Assembly).Run(args);
    }
}
