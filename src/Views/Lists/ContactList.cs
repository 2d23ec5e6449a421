using Santral.Views.Model;
using Santral.Views.Rights;
using Santral.Views.Rows;
using Santral.Views.Topics;

namespace Santral.Views.Lists;

internal static class ContactList
{
    public static ListPage<ContactListRow> Page(ViewState state, Viewer viewer, ListFilter filter)
    {
        var search = string.IsNullOrWhiteSpace(filter.Query) ? null : new Search(state, filter.Query);
        return Pages.Newest(
            state.ContactsByArrival, c => Sight.OfListedContact(viewer, c) && Matches(state, c, filter) && (search is null || Found(state, viewer, c, search)),
            c => c.Id.ToString(), c => Row(state, c), filter.Take, filter.After);
    }

    private static bool Matches(ViewState state, ContactModel contact, ListFilter filter) =>
        (filter.Channel is null || Is(contact.Channel, filter.Channel))
        && (filter.Since is null || contact.ArrivedAt >= filter.Since)
        && (filter.Status is null || IsStatus(contact, filter.Status))
        && (filter.Unit is null || contact.Cases.Exists(c => state.Cases.TryGetValue(c, out var linked) && !linked.Confidential && linked.Unit?.Value == filter.Unit));

    private static bool IsStatus(ContactModel contact, string status) => status.ToUpperInvariant() switch
    {
        "LIVE" => !contact.Ended,
        "ENDED" => contact.Ended,
        _ => Is(contact.Stage, status) || (contact.Outcome is { } outcome && Is(outcome, status)),
    };

    private static bool Is<T>(T value, string name) where T : struct, Enum => string.Equals(value.ToString(), name, StringComparison.OrdinalIgnoreCase);

    private static bool Found(ViewState state, Viewer viewer, ContactModel contact, Search search) =>
        string.Equals(contact.SenderReference, search.Text, StringComparison.OrdinalIgnoreCase)
        || (contact.Citizen is { } id && search.Finds(state.Citizen(id)))
        || contact.Cases.Exists(c => state.Cases.TryGetValue(c, out var linked) && Sight.OfCase(viewer, linked) && search.Finds(linked));

    private static ContactListRow Row(ViewState state, ContactModel contact) => new(
        contact.Id.ToString(), contact.Medium.ToString(), contact.Channel.ToString(), contact.Stage.ToString(), Persons.Outside(state, contact),
        AgentDeskRows.QueueName(state, contact), contact.Priority.ToString(), contact.ArrivedAt, contact.ConnectedAt, contact.EndedAt, contact.Outcome?.ToString(),
        contact.Category, contact.Shown?.Value, contact.Incident, contact.SenderReference, contact.Outbound);
}
