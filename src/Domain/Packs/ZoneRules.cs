using System.Collections.Immutable;

namespace Santral.Domain.Packs;

/// <summary>
/// The pack's time zone as data, so that a decider needs no culture and no operating system:
/// the offset before the first transition, then each transition's instant with the offset from there on.
/// </summary>
public sealed record ZoneRules(TimeSpan InitialOffset, ImmutableArray<ZoneTransition> Transitions)
{
    /// <summary>Türkiye has kept UTC+3 since 2016-09-07 (2016/9154); no transition is foreseen.</summary>
    public static ZoneRules Turkiye { get; } = new(TimeSpan.FromHours(3), []);

    public DateTimeOffset Local(DateTimeOffset instant)
    {
        var offset = InitialOffset;
        foreach (var transition in Transitions)
        {
            if (transition.At > instant)
            {
                break;
            }

            offset = transition.Offset;
        }

        return instant.ToOffset(offset);
    }

    /// <summary>
    /// The instant at which clocks show a local time: the earlier of two when clocks were put back, and when they were put
    /// forward over it, the time read with the offset before the change.
    /// </summary>
    public DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var clock = day.ToDateTime(time);
        var before = InitialOffset;
        foreach (var transition in Transitions)
        {
            if (transition.At > new DateTimeOffset(clock, before) || transition.At > new DateTimeOffset(clock, transition.Offset))
            {
                break;
            }

            before = transition.Offset;
        }

        return new(clock, before);
    }
}

public readonly record struct ZoneTransition(DateTimeOffset At, TimeSpan Offset);
