using System.Collections.Immutable;
using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

public abstract record ContactEvent : IEvent;

public sealed record CallStarted(
    string Leg, AddressKey From, CitizenId? Citizen, Sealed<string>? Number, string Line, string LineName, DeskId Desk, DateTimeOffset ArrivedAt, DateTimeOffset CountsFrom,
    bool Open, bool Recorded, bool Confidential, string? Announcement) : ContactEvent;

public sealed record OutboundStarted(AgentId Agent, string Endpoint, CitizenId Citizen, Sealed<string> Number, DeskId Desk, string CallerId, DateTimeOffset At, AddressKey? To = null) : ContactEvent;

public sealed record ConversationStarted(
    Channel Channel, AddressKey From, CitizenId Citizen, Sealed<string> Address, string Line, DeskId Desk, DateTimeOffset ArrivedAt) : ContactEvent;

public sealed record FormReceived(
    Channel Channel, AddressKey? From, CitizenId? Citizen, string? SenderReference, string? Service, string? RawService, Sealed<string> Text, Sealed<string>? Name,
    Sealed<PostalAddress>? Place, DeskId Desk, DateTimeOffset ArrivedAt) : ContactEvent;

/// <summary>The next prompt began; the flow is a fixed sequence whose names are those of the sounds.</summary>
public sealed record PromptStarted(string Prompt) : ContactEvent;
public sealed record KeyPressed(string Digit) : ContactEvent;
public sealed record NoticeGiven(string Notice, DateTimeOffset At) : ContactEvent;

/// <summary>The contact waits. Skills, priority and the start of its age are fixed here for routing and for replay.</summary>
public sealed record ContactQueued(
    QueueId Queue, string QueueName, DeskId Desk, ImmutableArray<string> Skills, Priority Priority, DateTimeOffset CountsFrom, DateTimeOffset At, AgentId? Only, AgentId? ReturnTo) : ContactEvent;
public sealed record ContactOffered(OfferId Offer, AgentId Agent, DateTimeOffset Until) : ContactEvent;
public sealed record ContactOfferEnded(OfferId Offer, AgentId Agent, OfferEnd End) : ContactEvent;
public sealed record ContactAssigned(OfferId Offer, AgentId Agent, string? Leg, DateTimeOffset At) : ContactEvent;
public sealed record AgentRinging(AgentId Agent, string Leg, DateTimeOffset Until) : ContactEvent;
public sealed record AgentLegFailed(AgentId Agent, string Leg, LegFailure Cause) : ContactEvent;

/// <summary>Both hear each other from here on.</summary>
public sealed record Connected(AgentId Agent, DateTimeOffset At) : ContactEvent;
public sealed record CallerDialled(string Leg, DateTimeOffset Until) : ContactEvent;
public sealed record CallerHeld(DateTimeOffset At) : ContactEvent;
public sealed record CallerResumed(DateTimeOffset At) : ContactEvent;
public sealed record TransferStarted(AgentId By, TransferTarget Target, Sealed<string>? Note, bool Attended, string? Leg, DateTimeOffset Until) : ContactEvent;
public sealed record TransferAnswered(string Leg) : ContactEvent;
public sealed record TransferCompleted(AgentId By, TransferTarget Target) : ContactEvent;
public sealed record TransferReturned(AgentId To, TransferTarget Target, LegFailure Cause) : ContactEvent;

public sealed record MessageReceived(IncomingMessage Message) : ContactEvent;
public sealed record MessageWritten(
    Guid MessageId, AgentId Agent, Sealed<string> Text, string? Template, ImmutableArray<Sealed<string>> TemplateValues, Channel Channel, DateTimeOffset At) : ContactEvent;

/// <param name="Code">Why, when the status is Refused, Failed or InDoubt.</param>
public sealed record MessageStatusChanged(Guid MessageId, MessageStatus Status, string? ProviderMessageId, string? Code, DateTimeOffset At) : ContactEvent;

public sealed record NoteWritten(AgentId Agent, Sealed<string> Note, DateTimeOffset At) : ContactEvent;
public sealed record CapacitySet(Capacity Capacity) : ContactEvent;
public sealed record SubjectAdded(ContactSubject Subject) : ContactEvent;
public sealed record IncidentTagged(string? Label) : ContactEvent;
public sealed record CitizenLinked(CitizenId Citizen) : ContactEvent;
public sealed record VerificationRecorded(AgentId Agent, bool Passed, DateTimeOffset At) : ContactEvent;
public sealed record PriorityRaised(Priority Priority, string Who) : ContactEvent;
public sealed record CaseLinked(CaseId Case) : ContactEvent;
public sealed record RecordingStarted(string Name, DateTimeOffset At) : ContactEvent;
public sealed record RecordingEnded(string Name, TimeSpan Length) : ContactEvent;
public sealed record HandedOver(AgentId From, AgentId? To, DateTimeOffset At) : ContactEvent;

/// <summary>The agent's live part is over; the agent writes up. The outcome is the agent's to set unless it is already certain.</summary>
/// <param name="Certain">How the contact ended whatever the agent records, such as a call that the switch lost.</param>
public sealed record WrapUpStarted(AgentId Agent, DateTimeOffset At, DateTimeOffset? Until, ContactOutcome? Certain = null) : ContactEvent;

/// <summary>
/// One agent's after-contact work is over while the contact goes on: with a colleague after a transfer, because it came
/// back, or because the citizen wrote again (then <see cref="Connected"/> follows).
/// </summary>
/// <param name="Outcome">What this agent recorded; kept for the end unless the end is already certain.</param>
public sealed record WrapUpEnded(AgentId Agent, ContactOutcome? Outcome, string? Category, DateTimeOffset At) : ContactEvent;
public sealed record ContactEnded(ContactOutcome Outcome, string? Category, AgentId? Agent, DateTimeOffset At) : ContactEvent;
