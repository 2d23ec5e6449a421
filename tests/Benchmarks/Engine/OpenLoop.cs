using System.Diagnostics;

namespace Santral.Benchmarks.Engine;

/// <summary>Starts so many things a second whatever becomes of the earlier ones, from a thread of its own.</summary>
internal static class OpenLoop
{
    /// <returns>How late the latest start was, in milliseconds; the latency counts from the moment it was due.</returns>
    public static Task<double> RunAsync(int perSecond, TimeSpan time, Action<int, long> start)
    {
        var done = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => done.SetResult(Run(perSecond, time, start))) { IsBackground = true, Name = "open loop" }.Start();
        return done.Task;
    }

    private static double Run(int perSecond, TimeSpan time, Action<int, long> start)
    {
        using var never = new ManualResetEvent(false);
        var (begin, latest) = (Stopwatch.GetTimestamp(), 0L);
        var count = (int)(perSecond * time.TotalSeconds);
        for (var i = 0; i < count; i++)
        {
            var due = begin + (Stopwatch.Frequency * i / perSecond);
            while (Stopwatch.GetTimestamp() < due)
            {
                var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                if (left > TimeSpan.FromMilliseconds(1.2))
                {
                    never.WaitOne(left - TimeSpan.FromMilliseconds(1.1));
                }
                else
                {
                    // The last millisecond is burnt: a timer here is a tenth of a millisecond late, which would count as latency.
                    Thread.SpinWait(50);
                }
            }

            latest = Math.Max(latest, Stopwatch.GetTimestamp() - due);
            start(i, due);
        }

        return latest * 1000.0 / Stopwatch.Frequency;
    }
}
