using Santral.Domain.Kernel;

namespace Santral.Engine.Pump;

/// <summary>A send that its target has not yet recorded.</summary>
internal sealed record OpenSend(string Id, ActorId Source, long Version, int Ordinal, Send Send, Origin By);

/// <summary>An effect that has not ended.</summary>
internal sealed record OpenEffect(string Id, ActorId Source, long Version, int Ordinal, EffectRequest Request, Origin By)
{
    /// <summary>When the attempt whose outcome is unknown began; null when none did, or it certainly came to nothing.</summary>
    public DateTimeOffset? StartedAt { get; set; }
    public bool Started => StartedAt is not null;
    public int Attempts { get; set; }
}

/// <summary>An alarm that is set.</summary>
internal sealed record OpenAlarm(ActorId Actor, string Name, long SetVersion, DateTimeOffset At, ICommand Command)
{
    public string Cause => Causes.Fired(Name, SetVersion);
}

/// <summary>
/// What the journal says is still owed to the world: a fold over all records, whoever wrote them. Derived, never stored as truth.
/// </summary>
internal sealed class PumpState
{
    private readonly Dictionary<string, OpenSend> sends = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpenEffect> effects = new(StringComparer.Ordinal);
    private readonly Dictionary<(ActorId Actor, string Name), OpenAlarm> alarms = [];
    private readonly PriorityQueue<OpenAlarm, DateTimeOffset> byTime = new();

    public IReadOnlyCollection<OpenSend> Sends => sends.Values;
    public IReadOnlyCollection<OpenEffect> Effects => effects.Values;
    public int AlarmCount => alarms.Count;

    /// <summary>Applies one record; what it newly opens is added to the lists given.</summary>
    public void Fold(DecisionRecord record, List<OpenSend>? newSends = null, List<OpenEffect>? newEffects = null)
    {
        if (record.Cause is { } cause)
        {
            Settle(record.Actor, cause, record.At);
        }

        for (var i = 0; i < record.Sends.Count; i++)
        {
            var send = new OpenSend(record.SendId(i), record.Actor, record.Version, i, record.Sends[i], record.By);
            sends.Add(send.Id, send);
            newSends?.Add(send);
        }

        for (var i = 0; i < record.Effects.Count; i++)
        {
            var effect = new OpenEffect(record.EffectId(i), record.Actor, record.Version, i, record.Effects[i], record.By);
            effects.Add(effect.Id, effect);
            newEffects?.Add(effect);
        }

        foreach (var change in record.Alarms)
        {
            if (change.At is not { } at || change.Command is not { } command)
            {
                alarms.Remove((record.Actor, change.Name));
                continue;
            }

            var alarm = new OpenAlarm(record.Actor, change.Name, record.Version, at, command);
            alarms[(alarm.Actor, alarm.Name)] = alarm;
            byTime.Enqueue(alarm, at);
        }
    }

    public bool IsOpen(OpenSend send) => sends.ContainsKey(send.Id);

    public bool IsOpen(OpenEffect effect) => effects.ContainsKey(effect.Id);

    public bool IsSet(OpenAlarm alarm) => alarms.TryGetValue((alarm.Actor, alarm.Name), out var current) && current == alarm;

    /// <summary>The send was acknowledged, or its source knows of the refusal.</summary>
    public void Acknowledge(OpenSend send) => sends.Remove(send.Id);

    public void End(OpenEffect effect) => effects.Remove(effect.Id);

    /// <summary>The instant of the next alarm that still stands.</summary>
    public DateTimeOffset? NextDue()
    {
        while (byTime.TryPeek(out var alarm, out var at))
        {
            if (IsSet(alarm))
            {
                return at;
            }

            byTime.Dequeue();
        }

        return null;
    }

    /// <summary>Takes the next alarm that is due. It stays in the book until a record of its actor settles it.</summary>
    public OpenAlarm? TakeDue(DateTimeOffset now) => NextDue() is { } at && at <= now ? byTime.Dequeue() : null;

    private void Settle(ActorId actor, string cause, DateTimeOffset at)
    {
        var colon = cause.IndexOf(':', StringComparison.Ordinal);
        var subject = cause[(colon + 1)..];
        switch (cause[..colon])
        {
            case "send" or "refused":
                sends.Remove(subject);
                break;
            case "effect":
                effects.Remove(subject);
                break;
            case "start":
                // Only an attempt of an earlier process is news; this process's own runner knows better than a late fold.
                if (effects.TryGetValue(subject, out var started) && started.Attempts == 0)
                {
                    started.StartedAt = at;
                }

                break;
            case "alarm":
                var split = subject.IndexOf(':', StringComparison.Ordinal);
                var set = long.Parse(subject.AsSpan(0, split), System.Globalization.CultureInfo.InvariantCulture);
                var key = (actor, subject[(split + 1)..]);
                if (alarms.TryGetValue(key, out var alarm) && alarm.SetVersion == set)
                {
                    alarms.Remove(key);
                }

                break;
            default:
                throw new InvalidOperationException($"A cause of unknown form: '{cause}'.");
        }
    }
}
