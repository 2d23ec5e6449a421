using System.Diagnostics;

namespace Santral.Domain.Packs;

/// <summary>
/// Working days and hours of a municipality: weekends, holidays and half days from the pack, in the pack's zone. Pure: the
/// same pack and instants give the same answer on every machine.
/// </summary>
public sealed class BusinessCalendar(Pack pack)
{
    /// <summary>More days or hours than any period of the sources; a larger number is a mistake and is refused.</summary>
    public const int MaxCount = 10_000;

    /// <summary>No run of free days is longer than this, in days; a pack that has one has no working day at all.</summary>
    private const int LongestClosure = 366;

    private static readonly TimeOnly EndOfDay = new(23, 59, 59);

    private readonly CalendarRules rules = pack.Calendar;

    /// <summary>True when the day counts in a number of business days. A half day counts or not, as the pack says.</summary>
    public bool IsBusinessDay(DateOnly day) => rules.Office.ContainsKey(day.DayOfWeek) && FreeFrom(day) switch
    {
        Free.Not => true,
        Free.Half => rules.HalfDaysCount,
        Free.Whole => false,
        _ => throw new UnreachableException(),
    };

    /// <summary>The local office hours of a day; null when nobody works. On a half day they end when its free part begins.</summary>
    public HoursSpec? Office(DateOnly day)
    {
        if (!rules.Office.TryGetValue(day.DayOfWeek, out var hours))
        {
            return null;
        }

        if (!pack.Holidays.TryGetValue(day, out var from))
        {
            return hours;
        }

        return from is { } free && free > hours.Opens ? hours with { Closes = free < hours.Closes ? free : hours.Closes } : null;
    }

    /// <summary>The day that is <paramref name="count"/> business days after <paramref name="start"/>; zero days is the start itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or above <see cref="MaxCount"/>.</exception>
    public DateOnly AddBusinessDays(DateOnly start, int count)
    {
        Check(count);
        if (count == 0)
        {
            return start;
        }

        var day = rules.StartDayExcluded ? start : start.AddDays(-1);
        for (var left = count; left > 0; left--)
        {
            day = NextBusinessDay(day);
        }

        return day;
    }

    /// <summary>When a period of business days is over: at the end of the office hours of its last day.</summary>
    public DateTimeOffset AfterBusinessDays(DateTimeOffset from, int count)
    {
        var day = AddBusinessDays(LocalDay(from), count);
        return pack.Zone.Instant(day, Office(day)?.Closes ?? EndOfDay);
    }

    /// <summary>When a period of calendar days is over: with its last day, which may be a Sunday or a holiday, because the sources say no other.</summary>
    public DateTimeOffset AfterDays(DateTimeOffset from, int count)
    {
        Check(count);
        return pack.Zone.Instant(LocalDay(from).AddDays(count), EndOfDay);
    }

    /// <summary>The instant by which <paramref name="count"/> office hours have gone by; time outside office hours does not count.</summary>
    public DateTimeOffset AfterBusinessHours(DateTimeOffset from, int count)
    {
        Check(count);
        var left = TimeSpan.FromHours(count);
        var at = from;
        for (var (day, closed) = (LocalDay(from), 0); closed <= LongestClosure; day = day.AddDays(1), closed++)
        {
            if (Office(day) is not { } hours)
            {
                continue;
            }

            var opens = pack.Zone.Instant(day, hours.Opens);
            var closes = pack.Zone.Instant(day, hours.Closes);
            at = opens > from ? opens : from;
            if (at >= closes)
            {
                continue;
            }

            closed = 0;
            if (closes - at >= left)
            {
                return at + left;
            }

            left -= closes - at;
        }

        throw NoWorkingDay();
    }

    private DateOnly LocalDay(DateTimeOffset instant) => DateOnly.FromDateTime(pack.Zone.Local(instant).DateTime);

    private DateOnly NextBusinessDay(DateOnly day)
    {
        for (var closed = 0; closed <= LongestClosure; closed++)
        {
            day = day.AddDays(1);
            if (IsBusinessDay(day))
            {
                return day;
            }
        }

        throw NoWorkingDay();
    }

    private Free FreeFrom(DateOnly day) => !pack.Holidays.TryGetValue(day, out var from) ? Free.Not : from is null ? Free.Whole : Free.Half;

    private static void Check(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
    }

    private InvalidOperationException NoWorkingDay() => new($"The pack '{pack.Id}' has no working day within {LongestClosure} days; its check should have refused it.");

    private enum Free
    {
        Not,
        Half,
        Whole,
    }
}
