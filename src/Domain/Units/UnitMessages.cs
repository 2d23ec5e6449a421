using Santral.Domain.Cases;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Units;

public abstract record UnitCommand : ICommand;

public sealed record ReceiveCase(CaseId Case, string? Number, string? ServiceName, Priority Priority, bool Confidential, Deadline Acceptance, Deadline Closing) : UnitCommand;
public sealed record NoteCaseStatus(CaseId Case, string? Number, CaseStatus Status, DateTimeOffset At) : UnitCommand;
public sealed record NoteReminder(CaseId Case, int Count, DateTimeOffset At) : UnitCommand;

/// <summary>The case is resolved, returned or with another unit.</summary>
public sealed record ReleaseCase(CaseId Case, CaseStatus Status, DateTimeOffset At) : UnitCommand;
public sealed record AcceptanceDue(CaseId Case) : UnitCommand;

public abstract record UnitEvent : IEvent;

public sealed record CaseReceived(
    CaseId Case, string? Number, string? ServiceName, Priority Priority, bool Confidential, Deadline Acceptance, Deadline Closing, DateTimeOffset At) : UnitEvent;
public sealed record CaseStatusNoted(CaseId Case, string? Number, CaseStatus Status, DateTimeOffset At) : UnitEvent;
public sealed record ReminderNoted(CaseId Case, int Count, DateTimeOffset At) : UnitEvent;
public sealed record CaseReleased(CaseId Case, CaseStatus Status, DateTimeOffset At) : UnitEvent;
public sealed record AcceptanceOverdue(CaseId Case, DateTimeOffset At) : UnitEvent;
