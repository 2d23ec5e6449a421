using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Views.Model;

/// <summary>What the views know of one contact. Personal data stays sealed here; rows open it.</summary>
internal sealed class ContactModel(ContactId id)
{
    public ContactId Id { get; } = id;

    /// <summary>It has spoken for itself; until then others have only named it.</summary>
    public bool Known { get; set; }
    public Medium Medium { get; set; }
    public Channel Channel { get; set; }
    public bool Outbound { get; set; }
    public AddressKey? From { get; set; }
    public CitizenId? Citizen { get; set; }
    public string Line { get; set; } = "";
    public DeskId? Desk { get; set; }
    public DateTimeOffset ArrivedAt { get; set; }

    /// <summary>The line's own promise: nothing of this contact reaches a supervisor or a list.</summary>
    public bool ConfidentialLine { get; set; }

    /// <summary>A confidential case was opened in it; then the contact itself would betray the case.</summary>
    public bool ConfidentialCase { get; set; }
    public bool Restricted => ConfidentialLine || ConfidentialCase;

    public QueueId? Queue { get; set; }
    public string QueueName { get; set; } = "";
    public Priority Priority { get; set; } = Priority.P4;
    public DateTimeOffset? QueuedAt { get; set; }
    public ContactStage Stage { get; set; } = ContactStage.Arriving;
    public DateTimeOffset StageSince { get; set; }
    public AgentId? Holder { get; set; }

    /// <summary>The colleague being consulted: rings, then speaks with the holder; the caller is held.</summary>
    public AgentId? Partner { get; set; }
    public bool PartnerAnswered { get; set; }

    /// <summary>Kept after the end, so that the last agent still finds the contact.</summary>
    public AgentId? LastAgent { get; set; }
    public AgentId? OfferedTo { get; set; }
    public DateTimeOffset? ConnectedAt { get; set; }
    public DateTimeOffset? TalkingSince { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public ContactOutcome? Outcome { get; set; }
    public string? Category { get; set; }
    public Capacity Capacity { get; set; } = Capacity.Unknown;
    public string? Incident { get; set; }

    /// <summary>Those the caller speaks for; the contact's decider bounds how many.</summary>
    public List<ContactSubject> Subjects { get; } = [];
    public bool Verified { get; set; }
    public Sealed<string>? Note { get; set; }
    public Sealed<string>? TransferNote { get; set; }
    public string? TransferTo { get; set; }
    public bool Recording { get; set; }

    /// <summary>Agents who write up, while the contact may go on with another.</summary>
    public SortedDictionary<string, WrapUpModel> WrapUps { get; } = new(StringComparer.Ordinal);
    public DateTimeOffset? LastInboundAt { get; set; }
    public int Unread { get; set; }
    public string? SenderReference { get; set; }
    public List<CaseId> Cases { get; } = [];
    public List<MessageModel> Messages { get; } = [];

    public bool Ended => EndedAt is not null;

    /// <summary>Everyone in whose left column it stands.</summary>
    public IEnumerable<AgentId> Agents()
    {
        if (Holder is { } holder)
        {
            yield return holder;
        }

        if (Partner is { } partner)
        {
            yield return partner;
        }

        foreach (var wrapUp in WrapUps.Values)
        {
            yield return wrapUp.Agent;
        }
    }

    /// <summary>The agent whose name stands on the contact.</summary>
    public AgentId? Shown => Holder ?? (WrapUps.Count > 0 ? WrapUps.First().Value.Agent : LastAgent);
}

internal enum ContactStage
{
    Arriving,
    Waiting,
    Ringing,
    Dialling,
    Talking,
    Held,
    Consulting,

    /// <summary>A blind transfer rings; the agent is gone.</summary>
    Transferring,

    /// <summary>With someone who is no agent of ours.</summary>
    Bridged,
    Conversation,
    WrapUp,
    Ended,
}

internal sealed record WrapUpModel(AgentId Agent, DateTimeOffset Since, DateTimeOffset? Until);

internal sealed class MessageModel(string id, Direction direction, Sealed<string> text, DateTimeOffset at)
{
    public string Id { get; } = id;
    public Direction Direction { get; } = direction;
    public Sealed<string> Text { get; } = text;
    public DateTimeOffset At { get; } = at;
    public MessageStatus? Status { get; set; }
    public string? StatusCode { get; set; }
    public string? By { get; set; }
    public string? Template { get; set; }
}
