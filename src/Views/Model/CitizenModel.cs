using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Views.Model;

internal sealed class CitizenModel(CitizenId id)
{
    public CitizenId Id { get; } = id;
    public DateTimeOffset RegisteredAt { get; set; }
    public Sealed<string>? Name { get; set; }
    public Sealed<string>? ProfileName { get; set; }
    public Sealed<string>? IdentityNumber { get; set; }
    public string? IdentityHash { get; set; }
    public string? Language { get; set; }
    public string[] PriorityGroups { get; set; } = [];
    public SafeContact Safe { get; set; } = SafeContact.Anything;
    public List<CitizenAddress> Addresses { get; } = [];

    /// <summary>Keyed hashes of trigrams; there is no plaintext index.</summary>
    public HashSet<string> SearchTerms { get; } = [];
    public List<ContactModel> Contacts { get; } = [];
    public HashSet<ContactModel> Live { get; } = [];
    public List<CaseModel> Cases { get; } = [];
    public Dictionary<Guid, CallbackModel> Callbacks { get; } = [];
}

internal sealed record CitizenAddress(AddressKey Key, Channel Channel, Sealed<string>? Value);

internal sealed class CallbackModel(Guid task, CitizenId citizen)
{
    public Guid Task { get; } = task;
    public CitizenId Citizen { get; } = citizen;
    public DateTimeOffset Due { get; set; }
    public AgentId? Owner { get; set; }
    public DeskId Desk { get; set; }
    public Sealed<string>? Note { get; set; }
    public ContactId? Contact { get; set; }
    public bool Overdue { get; set; }
}
