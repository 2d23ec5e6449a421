using System.Diagnostics;
using System.Threading.Tasks.Sources;
using Santral.Engine.Ports;

namespace Santral.Benchmarks.Journal;

/// <param name="PerSecond">Acknowledged appends.</param>
/// <param name="P50">Milliseconds from append to acknowledgement.</param>
public sealed record CallersResult(double PerSecond, double P50, double P99);

public delegate void AppendTo(in EncodedRecord record, IAppendCompletion completion);

/// <summary>A closed loop: each caller appends, waits until it is durable, and appends again.</summary>
public static class Callers
{
    private const int MaxSamples = 4_000_000;

    public static async Task<CallersResult> RunAsync(AppendTo append, Workload workload, int callers, TimeSpan duration)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var each = MaxSamples / callers;
        var start = Stopwatch.GetTimestamp();
        var samples = await Task.WhenAll(Enumerable.Range(0, callers).Select(n => Task.Run(() => OneAsync(append, workload, n, callers, end, each))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var all = samples.SelectMany(own => own).Order().ToArray();
        return new(all.Length / seconds, Milliseconds(all[all.Length / 2]), Milliseconds(all[(int)(all.Length * 0.99)]));
    }

    private static async Task<List<long>> OneAsync(AppendTo append, Workload workload, int caller, int callers, long end, int most)
    {
        var random = new Random(caller);
        var samples = new List<long>();
        var ack = new Ack();
        for (var now = Stopwatch.GetTimestamp(); now < end && samples.Count < most;)
        {
            append(workload.Next(random, caller, callers), ack);
            await ack.WaitAsync();
            var then = Stopwatch.GetTimestamp();
            samples.Add(then - now);
            now = then;
        }

        return samples;
    }

    private static double Milliseconds(long ticks) => ticks * 1000.0 / Stopwatch.Frequency;

    private sealed class Ack : IAppendCompletion, IValueTaskSource
    {
        private ManualResetValueTaskSourceCore<long> core = new() { RunContinuationsAsynchronously = true };

        public ValueTask WaitAsync() => new(this, core.Version);

        public void Durable(long sequence) => core.SetResult(sequence);

        public void Failed(AppendFailure failure) => core.SetException(new InvalidOperationException($"An append failed: {failure}."));

        public void GetResult(short token)
        {
            core.GetResult(token);
            core.Reset();
        }

        public ValueTaskSourceStatus GetStatus(short token) => core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            core.OnCompleted(continuation, state, token, flags);
    }
}
