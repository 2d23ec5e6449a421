using Santral.Views.Model;
using Santral.Views.Rights;
using Santral.Views.Rows;
using Santral.Views.Topics;

namespace Santral.Views.Lists;

internal static class CitizenList
{
    public static ListPage<CitizenListRow> Page(ViewState state, Viewer viewer, ListFilter filter)
    {
        var search = string.IsNullOrWhiteSpace(filter.Query) ? null : new Search(state, filter.Query);
        return Pages.Newest(
            state.CitizensByArrival, c => Sight.OfListedCitizen(viewer, c) && Matches(c, filter) && (search is null || search.Finds(c)), c => c.Id.ToString(),
            c => Row(state, viewer, c), filter.Take, filter.After);
    }

    private static bool Matches(CitizenModel citizen, ListFilter filter) =>
        (filter.Since is null || LastContact(citizen) >= filter.Since)
        && (filter.Channel is null || citizen.Contacts.Exists(c => !c.Restricted && string.Equals(c.Channel.ToString(), filter.Channel, StringComparison.OrdinalIgnoreCase)))
        && (filter.Unit is null || citizen.Cases.Exists(c => !c.Confidential && c.Unit?.Value == filter.Unit))
        && (filter.Status is null || citizen.Cases.Exists(c => !c.Confidential && string.Equals(c.Status.ToString(), filter.Status, StringComparison.OrdinalIgnoreCase)));

    private static CitizenListRow Row(ViewState state, Viewer viewer, CitizenModel citizen)
    {
        var verified = Sight.HasVerified(viewer, citizen);
        return new(
            citizen.Id.ToString(), (verified ? Persons.Name(state, citizen) : null) ?? Persons.Initials(state, citizen), verified,
            [.. citizen.Cases.Where(c => c is { Confidential: false, Live: true }).Select(c => CaseRows.ServiceName(state, c)).Distinct(StringComparer.Ordinal)],
            LastContact(citizen));
    }

    private static DateTimeOffset? LastContact(CitizenModel citizen) => citizen.Contacts.Where(c => !c.Restricted).Select(c => (DateTimeOffset?)c.ArrivedAt).Max();
}
