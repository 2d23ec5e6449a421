using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;

namespace Santral.Domain.Tests.Routing;

/// <summary>How large a random desk is; small ones meet their corners often, large ones fill the indexes.</summary>
internal sealed record TrialSize(int Agents, int Skills, int Contacts, int SkillsOfAgent, int SkillsOfContact);

/// <summary>
/// A desk under random commands, compared after each with the oracle and the auditor. Everything follows from the seed;
/// a failure names it.
/// </summary>
internal sealed class DeskTrial
{
    private readonly Random random;
    private readonly TrialSize size;
    private readonly int seed;
    private readonly DeskDecider decider = new();
    private readonly DeskOracle oracle;
    private readonly DeskAuditor auditor = new();
    private readonly Pack pack;
    private readonly List<OfferId> pastOffers = [];
    private readonly List<DeskEvent> events = [];
    private DeskState desk;
    private DateTimeOffset now = Scenario.Start;
    private int step;

    public DeskTrial(int seed, TrialSize size)
    {
        (this.seed, this.size, random) = (seed, size, new(seed));
        pack = TestPack.Small with { Limits = new() { WaitingPerDesk = size.Contacts * 3 / 4 } };
        oracle = new(pack.Limits);
        desk = decider.Initial("ana");
    }

    public int Offers { get; private set; }

    /// <summary>Stands between the desk's decision and the checkers, to show that they can fail.</summary>
    public Func<IReadOnlyList<DeskEvent>, IReadOnlyList<DeskEvent>> Tamper { get; init; } = made => made;

    public void Run(int steps)
    {
        DeskCommand? command = null;
        try
        {
            for (step = 0; step < steps; step++)
            {
                now += TimeSpan.FromSeconds(random.Next(0, 40));
                command = Command();
                Step(command);
            }

            CheckReplay();
        }
        catch (Exception error) when (error is not RuleBroken { Data.Count: > 0 })
        {
            throw new RuleBroken($"seed {seed}, {size}, step {step}, {command}: {error.Message}\n{error}");
        }
    }

    private void Step(DeskCommand command)
    {
        var before = desk.Fingerprint();
        var outcome = decider.Decide(desk, command, new(now, pack, CommandId.From($"{seed}/{step}"), Origin.System));
        Demand(desk.Fingerprint() == before, "Decide changed its state");
        var code = oracle.Do(command, now);
        Demand((outcome as Rejected)?.Code == code, $"refused with {(outcome as Rejected)?.Code}, not {code}");
        var expected = code is null ? oracle.Match() : [];
        var made = outcome is Decision decision ? Tamper([.. decision.Events.Cast<DeskEvent>()]) : [];
        foreach (var each in made)
        {
            auditor.See(each);
            events.Add(each);
            desk = decider.Evolve(desk, each);
        }

        var offers = made.OfType<OfferMade>().ToList();
        Demand(offers.Select(o => (o.Contact, o.Agent)).SequenceEqual(expected), $"G4: offered [{string.Join(' ', offers.Select(o => (o.Contact, o.Agent)))}], not [{string.Join(' ', expected)}]");
        offers.ForEach(oracle.Name);
        pastOffers.AddRange(offers.Select(o => o.Offer));
        Offers += offers.Count;
        auditor.Compare(desk);
        CheckPositions();
    }

    private void CheckPositions()
    {
        if (oracle.Callers.Count == 0)
        {
            return;
        }

        var caller = Pick(oracle.Callers);
        var line = oracle.Callers.Where(c => c.Queue == caller.Queue).OrderBy(c => c.Rank).ThenBy(c => c.Arrival).ToList();
        var answer = (Decision)decider.Decide(desk, new AskPosition(caller.Id), new(now, pack, CommandId.From("position"), Origin.System));
        Demand(answer.Sends.Single().Command.Equals(new NotePosition(line.IndexOf(caller) + 1, line.Count)), $"position {answer.Sends.Single().Command}, not {line.IndexOf(caller) + 1} of {line.Count}");
    }

    private void CheckReplay() => Demand(events.Aggregate(decider.Initial("ana"), decider.Evolve).Fingerprint() == desk.Fingerprint(), "replay differs from live");

    private static void Demand(bool holds, string rule)
    {
        if (!holds)
        {
            throw new RuleBroken(rule);
        }
    }

    private DeskCommand Command() => random.Next(100) switch
    {
        < 6 => new JoinDesk(AnyAgent(), [.. Skills(size.SkillsOfAgent)], random.Next(0, 4), "PJSIP/a"),
        < 20 => new ChangePresence(AnyAgent(), random.Next(4) == 0 ? Presence.Break : Presence.Ready, null),
        < 22 => new LeaveDesk(AnyAgent(), random.Next(2) == 0 ? AnyAgent() : null),
        < 52 => Enqueue(),
        < 64 => new AcceptOffer(AnyOffer(out var agent), agent),
        < 69 => new DeclineOffer(AnyOffer(out var decliner), decliner, ""),
        < 72 => new ExpireOffer(AnyOffer(out _)),
        < 74 => new Withdraw(AnyContact()),
        < 76 => new Reprioritise(AnyContact(), AnyPriority()),
        < 79 => new EndRound(oracle.Callers.Find(c => c.Skipped is not null)?.Id ?? AnyContact()),
        < 82 => new TakeSlot(AnyContact(), AnyAgent(), AnyMedium()),
        < 85 => Held((c, a) => new BeginWrapUp(c, a)),
        < 87 => Held((c, a) => new ReportLegFailure(c, a, (LegFailure)random.Next(5))),
        _ => Held((c, a) => new ReleaseSlot(c, a)),
    };

    private Enqueue Enqueue()
    {
        var contact = AnyContact();
        var again = random.Next(3) > 0 ? null : oracle.Callers.Find(c => c.Id == contact);
        return again is null
            ? new(contact, AnyQueue(), AnyMedium(), [.. Skills(size.SkillsOfContact)], AnyPriority(), now - TimeSpan.FromSeconds(random.Next(0, 3) * 30), random.Next(8) == 0 ? AnyAgent() : null)
            : new(contact, again.Queue, again.Medium, [.. again.Skills], random.Next(2) == 0 ? again.Priority : AnyPriority(), again.CountsFrom, again.Only);
    }

    private DeskCommand Held(Func<ContactId, AgentId, DeskCommand> command)
    {
        var slots = oracle.Seats.Where(s => s.Slots.Count > 0).ToList();
        if (slots.Count == 0 || random.Next(10) == 0)
        {
            return command(AnyContact(), AnyAgent());
        }

        var seat = Pick(slots);
        return command(Pick(seat.Slots).Contact, seat.Id);
    }

    private OfferId AnyOffer(out AgentId agent)
    {
        agent = AnyAgent();
        var pending = oracle.Callers.Where(c => c.With is not null).ToList();
        if (pending.Count > 0 && random.Next(8) > 0)
        {
            var caller = Pick(pending);
            agent = random.Next(10) == 0 ? agent : caller.With!.Id;
            return caller.Offer;
        }

        return pastOffers.Count > 0 ? pastOffers[^random.Next(1, Math.Min(pastOffers.Count, 20) + 1)] : new(UuidV8.Of("never made"));
    }

    private List<string> Skills(int most) => [.. Enumerable.Range(0, random.Next(0, most + 1)).Select(_ => $"s{random.Next(size.Skills)}").Distinct()];

    private AgentId AnyAgent() => new($"a{random.Next(size.Agents)}");

    private ContactId AnyContact() => new(UuidV8.Of($"c{random.Next(size.Contacts)}"));

    private QueueId AnyQueue() => new($"q{random.Next(3)}");

    private Medium AnyMedium() => random.Next(2) == 0 ? Medium.Call : Medium.Conversation;

    private Priority AnyPriority() => (Priority)random.Next(1, 6);

    private T Pick<T>(List<T> items) => items[random.Next(items.Count)];
}
