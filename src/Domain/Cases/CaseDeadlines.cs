using System.Globalization;
using Santral.Domain.Packs;

namespace Santral.Domain.Cases;

/// <summary>Deadlines with the right by which they hold: the service's own period, else the unit's target, which is a setting.</summary>
public static class CaseDeadlines
{
    /// <summary>Names of the alarms and of <c>Which</c> in the events.</summary>
    public const string Acceptance = "acceptance";
    public const string Closing = "closing";
    public const string NearSuffix = "-near";

    /// <summary>The citizen's answer period, counted from the opening; null when the source states none.</summary>
    public static Deadline? Promise(Pack pack, ServiceSpec? service, DateTimeOffset from)
    {
        if (service?.Period is not { } period)
        {
            return null;
        }

        var calendar = new BusinessCalendar(pack);
        var at = period.BusinessDays ? calendar.AfterBusinessDays(from, period.Days) : calendar.AfterDays(from, period.Days);
        return new(at, period.Source, period.Approximate, period.Words);
    }

    public static Deadline AcceptanceBy(Pack pack, UnitSpec unit, DateTimeOffset from) => Setting(
        pack, "deadline.setting.businessHours", unit.Targets.AcceptBusinessHours, new BusinessCalendar(pack).AfterBusinessHours(from, unit.Targets.AcceptBusinessHours));

    public static Deadline ClosingBy(Pack pack, UnitSpec unit, DateTimeOffset from) => Setting(
        pack, "deadline.setting.businessDays", unit.Targets.CloseBusinessDays, new BusinessCalendar(pack).AfterBusinessDays(from, unit.Targets.CloseBusinessDays));

    /// <summary>When a deadline is near: at the beginning of the last quarter of its time.</summary>
    public static DateTimeOffset Near(DateTimeOffset from, DateTimeOffset until) => until - ((until - from) / 4);

    private static Deadline Setting(Pack pack, string text, int count, DateTimeOffset at) =>
        new(at, "setting", false, pack.Text(text).Replace("{n}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
