using Santral.Domain.Citizens;
using Santral.Domain.Kernel;
using Santral.Engine.Intake;
using Santral.Views.Lists;
using Santral.Views.Model;

namespace Santral.Views.Fold;

internal static class CitizenProjection
{
    public static void Apply(ViewState state, CitizenId id, CitizenEvent @event)
    {
        var citizen = state.Citizen(id);
        switch (@event)
        {
            case CitizenRegistered e:
                citizen.RegisteredAt = e.At;
                break;
            case AddressAdded e:
                if (!citizen.Addresses.Exists(a => a.Key == e.Address))
                {
                    citizen.Addresses.Add(new(e.Address, e.Channel, e.Value));
                }

                AddNumber(state, citizen, e.Value);
                break;
            case ProfileNameSeen e:
                citizen.ProfileName = e.Name;
                citizen.SearchTerms.UnionWith(SearchTerms.Of(state.Sealer, state.Open(e.Name), null));
                break;
            case Identified e:
                citizen.Name = e.Name ?? citizen.Name;
                citizen.IdentityNumber = e.IdentityNumber ?? citizen.IdentityNumber;
                citizen.IdentityHash = e.IdentityHash ?? citizen.IdentityHash;
                citizen.Language = e.Language ?? citizen.Language;
                citizen.PriorityGroups = [.. e.PriorityGroups];
                citizen.SearchTerms.UnionWith(e.SearchTerms);
                break;
            case SafeContactSet e:
                citizen.Safe = e.Settings;
                break;
            case CallbackPromised e:
                var promised = new CallbackModel(e.Task, id) { Due = e.Due, Owner = e.Owner, Desk = e.Desk, Note = e.Note, Contact = e.Contact };
                if (citizen.Callbacks.TryGetValue(e.Task, out var earlier))
                {
                    Disown(state, earlier);
                }

                citizen.Callbacks[e.Task] = promised;
                Own(state, promised, e.Owner);
                break;
            case CallbackOverdue e:
                if (citizen.Callbacks.TryGetValue(e.Task, out var overdue))
                {
                    overdue.Overdue = true;
                    CitizenMarks.Callback(state, overdue);
                }

                break;
            case CallbackReassigned e:
                if (citizen.Callbacks.TryGetValue(e.Task, out var moved))
                {
                    Disown(state, moved);
                    Own(state, moved, e.Owner);
                }

                break;
            case CallbackCompleted e:
                if (citizen.Callbacks.Remove(e.Task, out var done))
                {
                    Disown(state, done);
                }

                break;
            case NoticeWritten e:
                Notice(state, e.Case, new($"{e.MessageId:N}", "notice", e.At, "system", Code: e.Template));
                break;
            case NoticeWithheld e:
                Notice(state, e.Case, new($"withheld:{e.Template}:{e.At.UtcTicks}", "noticeWithheld", e.At, "system", Code: e.Code));
                break;
            case NoticeStatusChanged e:
                NoticeStatus(state, citizen, e);
                break;
            case NoticeRecorded or RecordWasRead or OutreachJudged or ContactNoted or ContactOutcomeNoted or CaseNoted:
                // Who rang and what became of it is read from the contacts and cases themselves.
                return;
            default:
                throw new InvalidOperationException($"The views know no citizen event {@event.GetType().Name}.");
        }

        CitizenMarks.Touch(state, citizen);
    }

    /// <summary>Only hashes are kept; the number itself stays sealed.</summary>
    private static void AddNumber(ViewState state, CitizenModel citizen, Sealed<string>? value)
    {
        if (state.Open(value) is { } number && Addressing.Phone(number) is { } phone)
        {
            citizen.SearchTerms.UnionWith(SearchTerms.Of(state.Sealer, null, phone));
        }
    }

    private static void Own(ViewState state, CallbackModel callback, AgentId? owner)
    {
        callback.Owner = owner;
        if (owner is { } agent)
        {
            state.Agent(agent).Tasks[callback.Task] = callback;
        }
        else
        {
            state.PoolTasks[callback.Task] = callback;
        }

        CitizenMarks.Callback(state, callback);
    }

    private static void Disown(ViewState state, CallbackModel callback)
    {
        CitizenMarks.Callback(state, callback);
        state.PoolTasks.Remove(callback.Task);
        if (callback.Owner is { } agent)
        {
            state.Agent(agent).Tasks.Remove(callback.Task);
        }
    }

    private static void Notice(ViewState state, CaseId id, CaseEntryModel entry)
    {
        var @case = state.Case(id);
        @case.Entries.RemoveAll(e => e.Id == entry.Id);
        @case.Entries.Add(entry);
        state.Marks.Row(TopicFamily.Case, id.ToString(), "entry", entry.Id);
    }

    private static void NoticeStatus(ViewState state, CitizenModel citizen, NoticeStatusChanged e)
    {
        var key = $"{e.MessageId:N}";
        foreach (var @case in citizen.Cases)
        {
            var at = @case.Entries.FindIndex(n => n.Id == key);
            if (at >= 0)
            {
                @case.Entries[at] = @case.Entries[at] with { Status = e.Status };
                state.Marks.Row(TopicFamily.Case, @case.Id.ToString(), "entry", key);
            }
        }
    }
}
