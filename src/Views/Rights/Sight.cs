using Santral.Domain.Kernel;
using Santral.Views.Model;

namespace Santral.Views.Rights;

/// <summary>
/// Who may see what. One place for topics, lists, counts and search, so that what one of them hides no other betrays.
/// What one may not see and what does not exist are answered alike.
/// </summary>
internal static class Sight
{
    public static bool OfTopic(ViewState state, Viewer viewer, TopicKey topic) => topic.Family switch
    {
        TopicFamily.Desk => OfDesk(viewer, new(topic.Key)) && state.Pack.Queues.Any(q => q.Desk.Value == topic.Key),
        TopicFamily.Agent => viewer.Is(StaffRoles.Agent) && viewer.Agent?.Value == topic.Key,
        TopicFamily.Contact => Contact(state, topic.Key) is { } contact && OfContact(state, viewer, contact),
        TopicFamily.Card => Contact(state, topic.Key) is { } contact && OfCard(state, viewer, contact),
        TopicFamily.Case => Guid.TryParse(topic.Key, out var id) && state.Cases.TryGetValue(new(id), out var @case) && OfCase(viewer, @case),
        TopicFamily.Unit => OfUnit(viewer, new(topic.Key)) && state.Pack.Unit(new(topic.Key)) is not null,
        TopicFamily.Directory => viewer.Roles.Count > 0,
    };

    public static bool OfDesk(Viewer viewer, DeskId? desk) => viewer.Is(StaffRoles.Supervisor) && desk is not null && (viewer.Desk is null || viewer.Desk == desk);

    public static bool OfUnit(Viewer viewer, UnitId? unit) => unit is { } id && viewer.Is(StaffRoles.Unit) && viewer.Units.Contains(id);

    /// <summary>Its agent, an agent whom it is offered to, the one who ended it, and supervisors unless it is confidential.</summary>
    public static bool OfContact(ViewState state, Viewer viewer, ContactModel contact) =>
        Holds(state, viewer, contact)
        || (contact.Ended && IsAgent(viewer, contact.LastAgent))
        || (!contact.Restricted && OfDesk(viewer, contact.Desk));

    /// <summary>The card closes with the contact: who the citizen is concerns only those who are serving them.</summary>
    public static bool OfCard(ViewState state, Viewer viewer, ContactModel contact) =>
        !contact.Ended && (Holds(state, viewer, contact) || (!contact.Restricted && OfDesk(viewer, contact.Desk)));

    /// <summary>A confidential case: its unit, who opened it, who was granted it. Answering a later call grants nothing.</summary>
    public static bool OfCase(Viewer viewer, CaseModel @case) =>
        @case.Opened && (OfUnit(viewer, @case.Unit) || IsOpener(viewer, @case) || @case.Granted.Contains(viewer.User) || (!@case.Confidential && ReadsCases(viewer)));

    /// <summary>For lists: a supervisor's desk, an agent's own contacts.</summary>
    public static bool OfListedContact(Viewer viewer, ContactModel contact) =>
        IsOneOf(viewer, contact) || IsAgent(viewer, contact.LastAgent)
        || (!contact.Restricted && (OfDesk(viewer, contact.Desk) || viewer.Is(StaffRoles.Manager) || viewer.Is(StaffRoles.Auditor)));

    /// <summary>A citizen known by confidential contacts and cases alone is found by nobody but the agent who serves them.</summary>
    public static bool OfListedCitizen(Viewer viewer, CitizenModel citizen) =>
        (ReadsCases(viewer) && IsOpenlyKnown(citizen)) || citizen.Live.Any(c => IsOneOf(viewer, c));

    public static bool HasVerified(Viewer viewer, CitizenModel citizen) => citizen.Live.Any(c => c.Verified && IsOneOf(viewer, c));

    private static bool IsOpenlyKnown(CitizenModel citizen) =>
        (citizen.Contacts.Count == 0 && citizen.Cases.Count == 0) || citizen.Contacts.Exists(c => !c.Restricted) || citizen.Cases.Exists(c => !c.Confidential);

    private static bool Holds(ViewState state, Viewer viewer, ContactModel contact) =>
        !contact.Ended && viewer.Agent is { } agent && viewer.Is(StaffRoles.Agent)
        && (contact.Agents().Contains(agent) || contact.OfferedTo == agent || state.SlotsOf(contact.Id).Contains(agent)
            || (state.Agents.TryGetValue(agent, out var model) && model.Offers.Values.Any(o => o.Contact == contact.Id)));

    private static bool IsAgent(Viewer viewer, AgentId? agent) => agent is not null && viewer.Is(StaffRoles.Agent) && viewer.Agent == agent;

    private static bool IsOneOf(Viewer viewer, ContactModel contact) =>
        viewer.Agent is { } agent && viewer.Is(StaffRoles.Agent) && contact.Agents().Contains(agent);

    private static bool IsOpener(Viewer viewer, CaseModel @case) => @case.OpenedBy == viewer.User || (viewer.Agent is { } agent && @case.OpenedBy == agent.Value);

    private static bool ReadsCases(Viewer viewer) =>
        viewer.Is(StaffRoles.Agent) || viewer.Is(StaffRoles.Supervisor) || viewer.Is(StaffRoles.Expert) || viewer.Is(StaffRoles.Chief)
        || viewer.Is(StaffRoles.Manager) || viewer.Is(StaffRoles.Auditor);

    private static ContactModel? Contact(ViewState state, string key) =>
        Guid.TryParse(key, out var id) ? state.Contacts.GetValueOrDefault(new(id)) : null;
}
