using System.Collections.Immutable;
using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

/// <summary>One call, conversation or form: not begun, in one of its phases, or over.</summary>
public abstract record ContactState
{
    private ContactState()
    {
    }

    public sealed record Fresh(ContactId Id) : ContactState;

    public sealed record Live(Facts Facts, Phase Phase) : ContactState;

    /// <summary>Over; only what was already on its way (a message's status, a case link, a recording) is still noted.</summary>
    public sealed record Ended(Facts Facts, ContactOutcome Outcome) : ContactState;
}

/// <summary>What stays true of a contact across its phases.</summary>
public sealed record Facts
{
    public required ContactId Id { get; init; }
    public required Medium Medium { get; init; }
    public required Channel Channel { get; init; }
    public required DeskId Desk { get; init; }
    public required string Line { get; init; }
    public required DateTimeOffset ArrivedAt { get; init; }
    public required DateTimeOffset CountsFrom { get; init; }
    public AddressKey? From { get; init; }
    public CitizenId? Citizen { get; init; }
    public QueueId? Queue { get; init; }
    public Priority Priority { get; init; } = Priority.P4;

    /// <summary>Agents who write up; each holds a slot of the desk where the contact was with them.</summary>
    public ImmutableArray<Writer> Writers { get; init; } = [];

    /// <summary>Who had it last: may still link the case that was being opened when it ended.</summary>
    public AgentId? LastAgent { get; init; }
    public int Subjects { get; init; }

    /// <summary>The transfer under way, or null.</summary>
    public Transfer? Transfer { get; init; }

    // Calls.

    /// <summary>The citizen's leg; empty until an outbound call has dialled it.</summary>
    public string CallerLeg { get; init; } = "";
    public bool Open { get; init; } = true;
    public bool Recorded { get; init; }

    /// <summary>True once the KVKK notice was heard to its end: only then may anything be recorded.</summary>
    public bool NoticeGiven { get; init; }
    public string? Announcement { get; init; }

    /// <summary>The last key pressed before the menu.</summary>
    public string? Key { get; init; }
    public int InvalidKeys { get; init; }

    /// <summary>Legs rung so far: names the next one.</summary>
    public int Legs { get; init; }
    public int Recordings { get; init; }

    // Conversations.

    /// <summary>Where replies go.</summary>
    public Sealed<string>? Address { get; init; }
    public DateTimeOffset? LastInboundAt { get; init; }

    /// <summary>The last word is the citizen's.</summary>
    public bool Unanswered { get; init; }
    public Outbox Outbox { get; init; } = Outbox.Empty;

    /// <summary>Providers' ids of the last <see cref="MostSeen"/> messages.</summary>
    public ImmutableArray<string> Seen { get; init; } = [];

    /// <summary>Retries come within minutes of the first delivery; the address keeps the long memory.</summary>
    public const int MostSeen = 200;
    public const int MostSubjects = 50;
}

public sealed record Writer(AgentId Agent, DeskId Desk);

public sealed record Transfer(AgentId By, TransferTarget Target);
