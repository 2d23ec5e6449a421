using Santral.Domain.Kernel;
using Santral.Views.Model;
using Santral.Views.Rows;

namespace Santral.Views.Topics;

/// <summary>unit:{unit}: the inbox.</summary>
internal sealed class UnitRows : TopicRows
{
    public override IEnumerable<RowChange> All(ViewState state, string key) =>
        state.Unit(new(key)).Inbox.Values.Select(i => new RowChange("inbox", i.Case.ToString(), Inbox(state, i)));

    public override bool TryOne(ViewState state, string key, string kind, string id, out IRow? row)
    {
        row = state.Unit(new(key)).Inbox.TryGetValue(CaseId.Parse(id), out var inbox) ? Inbox(state, inbox) : null;
        return true;
    }

    private static InboxRow Inbox(ViewState state, InboxModel inbox)
    {
        var @case = state.Case(inbox.Case);
        var status = @case.Opened ? @case.Status : inbox.Status;
        return new(
            inbox.Case.ToString(), inbox.Number ?? @case.Number, @case.Opened ? CaseRows.ServiceName(state, @case) : inbox.ServiceName ?? state.Words["service.unknown"],
            inbox.Priority.ToString(), status.ToString(), state.Words[$"case.status.{status}"], inbox.ReceivedAt, inbox.Acceptance.At, inbox.Closing.At,
            inbox.Closing.Source, inbox.Closing.Approximate, inbox.AcceptanceOverdue, @case.Overdue, inbox.Confidential || @case.Confidential, @case.AcceptedBy,
            Math.Max(inbox.Reminders, @case.Reminders));
    }
}
