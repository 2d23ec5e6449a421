using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.Domain.Cases;

/// <summary>A person's part in a case. Applicant, beneficiary and informant are often three people.</summary>
public sealed record Party(PartyRole Role, Capacity Capacity, CitizenId? Citizen, Sealed<string>? Name, Sealed<string>? Phone);

public enum PartyRole
{
    Applicant,
    Beneficiary,
    Informant,
}

public enum CaseStatus
{
    Open,
    Escalated,
    Accepted,
    Returned,
    Resolved,
}

/// <summary>Until when, and by what right: the source is always shown beside the date.</summary>
/// <param name="Source"><c>law</c>, <c>text</c> or <c>setting</c> (belediye ayarı).</param>
/// <param name="Words">The source in words, such as "yaklaşık 15 iş günü".</param>
public sealed record Deadline(DateTimeOffset At, string Source, bool Approximate, string Words);

public abstract record CaseCommand : ICommand;

/// <param name="Service">A pack's service id; unknown is kept as <paramref name="RawService"/> and goes to triage.</param>
public sealed record OpenCase(
    ContactId? Contact, string? Service, string? RawService, Sealed<string> Description, Sealed<PostalAddress>? Place, Priority Priority, ImmutableArray<Party> Parties,
    bool Confidential, string OpenedBy, string? SenderReference) : CaseCommand;
public sealed record Escalate(UnitId Unit, Sealed<string>? Note, string Who) : CaseCommand;
public sealed record AcceptCase(UnitId Unit, string Who) : CaseCommand;
public sealed record ReturnCase(UnitId Unit, Sealed<string> Reason, string Who) : CaseCommand;
public sealed record AddCaseNote(Sealed<string> Note, string Who, UnitId? Unit) : CaseCommand;

/// <param name="Template">What the citizen is told; null only for a confidential case or when nobody can be told.</param>
public sealed record ResolveCase(UnitId Unit, CaseResolution Resolution, Sealed<string> Answer, string Who) : CaseCommand;
public sealed record ReopenCase(Sealed<string>? Reason, string Who) : CaseCommand;

/// <summary>A repeat call about an open case attaches to it.</summary>
public sealed record AttachContact(ContactId Contact) : CaseCommand;

/// <summary>Tekit et: reminds the unit with count and days.</summary>
public sealed record RemindUnit(string Who, ContactId? Contact) : CaseCommand;
public sealed record GrantAccess(string Who, string GrantedBy) : CaseCommand;
public sealed record ConfirmNumber(string Number) : CaseCommand;
public sealed record NumberTaken(string Number) : CaseCommand;
public sealed record CaseTimer(string Name) : CaseCommand;

public enum CaseResolution
{
    Fulfilled,
    Rejected,
    Informed,
    ReferredOutside,
    Withdrawn,
    Duplicate,
    Unreachable,
}

public abstract record CaseEvent : IEvent;

public sealed record CaseOpened(
    ContactId? Contact, string? Service, string? ServiceName, string? RawService, Sealed<string> Description, Sealed<PostalAddress>? Place, Priority Priority,
    ImmutableArray<Party> Parties, bool Confidential, string OpenedBy, string? SenderReference, Deadline? Deadline, DateTimeOffset At) : CaseEvent;
public sealed record NumberRequested(string Number) : CaseEvent;
public sealed record CaseNumbered(string Number) : CaseEvent;
public sealed record CaseEscalated(UnitId Unit, string UnitName, Sealed<string>? Note, Deadline Acceptance, Deadline Closing, string Who, DateTimeOffset At) : CaseEvent;
public sealed record CaseAccepted(UnitId Unit, string Who, DateTimeOffset At) : CaseEvent;
public sealed record CaseReturned(UnitId Unit, Sealed<string> Reason, string Who, DateTimeOffset At) : CaseEvent;
public sealed record CaseNoteAdded(Sealed<string> Note, string Who, UnitId? Unit, DateTimeOffset At) : CaseEvent;
public sealed record CaseResolved(UnitId Unit, CaseResolution Resolution, Sealed<string> Answer, string Who, DateTimeOffset At) : CaseEvent;

/// <param name="Deadline">The service's answer period counted anew; null when it has none.</param>
public sealed record CaseReopened(Sealed<string>? Reason, string Who, DateTimeOffset At, Deadline? Deadline = null) : CaseEvent;

public sealed record ContactAttached(ContactId Contact, DateTimeOffset At) : CaseEvent;
public sealed record UnitReminded(UnitId Unit, int Count, string Who, DateTimeOffset At) : CaseEvent;
public sealed record AccessGranted(string Who, string GrantedBy, DateTimeOffset At) : CaseEvent;
public sealed record DeadlineNear(string Which, DateTimeOffset At) : CaseEvent;
public sealed record DeadlinePassed(string Which, DateTimeOffset At) : CaseEvent;

public sealed record CaseIsOpen(CaseId Case) : IReply;

// The actor that owns one case number.

public abstract record CaseNumberCommand : ICommand;

public sealed record ClaimNumber(CaseId Case) : CaseNumberCommand;

public abstract record CaseNumberEvent : IEvent;

public sealed record NumberClaimed(CaseId Case) : CaseNumberEvent;
