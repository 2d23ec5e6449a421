using System.Collections.Concurrent;
using System.Threading.Channels;
using Santral.Domain.Kernel;
using Santral.Engine.Contract.Journal;
using Santral.Engine.Ports;

namespace Santral.Engine.Contract.Hosts;

/// <summary>A port that answers as the test says, and tells it of every call.</summary>
public sealed class ScriptedPort(bool repeatIsVisible = true) : IEffectPort
{
    private readonly ConcurrentQueue<Func<Task<EffectResult>>> answers = new();
    private readonly Channel<string> calls = System.Threading.Channels.Channel.CreateUnbounded<string>();

    public string Port => Domain.Kernel.Ports.Messaging;
    public bool RepeatIsVisible => repeatIsVisible;

    public void Answer(EffectResult result) => answers.Enqueue(() => Task.FromResult(result));

    public void Answer(Func<Task<EffectResult>> result) => answers.Enqueue(result);

    /// <summary>The next call: <c>run</c> or <c>settle</c> with the effect's id.</summary>
    public async Task<string> NextCallAsync() => await calls.Reader.ReadAsync().AsTask().WaitAsync(Wait.Deadline);

    public bool WasCalled => calls.Reader.TryPeek(out _);

    public ValueTask<EffectResult> RunAsync(EffectCall call, CancellationToken cancel) => CallAsync("run", call, cancel);

    public ValueTask<EffectResult> SettleAsync(EffectCall call, CancellationToken cancel) => CallAsync("settle", call, cancel);

    private async ValueTask<EffectResult> CallAsync(string verb, EffectCall call, CancellationToken cancel)
    {
        calls.Writer.TryWrite($"{verb} {call.Id}");
        return answers.TryDequeue(out var answer) ? await answer().WaitAsync(cancel) : new EffectResult.Done("ok");
    }
}
