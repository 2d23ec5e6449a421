using System.Globalization;
using Santral.Benchmarks.Table;

namespace Santral.Benchmarks.Engine;

/// <summary>
/// Goals 2 and 12 as far as the server goes: from a contact that becomes ready, or a message that arrives, to the offer in a change
/// of the agent's topic, commits included. What follows (SignalR, the browser's painting) belongs to the end-to-end tests.
/// </summary>
public static class OfferBench
{
    /// <summary>A waiting caller of Asterisk's app_queue looks again after RECHECK = 1 s (apps/app_queue.c): half of it late on average, almost all of it at worst.</summary>
    private const double AppQueueRecheckMs = 1_000;
    private const string AppQueue = "app_queue RECHECK = 1 s (constant, app_queue.c)";
    private const string SingleTransactions = "same engine, one transaction per event";
    private const int Pairs = 3;
    private const int PopsPerSecond = 20;
    private static readonly int[] Rates = [100, 500];
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(3);

    public static async Task OffersAsync(Action<Figure> figure)
    {
        foreach (var slow in new[] { false, true })
        {
            await using var shift = await Shift.BeginAsync(BenchEngine.Own(BenchPack.Pack, slow));
            await using var peer = slow ? null : await Shift.BeginAsync(BenchEngine.OneTransactionPerEvent(BenchPack.Pack, slow, readers: true));
            await shift.OffersAsync(Rates[^1], Each);
            foreach (var rate in Rates)
            {
                var runs = await PairsAsync(() => shift.OffersAsync(rate, Each), peer is null ? null : () => peer.OffersAsync(rate, Each));
                Figures(figure, "offers", string.Create(CultureInfo.InvariantCulture, $"offer, {rate}/s"), slow, runs, string.Create(
                    CultureInfo.InvariantCulture, $"{rate}/s open loop, from the moment due; contact ready -> contact's commit -> desk's commit -> change of agent:{{id}}, in process, no socket"));
            }
        }
    }

    public static async Task ScreenPopAsync(Action<Figure> figure)
    {
        foreach (var slow in new[] { false, true })
        {
            await using var shift = await Shift.BeginAsync(BenchEngine.Own(BenchPack.Pack, slow));
            await using var peer = slow ? null : await Shift.BeginAsync(BenchEngine.OneTransactionPerEvent(BenchPack.Pack, slow, readers: true));
            await shift.MessagesAsync(PopsPerSecond, Each);
            var runs = await PairsAsync(() => shift.MessagesAsync(PopsPerSecond, Each), peer is null ? null : () => peer.MessagesAsync(PopsPerSecond, Each));
            Figures(figure, "screenpop", "screen pop, server's part", slow, runs, string.Create(
                CultureInfo.InvariantCulture, $"{PopsPerSecond}/s open loop; message's command -> address -> contact -> desk (three commits) -> change of agent:{{id}}, in process; HTTP, signature and the browser's painting are not in it"));
        }
    }

    private static async Task<List<(ShiftResult Own, ShiftResult? Peer)>> PairsAsync(Func<Task<ShiftResult>> own, Func<Task<ShiftResult>>? peer)
    {
        var runs = new List<(ShiftResult, ShiftResult?)>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            runs.Add((await own(), peer is null ? null : await peer()));
        }

        return runs;
    }

    private static void Figures(Action<Figure> figure, string bench, string name, bool slow, List<(ShiftResult Own, ShiftResult? Peer)> runs, string path)
    {
        var disk = slow ? "+1 ms" : "real";
        var about = string.Create(
            CultureInfo.InvariantCulture,
            $"{path}; {BenchPack.Desks} desks, {BenchPack.Desks * BenchPack.AgentsPerDesk:N0} agents with their topics open; {runs.Average(r => r.Own.RecordsEach):0.0} records an offer with its acceptance and end; p99.9 {Figure.Median(runs.Select(r => r.Own.P999)):0.0} ms; not offered in time {runs.Sum(r => r.Own.Lost)}, offered twice {runs.Sum(r => r.Own.Doubles)}; latest start of the generator {runs.Max(r => r.Own.Late):0.0} ms; {Pairs} runs of {Each.TotalSeconds} s");
        figure(Figure.OfPairs(bench, $"{name}, p50", "ms", AppQueue, [.. runs.Select(r => (r.Own.P50, AppQueueRecheckMs / 2))], disk, about, lessIsBetter: true));
        figure(Figure.OfPairs(bench, $"{name}, p99", "ms", AppQueue, [.. runs.Select(r => (r.Own.P99, AppQueueRecheckMs * 0.99))], disk, "as above; after an unanswered agent app_queue waits DEFAULT_RETRY = 5 s besides, which is not counted", lessIsBetter: true));
        if (runs[0].Peer is not null)
        {
            figure(Figure.OfPairs(bench, $"{name}, p99", "ms", SingleTransactions, [.. runs.Select(r => (r.Own.P99, r.Peer!.P99))], disk, string.Create(
                CultureInfo.InvariantCulture, $"as above, in turns; the peer did not offer {runs.Sum(r => r.Peer!.Lost)} in time"), lessIsBetter: true));
        }
    }
}
