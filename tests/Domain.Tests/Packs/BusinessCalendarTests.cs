using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Santral.Domain.Packs;
using Santral.Domain.Tests.Cases;
using Xunit;

namespace Santral.Domain.Tests.Packs;

public sealed class BusinessCalendarTests
{
    private static readonly BusinessCalendar Calendar = new(CalendarPack.Real);

    [Theory]
    // An ordinary week, and a start at the weekend.
    [InlineData("2026-11-23", 1, "2026-11-24")]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2026-11-21", 1, "2026-11-23")]
    [InlineData("2026-11-23", 15, "2026-12-14")]
    [InlineData("2026-11-23", 0, "2026-11-23")]
    // Ramazan 2026: 19 March is a half day, 20 to 22 are free.
    [InlineData("2026-03-10", 15, "2026-04-01")]
    [InlineData("2026-03-18", 1, "2026-03-19")]
    [InlineData("2026-03-19", 1, "2026-03-23")]
    // Kurban 2026: 26 May is a half day, 27 to 30 are free (Wednesday to Saturday).
    [InlineData("2026-05-25", 1, "2026-05-26")]
    [InlineData("2026-05-26", 1, "2026-06-01")]
    // 28 October is a half day, the 29th a Thursday.
    [InlineData("2026-10-27", 1, "2026-10-28")]
    [InlineData("2026-10-28", 1, "2026-10-30")]
    // The year's end: 1 January 2027 is a Friday.
    [InlineData("2026-12-31", 1, "2027-01-04")]
    [InlineData("2026-12-18", 15, "2027-01-11")]
    // Ramazan 2027 with its half day on a Monday; Kurban 2027 over the weekend and 19 May.
    [InlineData("2027-03-05", 1, "2027-03-08")]
    [InlineData("2027-03-08", 1, "2027-03-12")]
    [InlineData("2027-05-14", 1, "2027-05-20")]
    // 23 April 2027 is a Friday.
    [InlineData("2027-04-22", 1, "2027-04-26")]
    // Ramazan 2028 begins on a Saturday after a half Friday; 28 February is the third day, 29 February a Tuesday.
    [InlineData("2028-02-24", 1, "2028-02-25")]
    [InlineData("2028-02-25", 1, "2028-02-29")]
    // Kurban 2028: 4 May half, 5 to 8 May free.
    [InlineData("2028-05-03", 1, "2028-05-04")]
    [InlineData("2028-05-04", 1, "2028-05-09")]
    public void Business_days_over_real_weekends_feasts_and_year_ends(string start, int days, string expected) =>
        Assert.Equal(Day(expected), Calendar.AddBusinessDays(Day(start), days));

    [Theory]
    [InlineData(2026, 249.5)]
    [InlineData(2027, 249.0)]
    [InlineData(2028, 253.0)]
    public void The_working_days_of_a_year_with_halves_are_those_of_the_facts(int year, double expected)
    {
        var first = new DateOnly(year, 1, 1);
        var sum = Enumerable.Range(0, 366).Select(first.AddDays).Where(d => d.Year == year).Sum(d =>
            Calendar.Office(d) is not { } hours ? 0 : hours.Closes == new TimeOnly(13, 0) ? 0.5 : 1);

        Assert.Equal(expected, sum);
    }

    [Fact]
    public void Half_days_can_be_left_out_of_the_count() =>
        Assert.Equal(Day("2026-10-30"), With(r => r with { HalfDaysCount = false }).AddBusinessDays(Day("2026-10-27"), 1));

    [Fact]
    public void The_start_day_can_be_counted()
    {
        var counting = With(r => r with { StartDayExcluded = false });
        Assert.Equal(Day("2026-11-23"), counting.AddBusinessDays(Day("2026-11-23"), 1));
        Assert.Equal(Day("2026-11-23"), counting.AddBusinessDays(Day("2026-11-21"), 1));
    }

    [Theory]
    // Within a day, over the end of a day, over a weekend, from before opening and from the night.
    [InlineData("2026-11-23 10:00", 4, "2026-11-23 14:00")]
    [InlineData("2026-11-23 16:30", 2, "2026-11-24 09:30")]
    [InlineData("2026-11-20 16:30", 9, "2026-11-23 16:30")]
    [InlineData("2026-11-23 07:00", 1, "2026-11-23 09:30")]
    [InlineData("2026-11-23 23:59", 1, "2026-11-24 09:30")]
    [InlineData("2026-11-23 00:00", 9, "2026-11-23 17:30")]
    // 28 October ends at 13:00 and the 29th is free.
    [InlineData("2026-10-28 12:00", 2, "2026-10-30 09:30")]
    [InlineData("2026-10-28 14:00", 1, "2026-10-30 09:30")]
    [InlineData("2026-12-31 17:00", 1, "2027-01-04 09:00")]
    public void Office_hours_go_by_only_while_the_office_is_open(string from, int hours, string expected) =>
        Assert.Equal(Local(expected), Calendar.AfterBusinessHours(Local(from), hours));

    [Fact]
    public void A_period_of_business_days_ends_with_the_office_hours_of_its_last_day()
    {
        Assert.Equal(Local("2026-11-24 17:30"), Calendar.AfterBusinessDays(Local("2026-11-23 10:00"), 1));
        Assert.Equal(Local("2026-10-28 13:00"), Calendar.AfterBusinessDays(Local("2026-10-27 10:00"), 1));
    }

    [Fact]
    public void The_day_is_the_local_one_and_not_that_of_the_server()
    {
        // 22:30 UTC on Monday is 01:30 on Tuesday in Türkiye.
        Assert.Equal(Local("2026-11-25 17:30"), Calendar.AfterBusinessDays(new(2026, 11, 23, 22, 30, 0, TimeSpan.Zero), 1));
        Assert.Equal(Local("2026-12-09 23:59") + TimeSpan.FromSeconds(59), Calendar.AfterDays(new(2026, 11, 23, 22, 30, 0, TimeSpan.Zero), 15));
    }

    [Fact]
    public void A_count_that_no_period_has_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddBusinessDays(Day("2026-11-23"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddBusinessDays(Day("2026-11-23"), BusinessCalendar.MaxCount + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AfterBusinessHours(Local("2026-11-23 10:00"), -1));
    }

    [Fact]
    public void A_pack_without_a_working_day_is_a_bug_and_no_endless_loop()
    {
        var never = With(r => r with { Office = ImmutableSortedDictionary<DayOfWeek, HoursSpec>.Empty });
        Assert.Throws<InvalidOperationException>(() => never.AddBusinessDays(Day("2026-11-23"), 1));
        Assert.Throws<InvalidOperationException>(() => never.AfterBusinessHours(Local("2026-11-23 10:00"), 1));
    }

    [Fact]
    public void Adding_days_in_two_steps_is_adding_them_in_one() => Prop.ForAll(
        Gen.Choose(0, 1_000).SelectMany(start => Gen.Choose(1, 40).SelectMany(a => Gen.Choose(1, 40).Select(b => (start, a, b)))).ToArbitrary(), t =>
        {
            var from = Day("2026-01-01").AddDays(t.start);
            return Calendar.AddBusinessDays(Calendar.AddBusinessDays(from, t.a), t.b) == Calendar.AddBusinessDays(from, t.a + t.b);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_result_is_a_business_day_and_as_many_lie_between() => Prop.ForAll(
        Gen.Choose(0, 1_000).SelectMany(start => Gen.Choose(1, 60).Select(days => (start, days))).ToArbitrary(), t =>
        {
            var from = Day("2026-01-01").AddDays(t.start);
            var to = Calendar.AddBusinessDays(from, t.days);
            var between = Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(d => Calendar.IsBusinessDay(from.AddDays(d)));
            return Calendar.IsBusinessDay(to) && between == t.days;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void More_office_hours_never_end_earlier_and_always_end_within_office_hours() => Prop.ForAll(
        Gen.Choose(0, 20_000).SelectMany(start => Gen.Choose(1, 60).Select(hours => (start, hours))).ToArbitrary(), t =>
        {
            var from = Local("2026-01-02 00:00").AddMinutes(t.start * 37);
            var to = Calendar.AfterBusinessHours(from, t.hours);
            var local = ZoneRules.Turkiye.Local(to);
            var office = Calendar.Office(DateOnly.FromDateTime(local.DateTime));
            return Calendar.AfterBusinessHours(from, t.hours + 1) > to && office is not null && TimeOnly.FromDateTime(local.DateTime) <= office.Closes && to >= from.AddHours(t.hours);
        }).QuickCheckThrowOnFailure();

    private static BusinessCalendar With(Func<CalendarRules, CalendarRules> change) => new(CalendarPack.Real with { Calendar = change(CalendarRules.Default) });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(3));
}
