using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Engine.Ports;
using Santral.Views.Text;

namespace Santral.Views.Model;

/// <summary>Everything the views remember: a function of the journal's records in order, and of nothing else.</summary>
internal sealed class ViewState(Pack pack, ISealer sealer)
{
    public Pack Pack { get; } = pack;
    public ISealer Sealer { get; } = sealer;
    public Words Words { get; } = new(pack);
    public Marks Marks { get; } = new();
    public long Sequence { get; set; }

    /// <summary>The time of the last record; the views have no clock of their own.</summary>
    public DateTimeOffset Now { get; set; }
    public DateOnly Today { get; set; }
    public Dictionary<ContactId, ContactModel> Contacts { get; } = [];
    public List<ContactModel> ContactsByArrival { get; } = [];
    public Dictionary<CitizenId, CitizenModel> Citizens { get; } = [];
    public List<CitizenModel> CitizensByArrival { get; } = [];
    public Dictionary<CaseId, CaseModel> Cases { get; } = [];
    public List<CaseModel> CasesByArrival { get; } = [];
    public Dictionary<AgentId, AgentModel> Agents { get; } = [];
    public Dictionary<DeskId, DeskModel> Desks { get; } = [];
    public Dictionary<UnitId, UnitModel> Units { get; } = [];

    /// <summary>Live offers of all desks, so that a contact's callback to an offer finds its agent.</summary>
    public Dictionary<OfferId, OfferModel> Offers { get; } = [];

    /// <summary>Agents of whom a contact fills a slot: two while one writes up what another goes on with.</summary>
    public Dictionary<ContactId, SortedSet<string>> SlotOf { get; } = [];

    /// <summary>Promises that nobody owns: every agent of the desk sees them.</summary>
    public Dictionary<Guid, CallbackModel> PoolTasks { get; } = [];
    public Dictionary<ContactId, DeskId> WaitingAt { get; } = [];
    public Dictionary<ContactId, List<OfferModel>> OffersOf { get; } = [];
    public SortedDictionary<DateOnly, DayModel> Days { get; } = [];

    public IEnumerable<AgentId> SlotsOf(ContactId contact) =>
        SlotOf.TryGetValue(contact, out var agents) ? agents.Select(a => new AgentId(a)) : [];

    public IEnumerable<AgentId> OfferedTo(ContactId contact) => OffersOf.TryGetValue(contact, out var offers) ? offers.Select(o => o.Agent) : [];

    public DateOnly LocalDay(DateTimeOffset at) => DateOnly.FromDateTime(Pack.Zone.Local(at).DateTime);

    public ContactModel Contact(ContactId id) => Contacts.TryGetValue(id, out var found) ? found : Contacts[id] = new(id);
    public CitizenModel Citizen(CitizenId id)
    {
        if (!Citizens.TryGetValue(id, out var found))
        {
            Citizens.Add(id, found = new(id));
            CitizensByArrival.Add(found);
        }

        return found;
    }

    public CaseModel Case(CaseId id) => Cases.TryGetValue(id, out var found) ? found : Cases[id] = new(id);
    public AgentModel Agent(AgentId id) => Agents.TryGetValue(id, out var found) ? found : Agents[id] = new(id);
    public DeskModel Desk(DeskId id) => Desks.TryGetValue(id, out var found) ? found : Desks[id] = new(id);
    public UnitModel Unit(UnitId id) => Units.TryGetValue(id, out var found) ? found : Units[id] = new(id);
    public DayModel Day(DateTimeOffset at)
    {
        var day = LocalDay(at);
        return Days.TryGetValue(day, out var found) ? found : Days[day] = new();
    }

    /// <summary>Null also when the value's key was destroyed.</summary>
    public string? Open(Sealed<string>? value) => Sealer.Open(value);
}
