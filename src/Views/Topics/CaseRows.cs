using Santral.Domain.Contacts;
using Santral.Views.Model;
using Santral.Views.Rows;

namespace Santral.Views.Topics;

/// <summary>case:{case}: the file in full, for those who may see it.</summary>
internal sealed class CaseRows : TopicRows
{
    public override IEnumerable<RowChange> All(ViewState state, string key)
    {
        if (!Guid.TryParse(key, out var id) || !state.Cases.TryGetValue(new(id), out var @case) || !@case.Opened)
        {
            yield break;
        }

        yield return new("case", key, Case(state, @case));
        foreach (var entry in @case.Entries)
        {
            yield return new("entry", entry.Id, new CaseEntryRow(entry.Id, entry.Kind, EntryWords(state, entry), state.Open(entry.Text), entry.At, entry.Who));
        }
    }

    public static string ServiceName(ViewState state, CaseModel @case) =>
        state.Pack.Service(@case.Service)?.Name ?? @case.ServiceName ?? state.Words["service.unknown"];

    public static string EntryWords(ViewState state, CaseEntryModel entry) => entry.Kind switch
    {
        "resolved" => state.Words.Format("case.entry.resolved", state.Words[$"case.resolution.{entry.Code}"]),
        "escalated" => state.Words.Format("case.entry.escalated", entry.Code),
        "notice" => entry.Status is { } status ? $"{state.Words["case.entry.notice"]} ({state.Words[$"message.status.{status}"]})" : state.Words["case.entry.notice"],
        _ => state.Words[$"case.entry.{entry.Kind}"],
    };

    private static CaseRow Case(ViewState state, CaseModel @case) => new(
        @case.Id.ToString(), @case.Number, @case.Service, ServiceName(state, @case), state.Open(@case.Description) ?? state.Words["who.erased"],
        Place(state.Sealer.Open(@case.Place)), @case.Priority.ToString(), @case.Status.ToString(), state.Words[$"case.status.{@case.Status}"], @case.Unit?.Value,
        @case.UnitName, @case.OpenedAt, @case.OpenedBy, @case.Deadline?.At, @case.Deadline?.Source, @case.Deadline?.Words, @case.Deadline?.Approximate ?? false,
        @case.Confidential, [.. @case.Parties.Select(p => Party(state, p))], [.. state.Pack.Service(@case.Service)?.Documents ?? []],
        @case.Resolution is { } resolution ? state.Words[$"case.resolution.{resolution}"] : null, state.Open(@case.Answer), @case.Reminders, @case.SenderReference);

    private static PartyRow Party(ViewState state, Domain.Cases.Party party)
    {
        var citizen = party.Citizen is { } id ? state.Citizen(id) : null;
        return new(
            party.Role.ToString(), party.Capacity.ToString(), party.Citizen?.ToString(), state.Open(party.Name) ?? (citizen is null ? null : Persons.Name(state, citizen)),
            state.Open(party.Phone) ?? (citizen is null ? null : Persons.Phone(state, citizen)));
    }

    private static string? Place(PostalAddress? place)
    {
        if (place is null)
        {
            return null;
        }

        var door = string.Join("/", new[] { place.OuterDoor, place.InnerDoor }.Where(p => !string.IsNullOrWhiteSpace(p)));
        var words = string.Join(", ", new[] { place.Neighbourhood, place.Street, door, place.District, place.Province, place.Directions }.Where(p => !string.IsNullOrWhiteSpace(p)));
        return words.Length == 0 ? null : words;
    }
}
