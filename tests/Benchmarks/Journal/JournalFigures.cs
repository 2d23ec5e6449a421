using System.Globalization;
using Santral.Benchmarks.Table;

namespace Santral.Benchmarks.Journal;

/// <summary>The journal alone, without cells: the floor under every durable figure.</summary>
public static class JournalFigures
{
    private const int Pairs = 5;
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(600);
    private static readonly int[] CallerCounts = [100, 1000];

    public static async Task RunAsync(Action<Figure> figure)
    {
        foreach (var slow in new[] { false, true })
        {
            foreach (var callers in CallerCounts)
            {
                await JournalBench.OwnAsync(callers, slow, Each);
                var (own, peer) = (new List<CallersResult>(), new List<CallersResult>());
                for (var pair = 0; pair < Pairs; pair++)
                {
                    own.Add(await JournalBench.OwnAsync(callers, slow, Each));
                    peer.Add(await JournalBench.PeerAsync(callers, slow, Each));
                }

                figure(Figure.OfPairs(
                    "journal", string.Create(CultureInfo.InvariantCulture, $"journal appends, {callers:N0} callers"), "/s", "SQLite, one transaction per event",
                    [.. own.Zip(peer, (a, b) => (a.PerSecond, b.PerSecond))], slow ? "+1 ms" : "real",
                    string.Create(CultureInfo.InvariantCulture, $"{Workload.RecordBytes} B records, {Workload.Actors:N0} actors, synchronous=FULL, closed loop; p50 {Figure.Median(own.Select(r => r.P50)):0.00} ms, p99 {Figure.Median(own.Select(r => r.P99)):0.0} ms; {Pairs} pairs of {Each.TotalSeconds} s")));
            }
        }
    }
}
