using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Citizens;

public abstract record CitizenCommand : ICommand;

/// <summary>The first sight of a citizen: nothing is known but an address.</summary>
public sealed record Register(AddressKey Address, Channel Channel, Sealed<string>? Value, Sealed<string>? ProfileName) : CitizenCommand;
public sealed record AddAddress(AddressKey Address, Channel Channel, Sealed<string> Value) : CitizenCommand;

/// <param name="IdentityHash">Keyed hash of a checked TCKN or YKN; the number itself is sealed.</param>
/// <param name="SearchTerms">Keyed hashes of the trigrams of the Turkish-folded name and of phone digits.</param>
public sealed record Identify(
    Sealed<string>? Name, Sealed<string>? IdentityNumber, string? IdentityHash, string? Language, ImmutableArray<string> PriorityGroups, ImmutableArray<string> SearchTerms) : CitizenCommand;
public sealed record SetSafeContact(SafeContact Settings) : CitizenCommand;
public sealed record RecordNotice(string Notice, Channel Channel) : CitizenCommand;

/// <summary>Someone read the record; reads are journalled.</summary>
public sealed record RecordRead(string Who, string Role, ContactId? Contact) : CitizenCommand;

public sealed record PromiseCallback(Guid Task, DateTimeOffset Due, AgentId? Owner, DeskId Desk, Sealed<string>? Note, ContactId? Contact) : CitizenCommand;
public sealed record CompleteCallback(Guid Task, string Who, string Result) : CitizenCommand;

/// <summary>The owner leaves; the promise stays, with another owner or with the pool (null).</summary>
public sealed record ReassignCallback(Guid Task, AgentId? Owner) : CitizenCommand;

/// <summary>From a contact or case: may we reach this citizen so, now? The one check of safe contact.</summary>
public sealed record CheckOutreach(ActorId Asker, Guid Request, Outreach Outreach) : CitizenCommand;

/// <summary>From a case: tell the citizen, by the best way that safe contact and the provider's rules allow.</summary>
/// <param name="Template">The pack's template; its body is also the SMS text. {{1}} is the case number, the values follow from {{2}}.</param>
public sealed record Inform(CaseId Case, string CaseNumber, string Template, ImmutableArray<Sealed<string>> Values, bool Confidential) : CitizenCommand;

public sealed record NoteContact(ContactId Contact, Channel Channel, AddressKey Address, string Line, DateTimeOffset At, bool CitizenSpoke) : CitizenCommand;
public sealed record NoteContactOutcome(ContactId Contact, ContactOutcome Outcome, DateTimeOffset At) : CitizenCommand;
public sealed record NoteCase(CaseId Case, string? Number, string? Service, string Status, bool Confidential, DateTimeOffset At) : CitizenCommand;
public sealed record NoteNoticeStatus(string ProviderMessageId, Guid? MessageId, MessageStatus Status, string? Error) : CitizenCommand;
public sealed record CallbackDue(Guid Task) : CitizenCommand;

public abstract record CitizenEvent : IEvent;

public sealed record CitizenRegistered(DateTimeOffset At) : CitizenEvent;
public sealed record AddressAdded(AddressKey Address, Channel Channel, Sealed<string>? Value) : CitizenEvent;
public sealed record ProfileNameSeen(Sealed<string> Name) : CitizenEvent;
public sealed record Identified(
    Sealed<string>? Name, Sealed<string>? IdentityNumber, string? IdentityHash, string? Language, ImmutableArray<string> PriorityGroups, ImmutableArray<string> SearchTerms) : CitizenEvent;
public sealed record SafeContactSet(SafeContact Settings) : CitizenEvent;
public sealed record NoticeRecorded(string Notice, Channel Channel, DateTimeOffset At) : CitizenEvent;
public sealed record RecordWasRead(string Who, string Role, ContactId? Contact, DateTimeOffset At) : CitizenEvent;
public sealed record CallbackPromised(Guid Task, DateTimeOffset Due, AgentId? Owner, DeskId Desk, Sealed<string>? Note, ContactId? Contact, DateTimeOffset At) : CitizenEvent;
public sealed record CallbackOverdue(Guid Task, DateTimeOffset At) : CitizenEvent;
public sealed record CallbackReassigned(Guid Task, AgentId? Owner) : CitizenEvent;
public sealed record CallbackCompleted(Guid Task, string Who, string Result, DateTimeOffset At) : CitizenEvent;
public sealed record OutreachJudged(ActorId Asker, Guid Request, Outreach Outreach, string? RefusalCode, DateTimeOffset At) : CitizenEvent;
public sealed record NoticeWritten(Guid MessageId, CaseId Case, Channel Channel, Sealed<string> To, string Line, string Template, ImmutableArray<Sealed<string>> Values, DateTimeOffset At,
    string? CaseNumber = null) : CitizenEvent;

/// <summary>No allowed way exists; the unit sees it and must find another.</summary>
public sealed record NoticeWithheld(CaseId Case, string Template, string Code, DateTimeOffset At) : CitizenEvent;
public sealed record NoticeStatusChanged(Guid MessageId, MessageStatus Status, string? ProviderMessageId, string? Code, DateTimeOffset At) : CitizenEvent;
public sealed record ContactNoted(ContactId Contact, Channel Channel, AddressKey Address, string Line, DateTimeOffset At, bool CitizenSpoke) : CitizenEvent;
public sealed record ContactOutcomeNoted(ContactId Contact, ContactOutcome Outcome, DateTimeOffset At) : CitizenEvent;
public sealed record CaseNoted(CaseId Case, string? Number, string? Service, string Status, bool Confidential, DateTimeOffset At) : CitizenEvent;
