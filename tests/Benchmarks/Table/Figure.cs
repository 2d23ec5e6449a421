namespace Santral.Benchmarks.Table;

/// <summary>One row of the table: what was measured, beside what it is held against.</summary>
/// <param name="Bench">The name that <c>--only</c> takes.</param>
/// <param name="Low">Worst and best run of the own figure, in the same unit; equal to the value where there was one run.</param>
/// <param name="PeerValue">Null where the peer is a bound or a word and no number.</param>
/// <param name="Ratio">How many times better than the peer, by pairs of runs that took turns; below 1 is worse. Null without a peer's number.</param>
/// <param name="Disk">real, +1 ms (a millisecond added to every commit), or none.</param>
public sealed record Figure(
    string Bench, string Name, double Value, double Low, double High, string Unit, string Peer, double? PeerValue, Ratio? Ratio, string Disk, string Conditions)
{
    /// <summary>A figure and its peer from runs that took turns.</summary>
    /// <param name="lessIsBetter">True for latencies: the ratio is then peer / own.</param>
    public static Figure OfPairs(
        string bench, string name, string unit, string peer, IReadOnlyList<(double Own, double Peer)> pairs, string disk, string conditions, bool lessIsBetter = false)
    {
        var own = pairs.Select(pair => pair.Own).ToList();
        var ratio = Ratio.Of(pairs.Select(pair => lessIsBetter ? pair.Peer / pair.Own : pair.Own / pair.Peer));
        return new(bench, name, Median(own), own.Min(), own.Max(), unit, peer, Median(pairs.Select(pair => pair.Peer)), ratio, disk, conditions);
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}

/// <summary>Median, worst and best of the pairs' ratios.</summary>
public sealed record Ratio(double Median, double Min, double Max)
{
    public static Ratio Of(IEnumerable<double> ratios)
    {
        var sorted = ratios.Order().ToList();
        return new(sorted[sorted.Count / 2], sorted[0], sorted[^1]);
    }
}
