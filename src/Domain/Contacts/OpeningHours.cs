using Santral.Domain.Packs;

namespace Santral.Domain.Contacts;

/// <summary>Whether a line takes ordinary calls at an instant: its hours by day, holidays and half days, in the pack's zone.</summary>
public static class OpeningHours
{
    /// <summary>Opens inclusive, closes exclusive; a line without hours is always open, on holidays too.</summary>
    public static bool IsOpen(LineSpec line, Pack pack, DateTimeOffset instant)
    {
        if (line.Hours.IsEmpty)
        {
            return true;
        }

        var local = pack.Zone.Local(instant);
        var day = DateOnly.FromDateTime(local.DateTime);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (pack.Holidays.TryGetValue(day, out var freeFrom) && (freeFrom is not { } half || time >= half))
        {
            return false;
        }

        return Within(line, local.DayOfWeek, time) || AfterMidnight(line, pack, day, time);
    }

    /// <summary>Hours that close at or before they open run past midnight; this is the evening's part.</summary>
    private static bool Within(LineSpec line, DayOfWeek day, TimeOnly time) =>
        line.Hours.TryGetValue(day, out var hours) && time >= hours.Opens && (time < hours.Closes || hours.Closes <= hours.Opens);

    /// <summary>The morning's part of hours that began the day before, unless that evening was free.</summary>
    private static bool AfterMidnight(LineSpec line, Pack pack, DateOnly day, TimeOnly time) =>
        line.Hours.TryGetValue(day.AddDays(-1).DayOfWeek, out var hours) && hours.Closes <= hours.Opens && time < hours.Closes && !pack.Holidays.ContainsKey(day.AddDays(-1));
}

/// <summary>The line a contact came on.</summary>
public static class IntakeLine
{
    /// <summary>A number that the pack does not know is always open and leads to triage: nobody is refused at the border.</summary>
    public static LineSpec Of(Pack pack, string number, Channel channel) => pack.Line(number) ?? new LineSpec
    {
        Number = number,
        Name = number,
        Channel = channel,
        Desk = pack.Triage.Desk,
        DefaultQueue = pack.Triage.Id,
        UrgentQueue = pack.Triage.Id,
        Recording = false,
    };
}
