using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

/// <summary>A contact that waits or is being offered. Like <see cref="DeskAgent"/>, a decision works on copies.</summary>
internal sealed class WaitingContact(ContactId id, long arrival)
{
    public ContactId Id { get; } = id;

    /// <summary>Order of first coming to this desk; decides between equal ranks.</summary>
    public long Arrival { get; } = arrival;
    public QueueId Queue { get; set; }
    public Medium Medium { get; set; }
    public ImmutableArray<string> Skills { get; set; } = [];
    public Priority Priority { get; set; }
    public DateTimeOffset CountsFrom { get; set; }

    /// <summary>UTC ticks of the rank.</summary>
    public long Rank { get; set; }
    public AgentId? Only { get; set; }
    public DeskOffer? Offer { get; set; }

    /// <summary>The agent who declined it last, passed over until the round ends.</summary>
    public AgentId? PassedOver { get; set; }

    public RankKey Key => new(Rank, Arrival);

    // Where the desk's indexes hold it; kept by them.

    public SkillPool? Pool { get; set; }
    public RankKey PoolKey { get; set; }
    public RankSet? Line { get; set; }
    public RankKey LineKey { get; set; }

    // A decision's copy.

    public WaitingContact? Origin { get; private set; }
    public bool Gone { get; set; }

    /// <summary>The matching of this decision found nobody; as it only takes agents away, nobody will be found later in it.</summary>
    public bool NobodyFree { get; set; }

    public WaitingContact Copy()
    {
        var copy = (WaitingContact)MemberwiseClone();
        copy.Origin = this;
        return copy;
    }
}
