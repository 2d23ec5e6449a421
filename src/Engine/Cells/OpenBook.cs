using Santral.Domain.Kernel;

namespace Santral.Engine.Cells;

/// <summary>
/// What this actor has asked of the world and not yet heard of: effects that have not ended, alarms that are set, refusals it was
/// told of. A notice or alarm that is not in the book is a repeat, or was overtaken, and is dropped.
/// </summary>
internal sealed class OpenBook
{
    private readonly Dictionary<string, bool> effects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> alarms = new(StringComparer.Ordinal);
    private readonly HashSet<string> refusals = new(StringComparer.Ordinal);

    public int OpenEffects => effects.Count;
    public int SetAlarms => alarms.Count;

    /// <summary>Applies what a record opens and closes.</summary>
    public void Apply(DecisionRecord record)
    {
        if (record.Cause is { } cause)
        {
            Close(cause);
        }

        for (var i = 0; i < record.Effects.Count; i++)
        {
            effects.Add(record.EffectId(i), false);
        }

        foreach (var alarm in record.Alarms)
        {
            if (alarm.At is null)
            {
                alarms.Remove(alarm.Name);
            }
            else
            {
                alarms[alarm.Name] = record.Version;
            }
        }
    }

    /// <summary>True when the cause was already dealt with, or no longer stands.</summary>
    public bool IsStale(string cause) => Split(cause) switch
    {
        ("effect", var id) => !effects.ContainsKey(id),
        ("start", var id) => !effects.TryGetValue(id, out var started) || started,
        ("refused", var id) => refusals.Contains(id),
        ("alarm", var set) => !IsSet(set),
        ("send", _) => false,
        var (form, _) => throw new InvalidOperationException($"A cause of unknown form '{form}'."),
    };

    private void Close(string cause)
    {
        switch (Split(cause))
        {
            case ("effect", var id):
                effects.Remove(id);
                break;
            case ("start", var id):
                effects[id] = true;
                break;
            case ("refused", var id):
                refusals.Add(id);
                break;
            case ("alarm", var set) when IsSet(set):
                alarms.Remove(set[(set.IndexOf(':', StringComparison.Ordinal) + 1)..]);
                break;
            case ("alarm", _):
            case ("send", _):
                break;
            case var (form, _):
                throw new InvalidOperationException($"A cause of unknown form '{form}'.");
        }
    }

    private bool IsSet(string set)
    {
        var colon = set.IndexOf(':', StringComparison.Ordinal);
        return alarms.TryGetValue(set[(colon + 1)..], out var version)
            && version == long.Parse(set.AsSpan(0, colon), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static (string Form, string Subject) Split(string cause)
    {
        var colon = cause.IndexOf(':', StringComparison.Ordinal);
        return (cause[..colon], cause[(colon + 1)..]);
    }
}
