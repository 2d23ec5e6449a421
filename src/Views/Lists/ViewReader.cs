using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Views.Model;
using Santral.Views.Rights;
using Santral.Views.Rows;
using Santral.Views.Topics;

namespace Santral.Views.Lists;

/// <summary>What can be asked of the views at one moment.</summary>
public readonly ref struct ViewReader
{
    private readonly ViewState state;

    internal ViewReader(ViewState state) => this.state = state;

    public bool MaySee(Viewer viewer, string topic) => TopicKey.Parse(topic) is { } key && Sight.OfTopic(state, viewer, key);

    /// <summary>True while the viewer's agent serves this citizen and the pack's questions are recorded as answered.</summary>
    public bool HasVerified(Viewer viewer, CitizenId citizen) => state.Citizens.TryGetValue(citizen, out var model) && Sight.HasVerified(viewer, model);

    /// <summary>An agent may ring who is openly known, who is being served by them, and whom a promise of theirs or of the pool concerns.</summary>
    public bool MayReach(Viewer viewer, CitizenId citizen)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return state.Citizens.TryGetValue(citizen, out var model) && viewer.Agent is { } agent
            && (Sight.OfListedCitizen(viewer, model) || model.Callbacks.Values.Any(c => c.Owner is null || c.Owner == agent));
    }

    public ContactFacts? Contact(ContactId id) => state.Contacts.TryGetValue(id, out var c)
        ? new(c.Id, c.Medium, c.Channel, c.From, c.Citizen, c.Line, c.Desk, [.. c.Agents()], c.Restricted, c.Ended, [.. c.Cases])
        : null;

    public CaseFacts? Case(CaseId id) => state.Cases.TryGetValue(id, out var c) && c.Opened
        ? new(c.Id, c.Number, c.Unit, c.Confidential, c.OpenedBy, c.Status, [.. c.Citizens.Select(p => p.Id)])
        : null;

    public AgentFacts? Agent(AgentId id) => state.Agents.TryGetValue(id, out var a)
        ? new(a.Id, a.Defined, a.Desk, a.Endpoint, a.Extension, a.Joined)
        : null;

    public OfferFacts? Offer(OfferId id) => state.Offers.TryGetValue(id, out var o) ? new(o.Id, o.Contact, o.Agent, o.Desk) : null;

    /// <summary>The owner is null in the pool.</summary>
    public CallbackFacts? Callback(CitizenId citizen, Guid task) =>
        state.Citizens.TryGetValue(citizen, out var c) && c.Callbacks.TryGetValue(task, out var found) ? new(task, found.Owner, found.Desk) : null;

    public CitizenFacts? Citizen(CitizenId id) => state.Citizens.TryGetValue(id, out var c)
        ? new(c.Id, Persons.PhoneAddress(state, c)?.Value, Persons.PhoneAddress(state, c)?.Key, Persons.Phone(state, c), [.. c.PriorityGroups], c.Safe.Addresses)
        : null;

    public ListPage<ContactListRow> Contacts(Viewer viewer, ListFilter filter) => ContactList.Page(state, viewer, filter);

    public ListPage<CaseListRow> Cases(Viewer viewer, ListFilter filter) => CaseList.Page(state, viewer, filter);

    public ListPage<CitizenListRow> Citizens(Viewer viewer, ListFilter filter) => CitizenList.Page(state, viewer, filter);

    public Report Report(DateOnly from, DateOnly to) => Reports.Of(state, from, to);
}

public sealed record ContactFacts(
    ContactId Id, Medium Medium, Channel Channel, AddressKey? From, CitizenId? Citizen, string Line, DeskId? Desk, IReadOnlyList<AgentId> Agents, bool Restricted, bool Ended,
    IReadOnlyList<CaseId> Cases);

public sealed record CaseFacts(
    CaseId Id, string Number, UnitId? Unit, bool Confidential, string OpenedBy, Domain.Cases.CaseStatus Status, IReadOnlyList<CitizenId> Citizens);

public sealed record AgentFacts(AgentId Id, bool Defined, DeskId? Desk, string? Endpoint, string? Extension, bool Joined);

public sealed record OfferFacts(OfferId Id, ContactId Contact, AgentId Agent, DeskId Desk);

public sealed record CallbackFacts(Guid Task, AgentId? Owner, DeskId Desk);

/// <param name="Number">The first number that can be dialled, still sealed, for an effect; <paramref name="Phone"/> opened, for the search terms.</param>
public sealed record CitizenFacts(
    CitizenId Id, Sealed<string>? Number, AddressKey? NumberKey, string? Phone, IReadOnlyList<string> PriorityGroups, System.Collections.Immutable.ImmutableArray<AddressKey> SafeAddresses);
