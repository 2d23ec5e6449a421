using System.Collections.Concurrent;
using Santral.Engine.Ports;

namespace Santral.EndToEnd.Telephony;

/// <summary>Holds one kind of effect back until the test lets it go: for moments that are otherwise over in a millisecond.</summary>
public sealed class GatedPort(IEffectPort inner) : IEffectPort
{
    private readonly ConcurrentDictionary<Type, TaskCompletionSource> gates = new();

    public string Port => inner.Port;

    public bool RepeatIsVisible => inner.RepeatIsVisible;

    public void Hold<T>() => gates[typeof(T)] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release<T>() => gates[typeof(T)].TrySetResult();

    public async ValueTask<EffectResult> RunAsync(EffectCall call, CancellationToken cancel)
    {
        if (gates.TryGetValue(call.Effect.GetType(), out var gate))
        {
            await gate.Task.WaitAsync(cancel);
        }

        return await inner.RunAsync(call, cancel);
    }

    public ValueTask<EffectResult> SettleAsync(EffectCall call, CancellationToken cancel) => inner.SettleAsync(call, cancel);
}
