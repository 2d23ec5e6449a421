using Microsoft.Extensions.Logging;
using Santral.Domain.Kernel;
using Santral.Engine.Cells;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;

namespace Santral.Engine.Pump;

/// <summary>
/// Carries out one effect until its actor has recorded exactly one end. Where a repeat would be visible to a citizen the attempt is
/// journalled first, and an attempt without a known answer is settled, never repeated.
/// </summary>
internal sealed partial class EffectRunner(IActorHost host, IEnumerable<IEffectPort> ports, TimeProvider time, ILogger log)
{
    private readonly Dictionary<string, IEffectPort> ports = ports.ToDictionary(p => p.Port, StringComparer.Ordinal);

    public async Task RunAsync(OpenEffect effect, CancellationToken cancel)
    {
        var notice = ports.TryGetValue(effect.Request.Effect.Port, out var port)
            ? await CarryOutAsync(effect, port, cancel).ConfigureAwait(false)
            : new Notice.EffectFailed(effect.Id, effect.Request.Effect, "port.missing");
        await TellAsync(effect, notice, Causes.Ended(effect.Id), cancel).ConfigureAwait(false);
    }

    private async Task<Notice> CarryOutAsync(OpenEffect effect, IEffectPort port, CancellationToken cancel)
    {
        while (true)
        {
            if (!effect.Started && time.GetUtcNow() > effect.Request.NotAfter)
            {
                return new Notice.EffectExpired(effect.Id, effect.Request.Effect);
            }

            var result = await AttemptAsync(effect, port, cancel).ConfigureAwait(false);
            switch (result)
            {
                case EffectResult.Done done:
                    return new Notice.EffectDone(effect.Id, effect.Request.Effect, done.Result);
                case EffectResult.Failed failed:
                    return new Notice.EffectFailed(effect.Id, effect.Request.Effect, failed.Code);
                case EffectResult.InDoubt:
                    return new Notice.EffectInDoubt(effect.Id, effect.Request.Effect);
                case EffectResult.Retry retry:
                    // Certainly not carried out, so it may be attempted afresh; notAfter is looked at again.
                    effect.StartedAt = null;
                    await Task.Delay(retry.After, time, cancel).ConfigureAwait(false);
                    break;
            }
        }
    }

    private async Task<EffectResult> AttemptAsync(OpenEffect effect, IEffectPort port, CancellationToken cancel)
    {
        var call = new EffectCall(effect.Id, effect.Source, effect.Request.Effect, effect.Request.NotAfter, ++effect.Attempts, effect.StartedAt);
        try
        {
            if (effect.Started && port.RepeatIsVisible)
            {
                return await port.SettleAsync(call, cancel).ConfigureAwait(false);
            }

            if (port.RepeatIsVisible)
            {
                await TellAsync(effect, new Attempt(), Causes.Started(effect.Id), cancel).ConfigureAwait(false);
                effect.StartedAt = time.GetUtcNow();
            }

            return await port.RunAsync(call, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            PortFailed(log, fault, port.Port, effect.Request.Effect.GetType().Name);
            return port.RepeatIsVisible && effect.Started ? new EffectResult.InDoubt() : new EffectResult.Retry(Backoff.Longest);
        }
    }

    private async Task TellAsync(OpenEffect effect, ICommand command, string cause, CancellationToken cancel)
    {
        var backoff = new Backoff();
        while (true)
        {
            var delivery = new Delivery { Id = CommandId.From(cause), Command = command, By = effect.By with { Channel = effect.Request.Effect.Port }, Lane = Lane.Reserved, Cause = cause };
            if (await host.DeliverAsync(effect.Source, delivery).WaitAsync(cancel).ConfigureAwait(false) is not Reply.Unavailable)
            {
                return;
            }

            await backoff.WaitAsync(time, cancel).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The {Port} port failed on {Effect}.")]
    private static partial void PortFailed(ILogger log, Exception fault, string port, string effect);
}
