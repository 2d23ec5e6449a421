using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

public enum Channel
{
    Voice,
    WhatsApp,
    Sms,
    Web,
    Cimer,
    AcikKapi,
    WalkIn,
}

/// <summary>What kind of slot a contact takes of an agent: one call, or one of N conversations.</summary>
public enum Medium
{
    Call,
    Conversation,
}

/// <summary>P1 life danger now, P2 same day (violence, child, disaster), P3 priority groups, P4 normal, P5 information.</summary>
public enum Priority
{
    P1 = 1,
    P2 = 2,
    P3 = 3,
    P4 = 4,
    P5 = 5,
}

/// <summary>How a contact ended. Every ending has a name; none is "other".</summary>
public enum ContactOutcome
{
    Informed,
    CaseOpened,
    CaseFollowedUp,
    Transferred,
    ReferredOutside,
    CallbackPromised,
    Abandoned,
    AbandonedInPrompt,
    ClosedHours,
    SilentCall,
    WrongNumber,
    WarnedAndEnded,
    NoAnswer,
    Busy,
    Unreachable,
    Refused,
    Disconnected,
    SwitchLost,
    TimedOut,
    Duplicate,
}

/// <summary>In what capacity someone speaks.</summary>
public enum Capacity
{
    Self,
    Relative,
    Neighbour,
    Muhtar,
    Police,
    Institution,
    LegalRepresentative,
    Anonymous,
    Unknown,
}

/// <summary>Someone a contact is about, who may be another than the caller.</summary>
public sealed record ContactSubject(CitizenId? Citizen, Sealed<string>? Name, Sealed<string>? Note);

/// <summary>Where a call can be sent.</summary>
public enum TransferKind
{
    Agent,
    Queue,
    Extension,
    Outside,
}

/// <param name="Value">An agent id, a queue id, an extension, or (sealed elsewhere when personal) a number as dialled.</param>
public sealed record TransferTarget(TransferKind Kind, string Value, string Label);

/// <summary>The citizen's words as they came. <paramref name="ProviderMessageId"/> removes duplicates.</summary>
public sealed record IncomingMessage(string ProviderMessageId, string Provider, Sealed<string> Text, DateTimeOffset ReceivedAt, int Attachments = 0);

public enum Direction
{
    Inbound,
    Outbound,
}

/// <summary>What is known of an outbound message. Nothing is shown as sent that was not.</summary>
public enum MessageStatus
{
    Pending,
    Refused,
    Queued,
    Sent,
    Delivered,
    Read,
    Failed,
    InDoubt,
}

/// <summary>Why a leg of a call came to nothing.</summary>
public enum LegFailure
{
    NoAnswer,
    Busy,
    Rejected,
    Unreachable,
    Cancelled,
}
