using System.Collections.Immutable;
using System.Globalization;
using Santral.Domain.Contacts;
using Santral.Domain.Packs;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Contacts;

public sealed class OpeningHoursTests
{
    private static readonly LineSpec Day = TestPack.Small.Line(TestPack.DayLine)!;

    /// <summary>Instants in UTC; the pack's zone is three hours ahead and the hours are 08:30-17:30 on weekdays.</summary>
    [Theory]
    [InlineData("2026-11-23T05:29:59Z", false)]
    [InlineData("2026-11-23T05:30:00Z", true)]
    [InlineData("2026-11-23T14:29:59Z", true)]
    [InlineData("2026-11-23T14:30:00Z", false)]
    [InlineData("2026-11-22T09:00:00Z", false)]
    [InlineData("2026-10-28T09:59:59Z", true)]
    [InlineData("2026-10-28T10:00:00Z", false)]
    [InlineData("2026-10-29T09:00:00Z", false)]
    [InlineData("2026-10-30T09:00:00Z", true)]
    public void A_line_is_open_by_its_hours_and_holidays(string instant, bool open) =>
        Assert.Equal(open, OpeningHours.IsOpen(Day, TestPack.Small, DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-23T18:59:59Z", false)]
    [InlineData("2026-11-23T19:00:00Z", true)]
    [InlineData("2026-11-24T02:59:59Z", true)]
    [InlineData("2026-11-24T03:00:00Z", false)]
    [InlineData("2026-11-23T02:00:00Z", false)]
    public void Hours_may_run_past_midnight(string instant, bool open)
    {
        var night = Day with { Hours = ImmutableSortedDictionary<DayOfWeek, HoursSpec>.Empty.Add(DayOfWeek.Monday, new(new(22, 0), new(6, 0))) };
        Assert.Equal(open, OpeningHours.IsOpen(night, TestPack.Small, DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_line_without_hours_is_open_on_a_holiday_night() =>
        Assert.True(OpeningHours.IsOpen(TestPack.Small.Line(TestPack.OpenLine)!, TestPack.Small, new(2026, 10, 29, 23, 0, 0, TimeSpan.Zero)));
}
