using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Benchmarks.Routing;

/// <summary>The desk and its peer under the same load. Each method uses the processor time given and answers operations per second of it.</summary>
internal sealed class RoutingRuns
{
    private readonly RoutingWorld world = new(1);
    private readonly DeskDecider decider = new();
    private readonly Random random = new(2);

    /// <summary>Longest idle of the free 10 % with two skills; the bare pick.</summary>
    public double PickByBits(TimeSpan time)
    {
        var desk = Desk(busyPercent: RoutingWorld.BusyPercent, backlog: false);
        var numbers = world.Pairs.Select(p => p.Select(s => desk.SkillNumber(s)!.Value).ToArray()).ToArray();
        var found = 0;
        return Rate(time, 16_384, i => found += desk.Idle.Next(Medium.Call, numbers[i % numbers.Length], 0) >= 0 ? 1 : 0, () => found > 0);
    }

    /// <summary>The same through the matcher as the decider calls it: skills by name, standing, copies.</summary>
    public double PickByMatcher(TimeSpan time)
    {
        var desk = Desk(busyPercent: RoutingWorld.BusyPercent, backlog: false);
        var draft = new DeskDraft(desk, world.Next(RoutingWorld.Start));
        var contacts = world.Pairs.Select((p, i) => new WaitingContact(world.Contacts[i], i) { Queue = RoutingWorld.Queue, Skills = p, Priority = Priority.P4 }).ToArray();
        var found = 0;
        return Rate(time, 4_096, i => found += Matcher.AgentFor(draft, contacts[i % contacts.Length]) is null ? 0 : 1, () => found > 0);
    }

    public double PickByLinq(TimeSpan time)
    {
        var desk = Peer(busyPercent: RoutingWorld.BusyPercent, backlog: false);
        var pairs = world.Pairs.Select(p => p.ToArray()).ToArray();
        var found = 0;
        return Rate(time, 16, i => found += desk.Pick(pairs[i % pairs.Length]) is null ? 0 : 1, () => found > 0);
    }

    /// <summary>90 % busy: a call comes, is offered, accepted, and some other call ends. Three decisions, one match.</summary>
    public double CallsOfDesk(TimeSpan time, bool backlog)
    {
        var desk = Desk(backlog ? 100 : RoutingWorld.BusyPercent, backlog);
        var busy = new Queue<(AgentId Agent, ContactId Contact)>(Busy(desk));
        var (now, contact, matched) = (RoutingWorld.Start, 40_000, 0);
        return Rate(time, 64, Cycle, () => matched > 0);

        void Cycle(int i)
        {
            now += TimeSpan.FromMilliseconds(1);
            var id = world.Contacts[contact = contact + 1 < world.Contacts.Length ? contact + 1 : 40_000];
            if (backlog)
            {
                Free();
                Step(new Enqueue(id, RoutingWorld.Queue, Medium.Call, world.Pairs[i % world.Pairs.Length], Priority.P4, now, null));
            }
            else
            {
                Step(new Enqueue(id, RoutingWorld.Queue, Medium.Call, world.Pairs[i % world.Pairs.Length], Priority.P4, now, null));
                Free();
            }
        }

        void Free()
        {
            var (agent, held) = busy.Dequeue();
            Step(new ReleaseSlot(held, agent));
        }

        void Step(DeskCommand command)
        {
            var decision = (Decision)decider.Decide(desk, command, world.Next(now));
            foreach (var each in decision.Events)
            {
                desk = decider.Evolve(desk, (DeskEvent)each);
                if (each is OfferMade offer)
                {
                    matched++;
                    busy.Enqueue((offer.Agent, offer.Contact));
                    Step(new AcceptOffer(offer.Offer, offer.Agent));
                }
            }
        }
    }

    public double CallsOfPeer(TimeSpan time, bool backlog)
    {
        var desk = Peer(backlog ? 100 : RoutingWorld.BusyPercent, backlog);
        var seats = desk.Seats.ToDictionary(s => s.Id);
        var busy = new Queue<LinqDesk.Seat>(desk.Seats.Where(s => s.OnCall));
        var (now, contact, matched) = (RoutingWorld.Start, 40_000, 0);
        return Rate(time, 1, Cycle, () => matched > 0);

        void Cycle(int i)
        {
            now += TimeSpan.FromMilliseconds(1);
            var id = world.Contacts[contact = contact + 1 < world.Contacts.Length ? contact + 1 : 40_000];
            if (backlog)
            {
                Accept(desk.Release(busy.Dequeue(), world.Next(now)));
                Accept(desk.Enqueue(id, world.Pairs[i % world.Pairs.Length], now, world.Next(now)));
            }
            else
            {
                Accept(desk.Enqueue(id, world.Pairs[i % world.Pairs.Length], now, world.Next(now)));
                Accept(desk.Release(busy.Dequeue(), world.Next(now)));
            }
        }

        void Accept(OfferMade? offer)
        {
            if (offer is not null)
            {
                matched++;
                desk.Accept(offer.Offer);
                busy.Enqueue(seats[offer.Agent]);
            }
        }
    }

    /// <summary>Managed bytes of a desk with R1's agents and backlog, after a full collection.</summary>
    public long BytesOfDesk(bool backlog)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var desk = Desk(100, backlog);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(desk);
        return bytes;
    }

    private static IEnumerable<(AgentId, ContactId)> Busy(DeskState desk) =>
        desk.Idle.InOrder().Where(a => a.Slots.Length > 0).Select(a => (a.Id, a.Slots[0].Contact));

    /// <summary>
    /// Runs in batches until so much processor time of this process (collector and compiler included) is used; so a busy
    /// machine lengthens the run and not the figure. The work must have found something, or the figure would mean nothing.
    /// </summary>
    private static double Rate(TimeSpan time, int batch, Action<int> work, Func<bool> didSomething)
    {
        var (done, start) = (0, Environment.CpuUsage.TotalTime);
        while (Environment.CpuUsage.TotalTime - start < time)
        {
            for (var i = 0; i < batch; i++)
            {
                work(done + i);
            }

            done += batch;
        }

        var rate = done / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        return didSomething() ? rate : throw new InvalidOperationException("The run matched nothing.");
    }

    private DeskState Desk(int busyPercent, bool backlog)
    {
        var desk = decider.Initial("bench");
        for (var i = 0; i < RoutingWorld.Agents; i++)
        {
            Apply(new AgentJoined(world.AgentIds[i], world.AgentSkills[i], 4, null, RoutingWorld.Start));
            Apply(new PresenceChanged(world.AgentIds[i], Presence.Ready, null, RoutingWorld.Start));
        }

        foreach (var i in Order().Take(RoutingWorld.Agents * busyPercent / 100))
        {
            Apply(new SlotTaken(world.Contacts[i], world.AgentIds[i], Medium.Call, RoutingWorld.Start));
        }

        for (var i = 0; backlog && i < RoutingWorld.Backlog; i++)
        {
            var since = RoutingWorld.Start + TimeSpan.FromMilliseconds(i - RoutingWorld.Backlog);
            Apply(new ContactEnqueued(world.Contacts[20_000 + i], RoutingWorld.Queue, Medium.Call, world.Pairs[i % world.Pairs.Length], Priority.P4, since, since, null, since));
        }

        return desk;

        void Apply(DeskEvent each) => desk = decider.Evolve(desk, each);
    }

    private LinqDesk Peer(int busyPercent, bool backlog)
    {
        var desk = new LinqDesk();
        desk.Seats.AddRange(world.AgentIds.Select((id, i) => new LinqDesk.Seat(id, [.. world.AgentSkills[i]]) { Idle = i - RoutingWorld.Agents }));
        foreach (var i in Order().Take(RoutingWorld.Agents * busyPercent / 100))
        {
            desk.Seats[i].OnCall = true;
        }

        for (var i = 0; backlog && i < RoutingWorld.Backlog; i++)
        {
            var since = RoutingWorld.Start + TimeSpan.FromMilliseconds(i - RoutingWorld.Backlog);
            desk.Waiting.Add(new(world.Contacts[20_000 + i], world.Pairs[i % world.Pairs.Length], since, i - RoutingWorld.Backlog));
        }

        return desk;
    }

    private int[] Order()
    {
        int[] order = [.. Enumerable.Range(0, RoutingWorld.Agents)];
        random.Shuffle(order);
        return order;
    }
}
