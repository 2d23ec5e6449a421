using System.Collections.Immutable;
using Santral.Domain.Packs;
using Santral.Domain.Tests.Cases;

namespace Santral.Domain.Tests.Packs;

/// <summary>The public holidays of 2026 to 2028 as the facts list them: the tests' own copy, against which the packs are held too.</summary>
public static class CalendarPack
{
    private static readonly TimeOnly Noon = new(13, 0);

    public static ImmutableSortedDictionary<DateOnly, TimeOnly?> Holidays { get; } = Fixed().Concat(Feasts()).DistinctBy(h => h.Key).ToImmutableSortedDictionary();

    public static Pack Real { get; } = CasePack.Small with { Holidays = Holidays };

    private static IEnumerable<KeyValuePair<DateOnly, TimeOnly?>> Fixed() =>
        from year in Enumerable.Range(2026, 3)
        from day in new[] { (1, 1), (4, 23), (5, 1), (5, 19), (7, 15), (8, 30), (10, 28), (10, 29) }
        select Free(new(year, day.Item1, day.Item2), day == (10, 28) ? Noon : null);

    private static IEnumerable<KeyValuePair<DateOnly, TimeOnly?>> Feasts() =>
        from feast in new[]
        {
            (new DateOnly(2026, 3, 19), 3), (new DateOnly(2026, 5, 26), 4), (new DateOnly(2027, 3, 8), 3),
            (new DateOnly(2027, 5, 15), 4), (new DateOnly(2028, 2, 25), 3), (new DateOnly(2028, 5, 4), 4),
        }
        from day in Enumerable.Range(0, feast.Item2 + 1)
        select Free(feast.Item1.AddDays(day), day == 0 ? Noon : null);

    private static KeyValuePair<DateOnly, TimeOnly?> Free(DateOnly day, TimeOnly? from) => KeyValuePair.Create(day, from);
}
