using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

public abstract record DeskCommand : ICommand;

// From agents.

public sealed record JoinDesk(AgentId Agent, ImmutableArray<string> Skills, int Conversations, string? Endpoint) : DeskCommand;
public sealed record ChangePresence(AgentId Agent, Presence Presence, string? Reason) : DeskCommand;

/// <summary>Pending offers end; conversations are handed to <paramref name="HandOverTo"/> or to the pool. Refused while on a call.</summary>
public sealed record LeaveDesk(AgentId Agent, AgentId? HandOverTo) : DeskCommand;
public sealed record AcceptOffer(OfferId Offer, AgentId Agent) : DeskCommand;
public sealed record DeclineOffer(OfferId Offer, AgentId Agent, string Reason) : DeskCommand;

/// <summary>An outbound or transferred call takes the agent's call slot without an offer.</summary>
public sealed record TakeSlot(ContactId Contact, AgentId Agent, Medium Medium) : DeskCommand;

// From contacts.

/// <param name="Only">Offered to this agent alone (a transfer), until it is moved to a queue.</param>
/// <param name="CountsFrom">Start of its age; a returned contact keeps it.</param>
public sealed record Enqueue(
    ContactId Contact, QueueId Queue, Medium Medium, ImmutableArray<string> Skills, Priority Priority, DateTimeOffset CountsFrom, AgentId? Only) : DeskCommand;
public sealed record Withdraw(ContactId Contact) : DeskCommand;
public sealed record Reprioritise(ContactId Contact, Priority Priority) : DeskCommand;
public sealed record AskPosition(ContactId Contact) : DeskCommand;

/// <summary>The accepted agent's phone could not be reached; the agent goes to Missed or PhoneUnreachable.</summary>
public sealed record ReportLegFailure(ContactId Contact, AgentId Agent, LegFailure Cause) : DeskCommand;
public sealed record BeginWrapUp(ContactId Contact, AgentId Agent) : DeskCommand;
public sealed record ReleaseSlot(ContactId Contact, AgentId Agent) : DeskCommand;

// From supervisors.

public sealed record SwitchAnnouncement(string Line, string? Sound, string Who) : DeskCommand;

/// <summary>An agent asks for the supervisor; shown live until someone answers it.</summary>
public sealed record AskHelp(AgentId Agent, ContactId? Contact) : DeskCommand;
public sealed record AnswerHelp(AgentId Agent, string Who) : DeskCommand;

// From alarms.

public sealed record ExpireOffer(OfferId Offer) : DeskCommand;

/// <summary>The agent who declined this contact (or for whom alone it waited in vain) was passed over long enough.</summary>
public sealed record EndRound(ContactId Contact) : DeskCommand;

public enum Presence
{
    /// <summary>Takes offers.</summary>
    Ready,
    Break,

    /// <summary>Zor görüşme molası: after a hard call.</summary>
    HardCallBreak,

    /// <summary>An offer went unanswered; back by a click.</summary>
    Missed,

    /// <summary>The phone did not answer or could not be reached; back by a click.</summary>
    PhoneUnreachable,
    Meeting,
}

public abstract record DeskEvent : IEvent;

public sealed record AgentJoined(AgentId Agent, ImmutableArray<string> Skills, int Conversations, string? Endpoint, DateTimeOffset At) : DeskEvent;
public sealed record PresenceChanged(AgentId Agent, Presence Presence, string? Reason, DateTimeOffset At) : DeskEvent;
public sealed record AgentLeft(AgentId Agent, DateTimeOffset At) : DeskEvent;

/// <param name="Rank">CountsFrom minus the priority's head start: the smallest goes first.</param>
public sealed record ContactEnqueued(
    ContactId Contact, QueueId Queue, Medium Medium, ImmutableArray<string> Skills, Priority Priority, DateTimeOffset CountsFrom, DateTimeOffset Rank, AgentId? Only, DateTimeOffset At) : DeskEvent;
public sealed record ContactWithdrawn(ContactId Contact, DateTimeOffset At) : DeskEvent;
public sealed record ContactReprioritised(ContactId Contact, Priority Priority, DateTimeOffset Rank) : DeskEvent;
public sealed record OfferMade(OfferId Offer, ContactId Contact, AgentId Agent, Medium Medium, DateTimeOffset At, DateTimeOffset Until) : DeskEvent;
public sealed record OfferAccepted(OfferId Offer, ContactId Contact, AgentId Agent, DateTimeOffset At) : DeskEvent;

/// <summary>The contact waits again with its age.</summary>
public sealed record OfferClosed(OfferId Offer, ContactId Contact, AgentId Agent, OfferEnd End, string? Reason, DateTimeOffset At) : DeskEvent;

/// <summary>The agent who declined the contact may be offered it again.</summary>
public sealed record RoundEnded(ContactId Contact) : DeskEvent;
public sealed record SlotTaken(ContactId Contact, AgentId Agent, Medium Medium, DateTimeOffset At) : DeskEvent;
public sealed record WrapUpBegan(ContactId Contact, AgentId Agent, DateTimeOffset At) : DeskEvent;
public sealed record SlotReleased(ContactId Contact, AgentId Agent, DateTimeOffset At) : DeskEvent;
public sealed record AnnouncementSwitched(string Line, string? Sound, string Who, DateTimeOffset At) : DeskEvent;
public sealed record HelpAsked(AgentId Agent, ContactId? Contact, DateTimeOffset At) : DeskEvent;
public sealed record HelpAnswered(AgentId Agent, string Who, DateTimeOffset At) : DeskEvent;

public sealed record OfferTaken(OfferId Offer, ContactId Contact) : IReply;
