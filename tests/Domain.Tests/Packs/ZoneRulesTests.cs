using Santral.Domain.Packs;
using Xunit;

namespace Santral.Domain.Tests.Packs;

public sealed class ZoneRulesTests
{
    private static readonly ZoneRules Changing = new(TimeSpan.FromHours(2),
    [
        new(new(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(3)),
        new(new(2026, 10, 25, 1, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(2)),
    ]);

    [Theory]
    [InlineData(1, 10, 8)]
    [InlineData(6, 10, 7)]
    [InlineData(12, 10, 8)]
    public void A_local_time_becomes_the_instant_of_its_season(int month, int hour, int utcHour) =>
        Assert.Equal(new DateTimeOffset(2026, month, 10, utcHour, 0, 0, TimeSpan.Zero), Changing.Instant(new(2026, month, 10), new(hour, 0)));

    [Fact]
    public void An_hour_that_comes_twice_is_its_first() =>
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), Changing.Instant(new(2026, 10, 25), new(3, 30)));

    [Fact]
    public void An_hour_that_is_left_out_is_read_with_the_offset_before()
    {
        var instant = Changing.Instant(new(2026, 3, 29), new(3, 30));
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero), instant);
        Assert.Equal(new TimeSpan(4, 30, 0), Changing.Local(instant).TimeOfDay);
    }

    [Fact]
    public void Türkiye_has_no_season() => Assert.Equal(new DateTimeOffset(2026, 7, 1, 5, 30, 0, TimeSpan.Zero), ZoneRules.Turkiye.Instant(new(2026, 7, 1), new(8, 30)));
}
