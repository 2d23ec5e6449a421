using Santral.Domain.Kernel;
using Santral.Domain.Units;
using Santral.Views.Model;

namespace Santral.Views.Fold;

internal static class UnitProjection
{
    public static void Apply(ViewState state, UnitId id, UnitEvent @event)
    {
        var unit = state.Unit(id);
        switch (@event)
        {
            case CaseReceived e:
                state.Case(e.Case).Inboxes.Add(id);
                unit.Inbox[e.Case] = new(e.Case)
                {
                    Number = e.Number,
                    ServiceName = e.ServiceName,
                    Priority = e.Priority,
                    Confidential = e.Confidential,
                    Acceptance = e.Acceptance,
                    Closing = e.Closing,
                    ReceivedAt = e.At,
                    Status = Domain.Cases.CaseStatus.Escalated,
                };
                Mark(state, id, e.Case);
                break;
            case CaseStatusNoted e:
                Change(state, unit, e.Case, row =>
                {
                    row.Status = e.Status;
                    row.Number = e.Number ?? row.Number;
                });
                break;
            case ReminderNoted e:
                Change(state, unit, e.Case, row => row.Reminders = e.Count);
                break;
            case CaseReleased e:
                unit.Inbox.Remove(e.Case);
                state.Case(e.Case).Inboxes.Remove(id);
                Mark(state, id, e.Case);
                break;
            case AcceptanceOverdue e:
                Change(state, unit, e.Case, row => row.AcceptanceOverdue = true);
                break;
            default:
                throw new InvalidOperationException($"The views know no unit event {@event.GetType().Name}.");
        }
    }

    private static void Change(ViewState state, UnitModel unit, CaseId id, Action<InboxModel> change)
    {
        if (unit.Inbox.TryGetValue(id, out var row))
        {
            change(row);
            Mark(state, unit.Id, id);
        }
    }

    private static void Mark(ViewState state, UnitId unit, CaseId id) => state.Marks.Row(TopicFamily.Unit, unit.Value, "inbox", id.ToString());
}
