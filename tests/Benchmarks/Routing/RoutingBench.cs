using System.Globalization;

namespace Santral.Benchmarks.Routing;

/// <summary>
/// Goal 1 of the performance page: picks and whole decisions per second on workload R1, each beside a LINQ scan run in turns
/// with it in the same process; the picks go round 4,096 pairs of skills on a desk that stands still. One thread; no journal; per second of processor time.
/// </summary>
public static class RoutingBench
{
    private const int Pairs = 5;
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(800);

    public static void Run(TextWriter output)
    {
        var runs = new RoutingRuns();
        output.WriteLine("Routing, workload R1: 1,000 agents, 64 skills at 20 %, 2 required; one thread, in memory, per second of processor time");
        output.WriteLine($"{"",-58}{"per second",14}{"peer: LINQ",14}  ratio of {Pairs} pairs, median (min-max)");
        Row(output, "pick of the longest idle agent, 90 % busy: bitsets", runs.PickByBits, runs.PickByLinq);
        Row(output, "the same through the matcher (skills by name, standing)", runs.PickByMatcher, runs.PickByLinq);
        Row(output, "calls, 90 % busy: enqueue + offer, accept, release", t => runs.CallsOfDesk(t, backlog: false), t => runs.CallsOfPeer(t, backlog: false));
        Row(output, "calls, all busy, 10,000 waiting: release + offer, accept, enqueue", t => runs.CallsOfDesk(t, backlog: true), t => runs.CallsOfPeer(t, backlog: true));
        output.WriteLine("A call is three decisions (decide + evolve) with one match; the peer only keeps its lists.");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory of the desk: {runs.BytesOfDesk(false) / 1024.0 / RoutingWorld.Agents:0.0} KiB per agent without backlog; {(runs.BytesOfDesk(true) - runs.BytesOfDesk(false)) / (double)RoutingWorld.Backlog:0} B per waiting contact (its 2,000 pools and every agent's map of them included)"));
    }

    private static void Row(TextWriter output, string what, Func<TimeSpan, double> ours, Func<TimeSpan, double> peer)
    {
        ours(WarmUp);
        peer(WarmUp);
        var pairs = Enumerable.Range(0, Pairs).Select(_ => (Ours: ours(Each), Peer: peer(Each))).ToArray();
        double[] ratios = [.. pairs.Select(p => p.Ours / p.Peer).Order()];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-66}{Median(pairs.Select(p => p.Ours)),12:N0}{Median(pairs.Select(p => p.Peer)),12:N0}  {ratios[Pairs / 2]:0.0}x ({ratios[0]:0.0}-{ratios[^1]:0.0})"));
    }

    private static double Median(IEnumerable<double> figures) => figures.Order().ElementAt(Pairs / 2);
}
