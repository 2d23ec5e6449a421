namespace Santral.Adapters.Tests.Packs;

/// <summary>The tests' own copy of the public holidays: the day, and whether it is a half day.</summary>
internal static class Holidays
{
    internal static IEnumerable<(DateOnly Day, bool Half)> Of2026To2028 => Fixed().Concat(Feasts()).DistinctBy(h => h.Day);

    private static IEnumerable<(DateOnly Day, bool Half)> Fixed() =>
        from year in Enumerable.Range(2026, 3)
        from day in new[] { (1, 1), (4, 23), (5, 1), (5, 19), (7, 15), (8, 30), (10, 28), (10, 29) }
        select (new DateOnly(year, day.Item1, day.Item2), day == (10, 28));

    private static IEnumerable<(DateOnly Day, bool Half)> Feasts() =>
        from feast in new[] { ("2026-03-19", 3), ("2026-05-26", 4), ("2027-03-08", 3), ("2027-05-15", 4), ("2028-02-25", 3), ("2028-05-04", 4) }
        from day in Enumerable.Range(0, feast.Item2 + 1)
        select (DateOnly.ParseExact(feast.Item1, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddDays(day), day == 0);
}
