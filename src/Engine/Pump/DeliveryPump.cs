using Microsoft.Extensions.Logging;
using Santral.Domain.Kernel;
using Santral.Engine.Cells;
using Santral.Engine.Feeds;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;

namespace Santral.Engine.Pump;

/// <summary>
/// Carries everything that records owe: sends to actors, effects to ports, alarms back to their actors. It follows the journal and
/// not the actors, so that a decision whose owner died between commit and delivery loses nothing.
/// </summary>
public sealed partial class DeliveryPump : IAsyncDisposable
{
    private readonly PumpState state = new();
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private readonly SendRunner sends;
    private readonly EffectRunner effects;
    private readonly LaneSet<(ActorId, ActorId), OpenSend> sendLanes;
    private readonly LaneSet<(ActorId, string), OpenEffect> effectLanes;
    private readonly LaneSet<(ActorId, string), OpenAlarm> alarmLanes;
    private readonly AlarmClock clock;
    private readonly DurableFeed feed;
    private readonly IJournal journal;
    private readonly ILogger log;
    private readonly IActorHost host;
    private readonly TimeProvider time;
    private Task running = Task.CompletedTask;
    private int disposed;

    public DeliveryPump(DurableFeed feed, IJournal journal, IActorHost host, IEnumerable<IEffectPort> ports, TimeProvider time, ILogger log)
    {
        (this.feed, this.journal, this.host, this.time, this.log) = (feed, journal, host, time, log);
        sends = new(host, time, log);
        effects = new(host, ports, time, log);
        sendLanes = new(RunSendAsync, LaneFailed, stop.Token);
        effectLanes = new(RunEffectAsync, LaneFailed, stop.Token);
        alarmLanes = new(RunAlarmAsync, LaneFailed, stop.Token);
        clock = new(time, RingDue);
    }

    public int OpenSends => Locked(() => state.Sends.Count);
    public int OpenEffects => Locked(() => state.Effects.Count);
    public int SetAlarms => Locked(() => state.AlarmCount);

    /// <summary>Folds the whole store first and dispatches only what is still owed; then follows the tail.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        var until = journal.DurableSequence;
        var after = 0L;
        if (until > 0)
        {
            await foreach (var item in feed.ReadAsync(0, cancel).ConfigureAwait(false))
            {
                state.Fold(item.Record);
                after = item.Sequence;
                if (after >= until)
                {
                    break;
                }
            }
        }

        Dispatch(
            [.. state.Sends.OrderBy(s => s.Source.ToString(), StringComparer.Ordinal).ThenBy(s => s.Version).ThenBy(s => s.Ordinal)],
            [.. state.Effects.OrderBy(e => e.Source.ToString(), StringComparer.Ordinal).ThenBy(e => e.Version).ThenBy(e => e.Ordinal)]);
        running = FollowAsync(after);
    }

    public async ValueTask DisposeAsync()
    {
        // The host stops the pump before the rest closes, and its container disposes it once more.
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        await stop.CancelAsync().ConfigureAwait(false);
        clock.Dispose();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task FollowAsync(long after)
    {
        var (newSends, newEffects) = (new List<OpenSend>(), new List<OpenEffect>());
        try
        {
            await foreach (var item in feed.ReadAsync(after, stop.Token).ConfigureAwait(false))
            {
                lock (gate)
                {
                    state.Fold(item.Record, newSends, newEffects);
                }

                Dispatch(newSends, newEffects);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopping: what is owed stays owed in the journal.
        }
        catch (Exception fault)
        {
            PumpStopped(log, fault);
            throw;
        }
    }

    private void Dispatch(List<OpenSend> newSends, List<OpenEffect> newEffects)
    {
        foreach (var send in newSends)
        {
            sendLanes.Add((send.Source, send.Send.To), send);
        }

        foreach (var effect in newEffects)
        {
            effectLanes.Add((effect.Source, effect.Request.Effect.Port), effect);
        }

        newSends.Clear();
        newEffects.Clear();
        clock.Set(Locked(state.NextDue));
    }

    private void RingDue()
    {
        lock (gate)
        {
            while (state.TakeDue(time.GetUtcNow()) is { } alarm)
            {
                alarmLanes.Add((alarm.Actor, alarm.Name), alarm);
            }
        }

        clock.Set(Locked(state.NextDue));
    }

    private async Task RunSendAsync(OpenSend send, CancellationToken cancel)
    {
        if (Locked(() => state.IsOpen(send)))
        {
            await sends.RunAsync(send, cancel).ConfigureAwait(false);
            lock (gate)
            {
                state.Acknowledge(send);
            }
        }
    }

    private async Task RunEffectAsync(OpenEffect effect, CancellationToken cancel)
    {
        if (Locked(() => state.IsOpen(effect)))
        {
            await effects.RunAsync(effect, cancel).ConfigureAwait(false);
            lock (gate)
            {
                state.End(effect);
            }
        }
    }

    private async Task RunAlarmAsync(OpenAlarm alarm, CancellationToken cancel)
    {
        var backoff = new Backoff();
        while (Locked(() => state.IsSet(alarm)))
        {
            var delivery = new Delivery
            {
                Id = CommandId.From($"{alarm.Actor}/{alarm.Cause}"), Command = alarm.Command, By = AlarmOrigin, Cause = alarm.Cause, Lane = Lane.Reserved,
            };
            if (await host.DeliverAsync(alarm.Actor, delivery).WaitAsync(cancel).ConfigureAwait(false) is not Reply.Unavailable)
            {
                return;
            }

            await backoff.WaitAsync(time, cancel).ConfigureAwait(false);
        }
    }

    private void LaneFailed(Exception fault) => PumpStopped(log, fault);

    private static Origin AlarmOrigin { get; } = new("system", "system", "alarm");

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The delivery pump stopped; nothing is lost, but nothing moves until a restart.")]
    private static partial void PumpStopped(ILogger log, Exception fault);
}
