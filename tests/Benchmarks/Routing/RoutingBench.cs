using System.Globalization;
using Santral.Benchmarks.Table;

namespace Santral.Benchmarks.Routing;

/// <summary>
/// Goal 1 of the performance page: picks and whole decisions per second on workload R1, each beside a LINQ scan run in turns
/// with it in the same process; the picks go round 4,096 pairs of skills on a desk that stands still. One thread; no journal; per second of processor time.
/// </summary>
public static class RoutingBench
{
    private const int Pairs = 5;
    private const string World = "R1: 1,000 agents, 64 skills at 20 %, 2 required; one thread, in memory, per second of processor time";
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(400);

    public static Task FiguresAsync(Action<Figure> figure)
    {
        var runs = new RoutingRuns();
        figure(Measure("pick of the longest idle agent, bitsets", $"{World}; 90 % busy", runs.PickByBits, runs.PickByLinq));
        figure(Measure("the same through the matcher", $"{World}; 90 % busy; skills by name, standing", runs.PickByMatcher, runs.PickByLinq));
        figure(Measure(
            "call cycle of the desk", $"{World}; 90 % busy; enqueue + offer, accept, release: three decisions and one match, the peer only keeps lists",
            t => runs.CallsOfDesk(t, backlog: false), t => runs.CallsOfPeer(t, backlog: false)));
        figure(Measure(
            "call cycle of the desk, 10,000 waiting",
            string.Create(CultureInfo.InvariantCulture, $"{World}; all busy; release + offer, accept, enqueue; memory {runs.BytesOfDesk(false) / 1024.0 / RoutingWorld.Agents:0.0} KiB per agent and {(runs.BytesOfDesk(true) - runs.BytesOfDesk(false)) / (double)RoutingWorld.Backlog:0} B per waiting contact"),
            t => runs.CallsOfDesk(t, backlog: true), t => runs.CallsOfPeer(t, backlog: true)));
        return Task.CompletedTask;
    }

    private static Figure Measure(string name, string conditions, Func<TimeSpan, double> ours, Func<TimeSpan, double> peer)
    {
        ours(WarmUp);
        peer(WarmUp);
        var pairs = Enumerable.Range(0, Pairs).Select(_ => (ours(Each), peer(Each))).ToArray();
        return Figure.OfPairs("routing", name, "/s", "LINQ scan over agents", pairs, "none", $"{conditions}; {Pairs} pairs");
    }
}
