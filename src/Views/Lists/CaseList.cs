using Santral.Views.Model;
using Santral.Views.Rights;
using Santral.Views.Rows;
using Santral.Views.Topics;

namespace Santral.Views.Lists;

internal static class CaseList
{
    public static ListPage<CaseListRow> Page(ViewState state, Viewer viewer, ListFilter filter)
    {
        var search = string.IsNullOrWhiteSpace(filter.Query) ? null : new Search(state, filter.Query);
        return Pages.Newest(
            state.CasesByArrival, c => Sight.OfCase(viewer, c) && Matches(c, filter) && (search is null || search.Finds(c)), c => c.Id.ToString(),
            c => Row(state, c), filter.Take, filter.After);
    }

    private static bool Matches(CaseModel @case, ListFilter filter) =>
        (filter.Status is null || string.Equals(@case.Status.ToString(), filter.Status, StringComparison.OrdinalIgnoreCase))
        && (filter.Unit is null || @case.Unit?.Value == filter.Unit)
        && (filter.Since is null || @case.OpenedAt >= filter.Since);

    private static CaseListRow Row(ViewState state, CaseModel @case) => new(
        @case.Id.ToString(), @case.Number, CaseRows.ServiceName(state, @case), @case.Status.ToString(), state.Words[$"case.status.{@case.Status}"],
        @case.Priority.ToString(), @case.Unit?.Value, @case.UnitName, @case.OpenedAt, @case.OpenedBy, @case.Deadline?.At, @case.Overdue, @case.Confidential,
        @case.SenderReference);
}
