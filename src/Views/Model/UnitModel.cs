using Santral.Domain.Cases;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Views.Model;

internal sealed class UnitModel(UnitId id)
{
    public UnitId Id { get; } = id;
    public Dictionary<CaseId, InboxModel> Inbox { get; } = [];
}

internal sealed class InboxModel(CaseId @case)
{
    public CaseId Case { get; } = @case;
    public string? Number { get; set; }
    public string? ServiceName { get; set; }
    public Priority Priority { get; set; }
    public bool Confidential { get; set; }
    public required Deadline Acceptance { get; set; }
    public required Deadline Closing { get; set; }
    public DateTimeOffset ReceivedAt { get; set; }
    public CaseStatus Status { get; set; }
    public bool AcceptanceOverdue { get; set; }
    public int Reminders { get; set; }
}
