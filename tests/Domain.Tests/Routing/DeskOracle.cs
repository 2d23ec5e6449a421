using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;

namespace Santral.Domain.Tests.Routing;

/// <summary>
/// The rules of the desk said once more, by plain lists and LINQ over everything, with nothing taken from the product but
/// its messages. Slow and obvious: what it offers is what the desk must offer.
/// </summary>
internal sealed class DeskOracle(RoutingLimits limits)
{
    private long clock;

    public List<Seat> Seats { get; } = [];
    public List<Caller> Callers { get; } = [];

    /// <summary>Does the command; the refusal's code, or null.</summary>
    public string? Do(DeskCommand command, DateTimeOffset now) => command switch
    {
        JoinDesk c => Join(c),
        ChangePresence c => Presence(c),
        LeaveDesk c => Leave(c),
        AcceptOffer c => Accept(c),
        DeclineOffer c => Decline(c),
        ExpireOffer c => Expire(c),
        TakeSlot c => Take(c),
        ReportLegFailure c => LegFailure(c),
        BeginWrapUp c => WrapUp(c),
        ReleaseSlot c => Release(c.Agent, c.Contact),
        Enqueue c => Enqueue(c),
        Withdraw c => Gone(c.Contact),
        Reprioritise c => Reprioritise(c),
        EndRound c => EndRound(c),
        _ => throw new InvalidOperationException($"The oracle was not told of {command} at {now}."),
    };

    /// <summary>The pairs of G4 in order: smallest rank first, each with the longest idle agent who can take it now.</summary>
    public List<(ContactId Contact, AgentId Agent)> Match()
    {
        var pairs = new List<(ContactId, AgentId)>();
        while (Best() is var (caller, seat))
        {
            (caller.With, seat.Offered) = (seat, caller);
            pairs.Add((caller.Id, seat.Id));
        }

        return pairs;
    }

    /// <summary>Offers get their ids from the desk's own events.</summary>
    public void Name(OfferMade made) => Callers.Single(c => c.Id == made.Contact).Offer = made.Offer;

    private (Caller, Seat)? Best() => Callers
        .Where(c => c.With is null)
        .OrderBy(c => c.Rank).ThenBy(c => c.Arrival)
        .Select(c => (Caller: c, Seat: Seats.Where(s => Fits(s, c)).OrderBy(s => s.Id == c.Skipped).ThenBy(s => s.Idle).FirstOrDefault()))
        .Where(p => p.Seat is not null)
        .Select(p => ((Caller, Seat)?)(p.Caller, p.Seat!))
        .FirstOrDefault();

    private static bool Fits(Seat seat, Caller caller) =>
        seat.Presence == Domain.Routing.Presence.Ready
        && seat.Offered is null
        && seat.Slots.All(s => s.Medium != Medium.Call && s.Contact != caller.Id)
        && (caller.Medium == Medium.Call || seat.Slots.Count < seat.Limit)
        && (caller.Only is { } only ? only == seat.Id : caller.Skills.All(seat.Skills.Contains))
        && (caller.Skipped != seat.Id || (caller.Priority == Priority.P1 && caller.Only is null));

    private string? Join(JoinDesk c)
    {
        var seat = Seats.Find(s => s.Id == c.Agent);
        if (seat is null)
        {
            Seats.Add(seat = new(c.Agent) { Idle = clock++ });
        }

        (seat.Skills, seat.Limit) = ([.. c.Skills], c.Conversations);
        if (seat.Offered is { Medium: Medium.Conversation } caller && seat.Slots.Count(s => s.Medium == Medium.Conversation) >= seat.Limit)
        {
            Return(caller, skip: false);
        }

        return null;
    }

    private string? Presence(ChangePresence c)
    {
        if (Seats.Find(s => s.Id == c.Agent) is not { } seat)
        {
            return "agent.not_on_desk";
        }

        if (c.Presence == Domain.Routing.Presence.Ready)
        {
            seat.Idle = seat.Presence == c.Presence ? seat.Idle : clock++;
        }
        else if (seat.Offered is { } caller)
        {
            Return(caller, skip: true);
        }

        seat.Presence = c.Presence;
        return null;
    }

    private string? Leave(LeaveDesk c)
    {
        if (Seats.Find(s => s.Id == c.Agent) is not { } seat)
        {
            return null;
        }

        if (seat.Slots.Find(s => s.Medium == Medium.Call) is { } call)
        {
            return call.WrapUp ? "agent.in_wrap_up" : "agent.on_call";
        }

        if (seat.Offered is { } caller)
        {
            Return(caller, skip: false);
        }

        Callers.Where(w => w.Only == c.Agent).ToList().ForEach(w => (w.Only, w.Skipped) = (null, null));
        Seats.Remove(seat);
        return null;
    }

    private string? Accept(AcceptOffer c)
    {
        if (Callers.Find(w => w.With is not null && w.Offer == c.Offer) is not { } caller)
        {
            return Seats.Any(s => s.Id == c.Agent && s.Slots.Any(t => t.Offer == c.Offer)) ? null : "offer.not_pending";
        }

        if (caller.With!.Id != c.Agent)
        {
            return "offer.not_yours";
        }

        caller.With.Slots.Add(new(caller.Id, caller.Medium, c.Offer));
        caller.With.Idle = clock++;
        caller.With.Offered = null;
        Callers.Remove(caller);
        return null;
    }

    private string? Decline(DeclineOffer c)
    {
        if (Callers.Find(w => w.With is not null && w.Offer == c.Offer) is not { } caller)
        {
            return "offer.not_pending";
        }

        if (caller.With!.Id != c.Agent)
        {
            return "offer.not_yours";
        }

        Return(caller, skip: true);
        return null;
    }

    private string? Expire(ExpireOffer c)
    {
        if (Callers.Find(w => w.With is not null && w.Offer == c.Offer) is { } caller)
        {
            caller.With!.Presence = Domain.Routing.Presence.Missed;
            Return(caller, skip: caller.Only is not null);
        }

        return null;
    }

    private string? Take(TakeSlot c)
    {
        if (Seats.Find(s => s.Id == c.Agent) is not { } seat)
        {
            return "agent.not_on_desk";
        }

        if (seat.Slots.Find(s => s.Contact == c.Contact) is { } held)
        {
            return held.Medium == c.Medium ? null : "agent.busy";
        }

        var reserved = seat.Offered is { } offered && offered.Id != c.Contact ? offered : null;
        List<Medium> used = [.. seat.Slots.Select(s => s.Medium)];
        if (reserved is not null)
        {
            used.Add(reserved.Medium);
        }

        if (used.Count(m => m == c.Medium) >= (c.Medium == Medium.Call ? 1 : seat.Limit))
        {
            return "agent.busy";
        }

        Gone(c.Contact);
        if (c.Medium == Medium.Call && reserved is not null)
        {
            Return(reserved, skip: false);
        }

        seat.Slots.Add(new(c.Contact, c.Medium, null));
        seat.Idle = clock++;
        return null;
    }

    private string? LegFailure(ReportLegFailure c)
    {
        if (Seats.Find(s => s.Id == c.Agent) is { } seat && seat.Slots.Any(s => s.Contact == c.Contact))
        {
            if (c.Cause != Domain.Contacts.LegFailure.Cancelled)
            {
                seat.Presence = c.Cause == Domain.Contacts.LegFailure.NoAnswer ? Domain.Routing.Presence.Missed : Domain.Routing.Presence.PhoneUnreachable;
                if (seat.Offered is { } caller)
                {
                    Return(caller, skip: false);
                }
            }

            Release(c.Agent, c.Contact);
        }

        return null;
    }

    private string? WrapUp(BeginWrapUp c)
    {
        if (Seats.Find(s => s.Id == c.Agent)?.Slots.Find(s => s.Contact == c.Contact) is { } slot)
        {
            slot.WrapUp = true;
        }

        return null;
    }

    private string? Release(AgentId agent, ContactId contact)
    {
        if (Seats.Find(s => s.Id == agent) is { } seat && seat.Slots.RemoveAll(s => s.Contact == contact) > 0)
        {
            seat.Idle = clock++;
        }

        return null;
    }

    private string? Enqueue(Enqueue c)
    {
        AgentId? only = Seats.Any(s => s.Id == c.Only) ? c.Only : null;
        var rank = c.CountsFrom - limits.HeadStart(c.Priority);
        var caller = Callers.Find(w => w.Id == c.Contact);
        if (caller is null)
        {
            var places = c.Priority == Priority.P1 ? limits.WaitingPerDesk : limits.WaitingPerDesk - (limits.WaitingPerDesk / 10);
            if (Callers.Count >= places)
            {
                return "desk.full";
            }

            Callers.Add(caller = new(c.Contact, clock++));
        }
        else
        {
            var samePlace = (caller.Queue, caller.Medium, caller.Only) == (c.Queue, c.Medium, only) && caller.Skills.SequenceEqual(c.Skills);
            if (samePlace && caller.Priority == c.Priority && caller.CountsFrom == c.CountsFrom)
            {
                return null;
            }

            if (!samePlace && caller.With is not null)
            {
                Return(caller, skip: false);
            }
        }

        (caller.Queue, caller.Medium, caller.Only, caller.Skills) = (c.Queue, c.Medium, only, [.. c.Skills]);
        (caller.Priority, caller.CountsFrom, caller.Rank, caller.Skipped) = (c.Priority, c.CountsFrom, rank, null);
        return null;
    }

    private string? Gone(ContactId contact)
    {
        if (Callers.Find(w => w.Id == contact) is { } caller)
        {
            Return(caller, skip: false);
            Callers.Remove(caller);
        }

        return null;
    }

    private string? Reprioritise(Reprioritise c)
    {
        if (Callers.Find(w => w.Id == c.Contact) is { } caller)
        {
            (caller.Priority, caller.Rank) = (c.Priority, caller.CountsFrom - limits.HeadStart(c.Priority));
        }

        return null;
    }

    private string? EndRound(EndRound c)
    {
        if (Callers.Find(w => w.Id == c.Contact) is { Skipped: not null } caller)
        {
            caller.Skipped = null;
            caller.Only = caller.With is null ? null : caller.Only;
        }

        return null;
    }

    private static void Return(Caller caller, bool skip)
    {
        if (caller.With is { } seat)
        {
            caller.Skipped = skip ? seat.Id : null;
            seat.Offered = null;
            caller.With = null;
        }
    }

    internal sealed class Seat(AgentId id)
    {
        public AgentId Id { get; } = id;
        public HashSet<string> Skills { get; set; } = [];
        public int Limit { get; set; }
        public Presence Presence { get; set; } = Presence.Break;
        public long Idle { get; set; }
        public Caller? Offered { get; set; }
        public List<Held> Slots { get; } = [];
    }

    internal sealed class Held(ContactId contact, Medium medium, OfferId? offer)
    {
        public ContactId Contact { get; } = contact;
        public Medium Medium { get; } = medium;
        public OfferId? Offer { get; } = offer;
        public bool WrapUp { get; set; }
    }

    internal sealed class Caller(ContactId id, long arrival)
    {
        public ContactId Id { get; } = id;
        public long Arrival { get; } = arrival;
        public QueueId Queue { get; set; }
        public Medium Medium { get; set; }
        public List<string> Skills { get; set; } = [];
        public Priority Priority { get; set; }
        public DateTimeOffset CountsFrom { get; set; }
        public DateTimeOffset Rank { get; set; }
        public AgentId? Only { get; set; }
        public AgentId? Skipped { get; set; }
        public Seat? With { get; set; }
        public OfferId Offer { get; set; }
    }
}
