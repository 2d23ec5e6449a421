using System.Collections.Immutable;

namespace Santral.Domain.Packs;

/// <summary>How a municipality counts working time. The sources are silent on it, so every value is a setting.</summary>
public sealed record CalendarRules
{
    /// <summary>A half day (arife, 28 Ekim) counts as a whole working day when days are counted.</summary>
    public bool HalfDaysCount { get; init; } = true;

    /// <summary>The day on which a period starts is not counted; the first counted day is the next working day.</summary>
    public bool StartDayExcluded { get; init; } = true;

    /// <summary>The units' local office hours by weekday; a missing weekday is free.</summary>
    public ImmutableSortedDictionary<DayOfWeek, HoursSpec> Office { get; init; } = WeekdayOffice;

    public static CalendarRules Default { get; } = new();

    private static ImmutableSortedDictionary<DayOfWeek, HoursSpec> WeekdayOffice =>
        Enumerable.Range((int)DayOfWeek.Monday, 5).ToImmutableSortedDictionary(day => (DayOfWeek)day, _ => new HoursSpec(new(8, 30), new(17, 30)));
}
