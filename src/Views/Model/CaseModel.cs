using System.Collections.Immutable;
using Santral.Domain.Cases;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Views.Model;

internal sealed class CaseModel(CaseId id)
{
    public CaseId Id { get; } = id;
    public bool Opened { get; set; }
    public string Number { get; set; } = "";
    public string? Service { get; set; }
    public string? ServiceName { get; set; }
    public Sealed<string>? Description { get; set; }
    public Sealed<PostalAddress>? Place { get; set; }
    public Priority Priority { get; set; } = Priority.P4;
    public CaseStatus Status { get; set; }
    public bool Confidential { get; set; }
    public string OpenedBy { get; set; } = "";
    public DateTimeOffset OpenedAt { get; set; }
    public string? SenderReference { get; set; }
    public UnitId? Unit { get; set; }
    public string? UnitName { get; set; }
    public string? AcceptedBy { get; set; }
    public Deadline? Deadline { get; set; }
    public bool Overdue { get; set; }
    public ImmutableArray<Party> Parties { get; set; } = [];
    public CaseResolution? Resolution { get; set; }
    public Sealed<string>? Answer { get; set; }
    public int Reminders { get; set; }
    public HashSet<string> Granted { get; } = [];
    public List<CaseEntryModel> Entries { get; } = [];
    public List<CitizenModel> Citizens { get; } = [];
    public HashSet<ContactModel> Contacts { get; } = [];

    /// <summary>Units in whose inbox it stands.</summary>
    public HashSet<UnitId> Inboxes { get; } = [];

    public bool Live => Status is not CaseStatus.Resolved;
}

/// <param name="Code">A word of the domain (an outcome, a status), turned into text when drawn.</param>
internal sealed record CaseEntryModel(string Id, string Kind, DateTimeOffset At, string Who, Sealed<string>? Text = null, string? Code = null, MessageStatus? Status = null);
