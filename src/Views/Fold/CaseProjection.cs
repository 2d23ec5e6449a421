using Santral.Domain.Cases;
using Santral.Domain.Kernel;
using Santral.Views.Model;

namespace Santral.Views.Fold;

internal static class CaseProjection
{
    public static void Apply(ViewState state, CaseId id, CaseEvent @event, long version, int ordinal)
    {
        var @case = state.Case(id);
        var rights = (@case.Unit, @case.Confidential, @case.OpenedBy, @case.Granted.Count);
        var entry = $"{version}.{ordinal}";
        switch (@event)
        {
            case CaseOpened e:
                Open(state, @case, e);
                @case.Entries.Add(new(entry, "opened", e.At, e.OpenedBy));
                break;
            case NumberRequested e:
                @case.Number = e.Number;
                break;
            case CaseNumbered e:
                @case.Number = e.Number;
                break;
            case CaseEscalated e:
                @case.Status = CaseStatus.Escalated;
                @case.Unit = e.Unit;
                @case.UnitName = e.UnitName;
                @case.AcceptedBy = null;
                @case.Deadline ??= e.Closing;
                @case.Entries.Add(new(entry, "escalated", e.At, e.Who, e.Note, e.UnitName));
                break;
            case CaseAccepted e:
                @case.Status = CaseStatus.Accepted;
                @case.AcceptedBy = e.Who;
                @case.Entries.Add(new(entry, "accepted", e.At, e.Who));
                break;
            case CaseReturned e:
                @case.Status = CaseStatus.Returned;
                @case.AcceptedBy = null;
                @case.Entries.Add(new(entry, "returned", e.At, e.Who, e.Reason));
                break;
            case CaseNoteAdded e:
                @case.Entries.Add(new(entry, "note", e.At, e.Who, e.Note));
                break;
            case CaseResolved e:
                @case.Status = CaseStatus.Resolved;
                @case.Resolution = e.Resolution;
                @case.Answer = e.Answer;
                @case.Entries.Add(new(entry, "resolved", e.At, e.Who, e.Answer, e.Resolution.ToString()));
                break;
            case CaseReopened e:
                @case.Status = @case.Unit is null ? CaseStatus.Open : CaseStatus.Escalated;
                @case.Resolution = null;
                @case.Overdue = false;
                @case.Entries.Add(new(entry, "reopened", e.At, e.Who, e.Reason));
                break;
            case ContactAttached e:
                @case.Entries.Add(new(entry, "contact", e.At, "system"));
                break;
            case UnitReminded e:
                @case.Reminders = e.Count;
                @case.Entries.Add(new(entry, "reminded", e.At, e.Who));
                break;
            case AccessGranted e:
                @case.Granted.Add(e.Who);
                @case.Entries.Add(new(entry, "granted", e.At, e.GrantedBy));
                break;
            case DeadlineNear e:
                @case.Entries.Add(new(entry, "deadlineNear", e.At, "system"));
                break;
            case DeadlinePassed e:
                @case.Overdue |= !IsAcceptance(e.Which);
                @case.Entries.Add(new(entry, "deadlinePassed", e.At, "system"));
                break;
            default:
                throw new InvalidOperationException($"The views know no case event {@event.GetType().Name}.");
        }

        Mark(state, @case);
        if (rights != (@case.Unit, @case.Confidential, @case.OpenedBy, @case.Granted.Count))
        {
            state.Marks.Rights(TopicFamily.Case, id.ToString());
        }
    }

    /// <summary>The acceptance deadline is the unit's own row; passing it does not make the case late for the citizen.</summary>
    private static bool IsAcceptance(string which) => which.StartsWith("accept", StringComparison.OrdinalIgnoreCase);

    private static void Open(ViewState state, CaseModel @case, CaseOpened e)
    {
        if (!@case.Opened)
        {
            state.CasesByArrival.Add(@case);
        }

        @case.Opened = true;
        @case.Service = e.Service;
        @case.ServiceName = e.ServiceName ?? e.RawService;
        @case.Description = e.Description;
        @case.Place = e.Place;
        @case.Priority = e.Priority;
        @case.Confidential |= e.Confidential || state.Pack.Service(e.Service) is { Confidential: true };
        @case.OpenedBy = e.OpenedBy;
        @case.OpenedAt = e.At;
        @case.SenderReference = e.SenderReference;
        @case.Deadline = e.Deadline;
        @case.Parties = e.Parties;
        foreach (var party in e.Parties)
        {
            if (party.Citizen is { } id && state.Citizen(id) is var citizen && !@case.Citizens.Contains(citizen))
            {
                @case.Citizens.Add(citizen);
                citizen.Cases.Add(@case);
            }
        }

        if (e.Contact is { } contactId)
        {
            @case.Contacts.Add(state.Contact(contactId));
        }

        // Linked before it was known to be confidential: the contact would betray it.
        foreach (var contact in @case.Contacts)
        {
            var before = Standing.Of(contact);
            contact.ConfidentialCase |= @case.Confidential;
            ContactMarks.Compare(state, contact, before);
        }
    }

    private static void Mark(ViewState state, CaseModel @case)
    {
        var id = @case.Id.ToString();
        state.Marks.Topic(TopicFamily.Case, id);
        foreach (var unit in @case.Inboxes)
        {
            state.Marks.Row(TopicFamily.Unit, unit.Value, "inbox", id);
        }

        foreach (var citizen in @case.Citizens)
        {
            CitizenMarks.Touch(state, citizen);
        }
    }
}
