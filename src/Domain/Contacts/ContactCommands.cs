using System.Collections.Immutable;
using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

/// <summary>Everything a contact can be asked. Grouped by who asks.</summary>
public abstract record ContactCommand : ICommand;

// From the address, when a citizen arrives.

/// <param name="Leg">The caller's channel at the switch.</param>
/// <param name="CountsFrom">Earlier than <paramref name="ArrivedAt"/> when an abandoned caller rang back in time.</param>
/// <param name="Announcement">A supervisor's announcement that is switched on for this line: a sound's name.</param>
public sealed record StartCall(
    string Leg, AddressKey From, CitizenId? Citizen, Sealed<string>? Number, string Line, DateTimeOffset ArrivedAt, DateTimeOffset CountsFrom, string? Announcement) : ContactCommand;

/// <param name="Address">Where replies go: a phone number, or an opaque id for senders without one.</param>
public sealed record StartConversation(
    Channel Channel, AddressKey From, CitizenId Citizen, Sealed<string> Address, string Line, DateTimeOffset ArrivedAt, IncomingMessage First) : ContactCommand;

/// <param name="SenderReference">The sender's own number (CİMER, Açık Kapı…), kept and searchable.</param>
/// <param name="Service">A pack's service id; unknown or missing goes to triage with the raw text kept.</param>
public sealed record StartForm(
    Channel Channel, AddressKey? From, CitizenId? Citizen, string? SenderReference, string? Service, Sealed<string> Text, Sealed<string>? Name, Sealed<PostalAddress>? Place,
    DateTimeOffset ArrivedAt) : ContactCommand;

public sealed record ReceiveMessage(IncomingMessage Message) : ContactCommand;

// From the console.

/// <summary>An agent rings a citizen: the agent's phone first, then the citizen's.</summary>
/// <param name="To">Which of the citizen's addresses it is; without it a citizen with a list of safe addresses is not rung.</param>
public sealed record StartOutbound(AgentId Agent, string Endpoint, CitizenId Citizen, Sealed<string> Number, DeskId Desk, string CallerId, AddressKey? To = null) : ContactCommand;
public sealed record HoldCaller(AgentId Agent) : ContactCommand;
public sealed record ResumeCaller(AgentId Agent) : ContactCommand;
public sealed record EndContact(AgentId Agent) : ContactCommand;
public sealed record TransferBlind(AgentId Agent, TransferTarget Target, Sealed<string>? Note) : ContactCommand;
public sealed record StartConsult(AgentId Agent, TransferTarget Target, Sealed<string>? Note) : ContactCommand;
public sealed record CompleteTransfer(AgentId Agent) : ContactCommand;
public sealed record CancelConsult(AgentId Agent) : ContactCommand;

/// <summary>A reply. <paramref name="Template"/> names an approved template when the window is closed; <paramref name="ViaSms"/> falls back to SMS.</summary>
public sealed record WriteMessage(AgentId Agent, Guid MessageId, Sealed<string> Text, string? Template, ImmutableArray<Sealed<string>> TemplateValues, bool ViaSms) : ContactCommand;
public sealed record WriteNote(AgentId Agent, Sealed<string> Note) : ContactCommand;
public sealed record SetCapacity(AgentId Agent, Capacity Capacity) : ContactCommand;
public sealed record AddSubject(AgentId Agent, ContactSubject Subject) : ContactCommand;
public sealed record TagIncident(string Who, string? Label) : ContactCommand;
public sealed record LinkCitizen(AgentId Agent, CitizenId Citizen) : ContactCommand;
public sealed record RecordVerification(AgentId Agent, bool Passed) : ContactCommand;
public sealed record RaisePriority(string Who, Priority Priority) : ContactCommand;
public sealed record MoveToQueue(string Who, QueueId Queue) : ContactCommand;
public sealed record LinkCase(AgentId Agent, CaseId Case) : ContactCommand;

/// <summary>Ends wrap-up: the contact is over.</summary>
public sealed record FinishContact(AgentId Agent, ContactOutcome Outcome, string? Category) : ContactCommand;

// From the switch.

public sealed record CallerPressed(string Digit) : ContactCommand;

/// <param name="Heard">False when the switch could not play it: the flow goes on, but a notice was not given.</param>
public sealed record PromptEnded(string Prompt, bool Heard = true) : ContactCommand;
public sealed record CallerHungUp(string Cause) : ContactCommand;
public sealed record LegAnswered(string Leg) : ContactCommand;
public sealed record LegFailed(string Leg, LegFailure Cause) : ContactCommand;
public sealed record LegHungUp(string Leg) : ContactCommand;
public sealed record RecordingStored(string Name, TimeSpan Length) : ContactCommand;

/// <summary>After a reconnect the switch no longer has this call.</summary>
public sealed record CallVanished : ContactCommand;

// From the desk.

public sealed record NoteOffered(OfferId Offer, AgentId Agent, DateTimeOffset Until) : ContactCommand;
public sealed record NoteOfferEnded(OfferId Offer, AgentId Agent, OfferEnd End) : ContactCommand;
public sealed record Assign(OfferId Offer, AgentId Agent, string? Endpoint) : ContactCommand;
public sealed record NotePosition(int Position, int Waiting) : ContactCommand;

/// <summary>The agent left: the conversation goes back to the pool or to a colleague.</summary>
public sealed record HandOver(AgentId From, AgentId? To) : ContactCommand;

// From the citizen, which holds the one check of safe contact.

public sealed record OutreachAllowed(Guid Request) : ContactCommand;
public sealed record OutreachRefused(Guid Request, string Code) : ContactCommand;

// From the messaging port.

public sealed record NoteMessageStatus(string ProviderMessageId, Guid? MessageId, MessageStatus Status, string? Error) : ContactCommand;

// From the contact's own alarms.

public sealed record ContactTimer(string Name) : ContactCommand;

public enum OfferEnd
{
    TimedOut,
    Declined,
    AgentLeft,
    Withdrawn,
    Superseded,
}
