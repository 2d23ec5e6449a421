using Santral.Domain.Agents;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Routing;

/// <summary>
/// Desk, agents and contacts each decide alone and hear of each other late. Whatever happened meanwhile, once all has arrived
/// they agree: every live contact waits at the desk or is with the agent it believes (G1), every slot is held for a reason (G3).
/// </summary>
public sealed class TogetherTests
{
    private const int StepsBetweenLooks = 150;
    private static readonly AgentId[] Staff = [new("a0"), new("a1"), new("a2"), new("a3")];

    [Theory]
    [InlineData(1, 100)]
    [InlineData(1_001, 100)]
    public void Desk_agents_and_contacts_agree_once_everything_has_arrived(int firstSeed, int runs)
    {
        var finished = 0;
        for (var seed = firstSeed; seed < firstSeed + runs; seed++)
        {
            finished += Run(seed);
        }

        Assert.True(finished > runs * 5, "hardly any contact came to its end");
    }

    private static int Run(int seed)
    {
        var random = new Random(seed);
        var town = new Town(random);
        foreach (var agent in Staff)
        {
            town.Ask(agent.Actor, new DefineAgent(new($"agent/{agent}", DataClass.Contact, "x"), TestPack.Desk, agent.Value is "a3" ? [] : ["yardim"], 2, agent.Value is "a2" ? null : $"PJSIP/{agent}", null));
        }

        for (var look = 0; look < 6; look++)
        {
            for (var step = 0; step < StepsBetweenLooks; step++)
            {
                Step(town, random);
            }

            Settle(town);
            Look(town, $"seed {seed}, look {look}");
        }

        return town.Contacts.Values.Count(c => c is ContactState.Ended);
    }

    private static void Step(Town town, Random random)
    {
        town.Pass(TimeSpan.FromSeconds(random.Next(3)));
        switch (random.Next(20))
        {
            case < 8:
                town.DeliverOne();
                break;
            case 8:
                Arrive(town, random);
                break;
            case < 11:
                OfAgent(town, random);
                break;
            case < 14:
                OfOffer(town, random);
                break;
            case < 17:
                OfContact(town, random);
                break;
            case < 19:
                OfSwitch(town, random);
                break;
            default:
                town.FireNextAlarm();
                break;
        }
    }

    private static void Arrive(Town town, Random random)
    {
        var contact = new ContactId(UuidV8.Of($"contact {town.Contacts.Count}"));
        town.Ask(contact.Actor, random.Next(2) == 0
            ? new StartCall($"caller{town.Contacts.Count}", new("key"), null, null, TestPack.OpenLine, town.Now, town.Now, null)
            : new StartConversation(
                Channel.WhatsApp, new("key"), new(Guid.Empty), TestPack.Sealed<string>("+90"), TestPack.WhatsAppLine, town.Now,
                new("m", "p", TestPack.Sealed<string>("merhaba"), town.Now)));
    }

    private static void OfAgent(Town town, Random random)
    {
        var agent = Any(Staff, random);
        town.Ask(agent.Actor, random.Next(10) switch
        {
            < 3 => new SignIn("k"),
            < 8 => new SetPresence(Presence.Ready, null),
            8 => new SetPresence(Presence.Break, null),
            _ => new SignOff(random.Next(2) == 0 ? Any(Staff, random) : null),
        });
    }

    private static void OfOffer(Town town, Random random)
    {
        var agent = Any(Staff, random);
        if (town.Desk.Agent(agent)?.Pending is { } offer)
        {
            town.Ask(TestPack.Desk.Actor, random.Next(6) switch
            {
                0 => new DeclineOffer(offer.Id, agent, ""),
                1 => new ExpireOffer(offer.Id),
                _ => new AcceptOffer(offer.Id, agent),
            });
        }
    }

    private static void OfContact(Town town, Random random)
    {
        ContactState.Live[] live = [.. town.Contacts.Values.OfType<ContactState.Live>()];
        if (live.Length == 0)
        {
            return;
        }

        var (facts, phase) = Any(live, random);
        var agent = phase.Owner ?? (facts.Writers.Length > 0 ? facts.Writers[0].Agent : Any(Staff, random));
        town.Ask(facts.Id.Actor, random.Next(12) switch
        {
            0 or 1 => new EndContact(agent),
            2 => new TransferBlind(agent, Target(random), null),
            3 => new StartConsult(agent, Target(random), null),
            4 => new CompleteTransfer(agent),
            5 => new CancelConsult(agent),
            6 => new CallerHungUp("normal"),
            7 => new MoveToQueue("sup", random.Next(2) == 0 ? TestPack.Aid : TestPack.General),
            8 => new RaisePriority("sup", (Priority)random.Next(1, 6)),
            _ => new FinishContact(agent, ContactOutcome.Informed, null),
        });
    }

    private static TransferTarget Target(Random random) => random.Next(4) switch
    {
        0 => new(TransferKind.Queue, TestPack.Aid.Value, "Yardım"),
        1 => new(TransferKind.Extension, "2210", "Birim"),
        _ => new(TransferKind.Agent, Any(Staff, random).Value, "Meslektaş"),
    };

    private static void OfSwitch(Town town, Random random)
    {
        if (town.Up.Count > 0 && random.Next(10) == 0)
        {
            var (contact, leg) = town.Up[random.Next(town.Up.Count)];
            town.Up.Remove((contact, leg));
            town.Ask(contact.Actor, new LegHungUp(leg));
        }
        else if (town.Asked.Count > 0)
        {
            Answer(town, town.Asked[random.Next(town.Asked.Count)], random.Next(4) > 0 ? null : (LegFailure)random.Next(5));
        }
    }

    private static void Answer(Town town, TelephonyEffect asked, LegFailure? failure)
    {
        town.Asked.Remove(asked);
        switch (asked)
        {
            case PlayPrompt prompt:
                town.Ask(prompt.Contact.Actor, new PromptEnded(prompt.Prompt));
                break;
            case RingLeg ring when failure is { } cause:
                town.Ask(ring.Contact.Actor, new LegFailed(ring.Leg, cause));
                break;
            case RingLeg ring:
                town.Up.Add((ring.Contact, ring.Leg));
                town.Ask(ring.Contact.Actor, new LegAnswered(ring.Leg));
                break;
        }
    }

    /// <summary>Everything on its way arrives and the switch answers what it was asked; nobody does anything new.</summary>
    private static void Settle(Town town)
    {
        for (var turns = 0; town.InTransit || town.Asked.Count > 0; turns++)
        {
            Assert.True(turns < 100_000, "the actors never come to rest");
            if (town.InTransit)
            {
                town.DeliverOne();
            }
            else
            {
                Answer(town, town.Asked[0], null);
            }
        }
    }

    private static void Look(Town town, string where)
    {
        var held = new HashSet<(ContactId, AgentId)>();
        foreach (var (id, state) in town.Contacts)
        {
            var waits = town.Desk.Contact(id);
            switch (state)
            {
                case ContactState.Live { Phase: Phase.Waiting at }:
                    Assert.True(waits is not null && waits.Offer?.Id == at.Offer, $"{where}: G1: {id} believes it waits with offer {at.Offer}, the desk says {waits?.Offer}, known {waits is not null}");
                    break;
                case ContactState.Live { Phase: Phase.Consulting { TargetLeg: null } }:
                    Assert.True(waits is not null, $"{where}: {id} consults and the desk does not look for a colleague");
                    break;
                case ContactState.Live or ContactState.Ended:
                    Assert.True(waits is null, $"{where}: {id} waits at the desk and is {(state as ContactState.Live)?.Phase.ToString() ?? "over"}");
                    break;
            }

            if (state is ContactState.Live live)
            {
                AgentId?[] with = [live.Phase.Owner, (live.Phase as Phase.Consulting)?.Partner, .. live.Facts.Writers.Select(w => (AgentId?)w.Agent)];
                held.UnionWith(with.OfType<AgentId>().Select(a => (id, a)));
            }
        }

        var slots = Staff.SelectMany(a => town.Desk.Agent(a)?.Slots.Select(s => (s.Contact, a)) ?? []).ToHashSet();
        Assert.True(slots.SetEquals(held), $"{where}: G3: the desk holds [{Text(slots.Except(held))}] for nobody; contacts believe in [{Text(held.Except(slots))}] without a slot");
        foreach (var (id, state) in town.Agents)
        {
            var seat = town.Desk.Agent(id);
            Assert.True(seat is not null == state is AgentState.In, $"{where}: {id} is {state.GetType().Name} and {(seat is null ? "not " : "")}on the desk");
            Assert.True(seat is null || ((AgentState.In)state).Shift.Presence == seat.Presence, $"{where}: {id} believes another presence than the desk's {seat?.Presence}");
        }

        string Text(IEnumerable<(ContactId Contact, AgentId Agent)> pairs) =>
            string.Join(", ", pairs.Select(p => $"{p.Agent} {p.Contact} {(town.Contacts[p.Contact] as ContactState.Live)?.Phase.ToString() ?? "over"}"));
    }

    private static T Any<T>(T[] items, Random random) => items[random.Next(items.Length)];
}
