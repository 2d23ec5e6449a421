using System.Globalization;
using Santral.Domain.Citizens;
using Santral.Views.Model;
using Santral.Views.Rows;

namespace Santral.Views.Topics;

/// <summary>
/// card:{contact}: the citizen as this contact may see them. A number only suggests a person: until the pack's questions are
/// recorded as answered there are initials and the names of services, and of a confidential case there is never anything.
/// </summary>
internal sealed class CardRows : TopicRows
{
    /// <summary>Entries of the timeline, newest kept.</summary>
    private const int TimelineLength = 50;

    public override IEnumerable<RowChange> All(ViewState state, string key)
    {
        if (!Guid.TryParse(key, out var id) || !state.Contacts.TryGetValue(new(id), out var contact) || contact.Citizen is not { } citizenId)
        {
            yield break;
        }

        var citizen = state.Citizen(citizenId);
        yield return new("citizen", citizenId.ToString(), contact.Verified ? Known(state, contact, citizen) : Suggested(state, contact, citizen));
        foreach (var @case in citizen.Cases.Where(c => !c.Confidential))
        {
            var row = contact.Verified ? Open(state, @case) : Named(state, contact, @case);
            yield return new("case", row.Id, row);
        }

        if (contact.Verified)
        {
            foreach (var row in Timeline(state, contact, citizen))
            {
                yield return new("timeline", row.Id, row);
            }
        }
    }

    private static CitizenRow Suggested(ViewState state, ContactModel contact, CitizenModel citizen) => new(
        citizen.Id.ToString(), contact.ConfidentialLine ? state.Words["who.confidential"] : Persons.Initials(state, citizen), false, null, null, citizen.Language, [],
        null, [.. state.Pack.VerificationQuestions], 0, null);

    private static CitizenRow Known(ViewState state, ContactModel contact, CitizenModel citizen)
    {
        var seen = citizen.Contacts.Where(c => Visible(c, contact)).ToArray();
        return new(
            citizen.Id.ToString(), Persons.Name(state, citizen) ?? state.Words["who.unknown"], true, Mask(state.Open(citizen.IdentityNumber)),
            Persons.Phone(state, citizen), citizen.Language, citizen.PriorityGroups, SafeWords(state, citizen.Safe), [.. state.Pack.VerificationQuestions],
            seen.Length, seen.Where(c => c != contact).Select(c => (DateTimeOffset?)c.ArrivedAt).Max(), Settings(citizen.Safe));
    }

    private static CardCaseRow Open(ViewState state, CaseModel @case) => new(
        @case.Id.ToString(), @case.Number, CaseRows.ServiceName(state, @case), @case.Status.ToString(), state.Words[$"case.status.{@case.Status}"], @case.UnitName,
        @case.OpenedAt, @case.Deadline?.At, @case.Deadline?.Source, @case.Overdue);

    /// <summary>The name of the service and nothing else; the id leads nowhere.</summary>
    private static CardCaseRow Named(ViewState state, ContactModel contact, CaseModel @case) => new(
        state.Sealer.Hash("card", $"{contact.Id}/{@case.Id}"), "", CaseRows.ServiceName(state, @case), "", "", null, DateTimeOffset.UnixEpoch, null, null, false);

    private static IEnumerable<TimelineRow> Timeline(ViewState state, ContactModel own, CitizenModel citizen)
    {
        var contacts = citizen.Contacts.Where(c => Visible(c, own)).Select(c => new TimelineRow(
            c.Id.ToString(), "contact", ContactWords(state, c), c.ArrivedAt, null, c.Id.ToString()));
        var cases = citizen.Cases.Where(c => !c.Confidential).SelectMany(c => c.Entries.Where(IsMilestone).Select(e => new TimelineRow(
            $"{c.Id}.{e.Id}", "case", state.Words.Format("timeline.case", CaseRows.ServiceName(state, c), CaseRows.EntryWords(state, e)), e.At, c.Id.ToString(), null)));
        return contacts.Concat(cases).OrderByDescending(r => r.At).ThenBy(r => r.Id, StringComparer.Ordinal).Take(TimelineLength);
    }

    private static string ContactWords(ViewState state, ContactModel contact) => contact.Outcome is { } outcome
        ? state.Words.Format("timeline.ended", state.Words[$"channel.{contact.Channel}"], state.Words[$"outcome.{outcome}"])
        : state.Words.Format("timeline.contact", state.Words[$"channel.{contact.Channel}"]);

    private static bool IsMilestone(CaseEntryModel entry) => entry.Kind is "opened" or "escalated" or "accepted" or "returned" or "resolved" or "reopened";

    /// <summary>A contact on a confidential line, or about a confidential case, is known to itself alone.</summary>
    private static bool Visible(ContactModel contact, ContactModel own) => contact == own || !contact.Restricted;

    private static string? Mask(string? identity) => identity is { Length: > 2 } ? new string('•', identity.Length - 2) + identity[^2..] : null;

    private static SafeContactRow Settings(SafeContact safe) => new(
        Hour(safe.From), Hour(safe.Until), safe.Channels.IsDefaultOrEmpty ? [] : [.. safe.Channels.Select(c => c.ToString())], safe.NeverCall, safe.TextOnly,
        safe.NoOutreach, safe.Language);

    private static string? Hour(TimeOnly? hour) => hour?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? SafeWords(ViewState state, SafeContact safe)
    {
        var words = new List<string>();
        if (safe.NoOutreach)
        {
            words.Add(state.Words["safe.noOutreach"]);
        }

        if (safe.NeverCall)
        {
            words.Add(state.Words["safe.neverCall"]);
        }

        if (safe.TextOnly)
        {
            words.Add(state.Words["safe.textOnly"]);
        }

        if (safe is { From: { } from, Until: { } until })
        {
            words.Add(state.Words.Format("safe.hours", from.ToString("HH:mm", CultureInfo.InvariantCulture), until.ToString("HH:mm", CultureInfo.InvariantCulture)));
        }

        if (!safe.Channels.IsDefaultOrEmpty)
        {
            words.Add(state.Words.Format("safe.channels", string.Join(", ", safe.Channels.Select(c => state.Words[$"channel.{c}"]))));
        }

        if (!safe.Addresses.IsDefaultOrEmpty)
        {
            words.Add(state.Words["safe.addresses"]);
        }

        return words.Count == 0 ? null : string.Join("; ", words);
    }
}
