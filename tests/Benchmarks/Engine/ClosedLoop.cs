using System.Diagnostics;

namespace Santral.Benchmarks.Engine;

/// <param name="Failed">Answers that were no acceptance; they are not counted in the rate.</param>
internal sealed record LoopResult(double PerSecond, double P50, double P99, int Failed);

/// <summary>Callers that ask, wait for the durable answer, and ask again.</summary>
internal static class ClosedLoop
{
    /// <param name="ask">Of (caller, turn); false when the answer was no acceptance.</param>
    public static async Task<LoopResult> RunAsync(int callers, TimeSpan time, Func<int, int, ValueTask<bool>> ask)
    {
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var (samples, failed, turn) = (new List<long>(256), 0, 0);
            for (var now = Stopwatch.GetTimestamp(); now < end;)
            {
                var accepted = await ask(caller, turn++);
                var then = Stopwatch.GetTimestamp();
                if (accepted)
                {
                    samples.Add(then - now);
                }
                else
                {
                    failed++;
                }

                now = then;
            }

            return (samples, failed);
        })));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var sorted = all.SelectMany(one => one.samples).Order().ToArray();
        return new(sorted.Length / seconds, Latencies.At(sorted, 0.5), Latencies.At(sorted, 0.99), all.Sum(one => one.failed));
    }
}

internal static class Latencies
{
    /// <summary>Milliseconds at a share of sorted ticks.</summary>
    public static double At(long[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))] * 1000.0 / Stopwatch.Frequency;
}
