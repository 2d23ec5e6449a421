using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;

namespace Santral.Views.Model;

internal sealed class DeskModel(DeskId id)
{
    public DeskId Id { get; } = id;
    public Dictionary<QueueId, QueueModel> Queues { get; } = [];
    public Dictionary<ContactId, WaitingModel> Waiting { get; } = [];
    public HashSet<AgentModel> Agents { get; } = [];
    public Dictionary<string, string> Announcements { get; } = new(StringComparer.Ordinal);

    public QueueModel Queue(QueueId queue)
    {
        if (!Queues.TryGetValue(queue, out var found))
        {
            Queues.Add(queue, found = new QueueModel(queue));
        }

        return found;
    }
}

internal sealed class QueueModel(QueueId id)
{
    public QueueId Id { get; } = id;
    public SortedSet<(DateTimeOffset Since, Guid Contact)> Waiting { get; } = [];
    public int OfferedToday { get; set; }
    public int AnsweredToday { get; set; }
    public int AnsweredInTimeToday { get; set; }
    public int AbandonedToday { get; set; }

    public void NewDay() => OfferedToday = AnsweredToday = AnsweredInTimeToday = AbandonedToday = 0;
}

internal sealed class WaitingModel(ContactId contact)
{
    public ContactId Contact { get; } = contact;
    public QueueId Queue { get; set; }
    public Medium Medium { get; set; }
    public Priority Priority { get; set; }
    public DateTimeOffset Since { get; set; }
    public AgentId? Only { get; set; }
    public OfferModel? Offer { get; set; }
}

internal sealed record OfferModel(OfferId Id, ContactId Contact, AgentId Agent, DeskId Desk, Medium Medium, DateTimeOffset At, DateTimeOffset Until);

/// <summary>An agent: the profile (Agent actor), the place at a desk (Desk actor) and what the day brought.</summary>
internal sealed class AgentModel(AgentId id)
{
    public AgentId Id { get; } = id;
    public bool Defined { get; set; }
    public Sealed<string>? Name { get; set; }
    public DeskId? Desk { get; set; }
    public string[] Skills { get; set; } = [];
    public int Conversations { get; set; }
    public string? Endpoint { get; set; }
    public string? Extension { get; set; }
    public bool Joined { get; set; }
    public Presence Presence { get; set; } = Presence.Break;
    public string? Reason { get; set; }
    public DateTimeOffset Since { get; set; }
    public int HandledToday { get; set; }
    public int MissedToday { get; set; }
    public double TalkSecondsToday { get; set; }
    public DateTimeOffset? HelpAskedAt { get; set; }
    public ContactId? HelpContact { get; set; }
    public Dictionary<OfferId, OfferModel> Offers { get; } = [];

    /// <summary>Contacts that fill a slot, as the desk sees it.</summary>
    public Dictionary<ContactId, Medium> Slots { get; } = [];

    /// <summary>Contacts in the left column, as the contacts themselves see it.</summary>
    public HashSet<ContactModel> Contacts { get; } = [];
    public Dictionary<Guid, CallbackModel> Tasks { get; } = [];

    public bool HasAll(QueueSpec queue)
    {
        foreach (var skill in queue.Skills)
        {
            if (!Skills.Contains(skill))
            {
                return false;
            }
        }

        return true;
    }

    public void NewDay()
    {
        HandledToday = MissedToday = 0;
        TalkSecondsToday = 0;
    }
}
