using System.Globalization;
using Santral.Domain.Contacts;
using Santral.Views.Model;
using Santral.Views.Rows;

namespace Santral.Views.Lists;

internal static class Reports
{
    public static Report Of(ViewState state, DateOnly from, DateOnly to)
    {
        var days = state.Days.Where(d => d.Key >= from && d.Key <= to).Select(d => d.Value).ToArray();
        var total = Line("", "", days.Select(d => d.Total));
        var queues = days.SelectMany(d => d.ByQueue).GroupBy(q => q.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Line(g.Key, QueueName(state, g.Key), g.Select(q => q.Value)));
        var hours = Enumerable.Range(0, 24).Select(h => Line(Hour(h), $"{Hour(h)}:00", days.Select(d => d.ByHour[h])));
        var outcomes = Enum.GetValues<ContactOutcome>()
            .Select(o => new OutcomeLine(o.ToString(), state.Words[$"outcome.{o}"], days.Sum(d => d.ByOutcome.GetValueOrDefault(o)))).Where(o => o.Count > 0);
        return new(
            from, to, total.Offered, total.Answered, total.Abandoned, total.TransferredOut, total.Closed, total.Callback, days.Sum(d => d.Live),
            days.Sum(d => d.Outbound), [.. queues], [.. hours], [.. outcomes]);
    }

    private static ReportLine Line(string key, string name, IEnumerable<ReportCounts> counts)
    {
        var all = counts.ToArray();
        return new(
            key, name, all.Sum(c => c.Offered), all.Sum(c => c.Answered), all.Sum(c => c.Abandoned), all.Sum(c => c.TransferredOut), all.Sum(c => c.Closed),
            all.Sum(c => c.Callback));
    }

    private static string QueueName(ViewState state, string queue) =>
        queue.Length == 0 ? state.Words["report.noQueue"] : state.Pack.Queue(new(queue))?.Name ?? queue;

    private static string Hour(int hour) => hour.ToString("00", CultureInfo.InvariantCulture);
}
