using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Benchmarks.Routing;

/// <summary>
/// The peer: the same rules for calls as one would first write them, a LINQ scan over agents for a contact and over contacts
/// for an agent. It keeps no journal, sends nothing and sets no alarm, which only makes it faster.
/// </summary>
internal sealed class LinqDesk
{
    private long clock;

    public List<Seat> Seats { get; } = [];
    public List<Caller> Waiting { get; } = [];
    public Dictionary<OfferId, (Caller, Seat)> Offers { get; } = [];

    /// <summary>The longest idle free agent with the skills.</summary>
    public Seat? Pick(IReadOnlyList<string> skills) => Seats.Where(s => s.IsFree && skills.All(s.Skills.Contains)).MinBy(s => s.Idle);

    public OfferMade? Enqueue(ContactId contact, IReadOnlyList<string> skills, DateTimeOffset rank, in Context context)
    {
        var caller = new Caller(contact, skills, rank, clock++);
        if (Pick(skills) is { } seat)
        {
            return Offer(caller, seat, context);
        }

        Waiting.Add(caller);
        return null;
    }

    public void Accept(OfferId offer)
    {
        if (Offers.Remove(offer, out var pair))
        {
            (pair.Item2.Offered, pair.Item2.OnCall, pair.Item2.Idle) = (false, true, clock++);
        }
    }

    public OfferMade? Release(Seat seat, in Context context)
    {
        (seat.OnCall, seat.Idle) = (false, clock++);
        if (Waiting.Where(c => c.Skills.All(seat.Skills.Contains)).MinBy(c => (c.Rank, c.Arrival)) is not { } caller)
        {
            return null;
        }

        Waiting.Remove(caller);
        return Offer(caller, seat, context);
    }

    private OfferMade Offer(Caller caller, Seat seat, in Context context)
    {
        seat.Offered = true;
        var made = new OfferMade(new(context.NewId(0)), caller.Contact, seat.Id, Medium.Call, context.Now, context.Now + context.Pack.Limits.OfferTimeout);
        Offers.Add(made.Offer, (caller, seat));
        return made;
    }

    internal sealed class Seat(AgentId id, HashSet<string> skills)
    {
        public AgentId Id { get; } = id;
        public HashSet<string> Skills { get; } = skills;
        public bool Ready { get; set; } = true;
        public bool OnCall { get; set; }
        public bool Offered { get; set; }
        public long Idle { get; set; }
        public bool IsFree => Ready && !OnCall && !Offered;
    }

    internal sealed record Caller(ContactId Contact, IReadOnlyList<string> Skills, DateTimeOffset Rank, long Arrival);
}
