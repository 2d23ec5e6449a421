using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Agents;

public abstract record AgentCommand : ICommand;

/// <summary>Made or changed by an administrator. The name is an employee's, sealed under <c>agent/…</c>.</summary>
/// <param name="Endpoint">The switch's name of the agent's phone, such as <c>PJSIP/ag101</c>.</param>
/// <param name="Extension">What colleagues dial.</param>
public sealed record DefineAgent(
    Sealed<string> Name, DeskId Desk, ImmutableArray<string> Skills, int Conversations, string? Endpoint, string? Extension) : AgentCommand;
public sealed record SignIn(string Console) : AgentCommand;
public sealed record SetPresence(Presence Presence, string? Reason) : AgentCommand;

/// <summary>Open conversations and tasks go to <paramref name="HandOverTo"/> or to the pool, never silently.</summary>
public sealed record SignOff(AgentId? HandOverTo) : AgentCommand;

// From the desk: the day's record.

public sealed record NotePresence(Presence Presence, string? Reason, DateTimeOffset At) : AgentCommand;

/// <summary>Once per offer, when it ended; <paramref name="End"/> null means it was accepted.</summary>
public sealed record NoteOffer(OfferId Offer, ContactId Contact, OfferEnd? End, DateTimeOffset At) : AgentCommand;
public sealed record NoteDone(ContactId Contact, DateTimeOffset At) : AgentCommand;

/// <summary>The desk has let the agent go: the sign-off is complete.</summary>
public sealed record NoteLeft(DateTimeOffset At) : AgentCommand;

// From citizens: promises this agent owns, so that signing off can hand them over.

public sealed record NoteCallback(Guid Task, CitizenId Citizen, DateTimeOffset Due, bool Open) : AgentCommand;

public abstract record AgentEvent : IEvent;

public sealed record AgentDefined(Sealed<string> Name, DeskId Desk, ImmutableArray<string> Skills, int Conversations, string? Endpoint, string? Extension) : AgentEvent;
public sealed record SignedIn(DateTimeOffset At) : AgentEvent;

/// <summary>The desk would not take the agent, such as <c>desk.full</c>: signed off again.</summary>
public sealed record SignInRefused(string Code, DateTimeOffset At) : AgentEvent;

/// <summary>Still signed in until the desk lets go: <see cref="SignedOff"/> or <see cref="SignOffRefused"/> follows.</summary>
public sealed record SignOffAsked(AgentId? HandOverTo, DateTimeOffset At) : AgentEvent;

/// <summary>The desk would not let the agent go, such as <c>agent.on_call</c>: stays signed in.</summary>
public sealed record SignOffRefused(string Code, DateTimeOffset At) : AgentEvent;
public sealed record SignedOff(DateTimeOffset At, AgentId? HandOverTo) : AgentEvent;
public sealed record PresenceNoted(Presence Presence, string? Reason, DateTimeOffset At) : AgentEvent;
public sealed record OfferNoted(OfferId Offer, ContactId Contact, OfferEnd? End, DateTimeOffset At) : AgentEvent;
public sealed record ContactDone(ContactId Contact, DateTimeOffset At) : AgentEvent;
public sealed record CallbackNoted(Guid Task, CitizenId Citizen, DateTimeOffset Due, bool Open) : AgentEvent;
