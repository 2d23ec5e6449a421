using Santral.Domain.Addresses;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Contacts;

/// <summary>
/// Contact, desk, address and citizen as they really are, with sends that arrive in order per pair and otherwise in any order, and
/// a switch that answers, fails or hangs up as chance has it. What one of them believes of the other must come true.
/// </summary>
public sealed class TogetherTests
{
    private const int Walks = 60;
    private const int StepsPerWalk = 150;

    [Fact]
    public void Whatever_crosses_on_the_way_every_contact_ends_and_the_desk_is_empty()
    {
        var (talks, transfers, reopened) = (0, 0, 0);
        for (var seed = 0; seed < Walks; seed++)
        {
            var town = new SmallTown(seed);
            for (var i = 0; i < StepsPerWalk; i++)
            {
                town.Step();
            }

            town.Close();
            var why = $"seed {seed}";
            Assert.True(town.Contacts.All(c => c is ContactState.Ended), $"{why}: {string.Join("; ", town.Contacts.Where(c => c is not ContactState.Ended))}");
            Assert.True(town.Waiting == 0, $"{why}: {town.Waiting} still wait at the desk.");
            Assert.True(town.Slots.Count == 0, $"{why}: {string.Join(", ", town.Slots)} are still held.");
            Assert.True(town.Alarms == 0, $"{why}: alarms of contacts are left.");
            Assert.Equal(town.TextsSent, town.TextsReceived);
            talks += town.Count<Connected>();
            transfers += town.Count<TransferCompleted>();
            reopened += town.Count<ConversationOpened>();
        }

        // A walk in which nobody ever talked would prove nothing.
        Assert.True(talks > Walks && transfers > Walks / 10 && reopened > Walks, $"{talks} talks, {transfers} transfers, {reopened} conversations");
    }
}

/// <summary>The actors, their mail and chance.</summary>
internal sealed class SmallTown
{
    private static readonly AgentId[] Agents = [CallScene.Ayse, CallScene.Mehmet, new("zeynep")];
    private static readonly AddressKey[] Addresses = [new("a1"), new("a2"), new("a3")];
    private static readonly TransferTarget[] Targets = [CallScene.ToMehmet, CallScene.ToExtension, CallScene.ToAid, new(TransferKind.Agent, "zeynep", "Zeynep")];
    private readonly Random random;
    private readonly SortedDictionary<string, object> states = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Queue<(ActorId From, ActorId To, ICommand Command)>> mail = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (ActorId Actor, DateTimeOffset At, ICommand Command)> alarms = new(StringComparer.Ordinal);
    private readonly List<IEvent> events = [];
    private readonly List<(OfferId Offer, AgentId Agent)> offers = [];
    private readonly List<(ActorId Contact, string Leg)> ringing = [];
    private readonly List<(ActorId Contact, string Leg)> legs = [];
    private DateTimeOffset now = Scenario.Start;
    private int commands;

    public SmallTown(int seed)
    {
        random = new(seed);
        foreach (var agent in Agents)
        {
            Deliver(agent.Actor, TestPack.Desk.Actor, new JoinDesk(agent, ["yardim"], 2, random.Next(10) == 0 ? null : $"PJSIP/{agent}"));
            Deliver(agent.Actor, TestPack.Desk.Actor, new ChangePresence(agent, Presence.Ready, null));
        }
    }

    public IEnumerable<ContactState> Contacts => states.Values.OfType<ContactState>();
    public int Waiting => ((DeskState)states[TestPack.Desk.Actor.ToString()]).Waiting;
    public int Alarms => alarms.Values.Count(a => a.Actor.Kind == ActorKinds.Contact);
    public SortedSet<string> Slots { get; } = new(StringComparer.Ordinal);
    public int TextsSent { get; private set; }

    /// <summary>Different texts that reached some conversation.</summary>
    public int TextsReceived => events.OfType<MessageReceived>().Select(e => e.Message.ProviderMessageId).Distinct().Count();

    public int Count<T>() => events.OfType<T>().Count();

    public void Step()
    {
        switch (random.Next(20))
        {
            case 0:
                Ask(Addresses[random.Next(3)].Actor, new ReceiveCall($"leg{commands}", TestPack.Sealed<string>("x"), TestPack.OpenLine, now, null));
                break;
            case 1 or 2:
                TextsSent++;
                Ask(Addresses[random.Next(3)].Actor, new ReceiveText(
                    Channel.WhatsApp, TestPack.Sealed<string>("x"), TestPack.WhatsAppLine, new($"m{TextsSent}", "twilio", TestPack.Sealed<string>("x"), now), null));
                break;
            case 3 or 4 when offers.Count > 0:
                var (offer, agent) = offers[random.Next(offers.Count)];
                Ask(TestPack.Desk.Actor, random.Next(5) == 0 ? new DeclineOffer(offer, agent, "x") : new AcceptOffer(offer, agent));
                break;
            case 5 or 6 or 7 when ringing.Count > 0:
                var ring = ringing[^1];
                ringing.Remove(ring);
                Ask(ring.Contact, random.Next(4) == 0 ? new LegFailed(ring.Leg, (LegFailure)random.Next(5)) : new LegAnswered(ring.Leg));
                break;
            case 8 or 9 when AnyLive() is { } live:
                Ask(live.Facts.Id.Actor, live.Phase is Phase.Prompting p && random.Next(2) == 0 ? new PromptEnded(p.Prompt) : new CallerPressed("1"));
                break;
            case 10 or 11 or 17 when AnyLive(l => l.Phase.Owner is not null) is { Phase.Owner: { } owner } live:
                Ask(live.Facts.Id.Actor, Act(live.Phase, owner));
                break;
            case 12 when random.Next(2) == 0 && AnyLive() is { } live:
                Ask(live.Facts.Id.Actor, random.Next(3) == 0 && legs.LastOrDefault(l => l.Contact == live.Facts.Id.Actor) is { Leg: { } leg } ? new LegHungUp(leg) : new CallerHungUp("normal"));
                break;
            case 13 when AnyLive() is { Facts.Writers: [var writer, ..] } live:
                Ask(live.Facts.Id.Actor, new FinishContact(writer.Agent, ContactOutcome.Informed, null));
                break;
            case 14 when AnyLive() is { } live:
                Ask(live.Facts.Id.Actor, new MoveToQueue("amir", random.Next(2) == 0 ? TestPack.Aid : TestPack.General));
                break;
            case 15:
                Pass(TimeSpan.FromSeconds(random.Next(30)));
                break;
            case 16:
                Ask(TestPack.Desk.Actor, new ChangePresence(Agents[random.Next(3)], Presence.Ready, null));
                break;
            default:
                for (var i = random.Next(6); i > 0; i--)
                {
                    DeliverOne();
                }

                break;
        }
    }

    /// <summary>Everyone hangs up, writes up and goes, with all mail delivered.</summary>
    public void Close()
    {
        const int MostRounds = 60;
        for (var round = 0; round < MostRounds; round++)
        {
            while (DeliverOne())
            {
            }

            if (Contacts.All(c => c is ContactState.Ended))
            {
                return;
            }

            foreach (var live in Contacts.OfType<ContactState.Live>().ToList())
            {
                var contact = live.Facts.Id.Actor;
                Ask(contact, new CallerHungUp("normal"));
                if (live.Phase.Owner is { } owner)
                {
                    Ask(contact, new EndContact(owner));
                }

                foreach (var writer in live.Facts.Writers)
                {
                    Ask(contact, new FinishContact(writer.Agent, ContactOutcome.Informed, null));
                }
            }

            foreach (var agent in Agents)
            {
                Ask(TestPack.Desk.Actor, new ChangePresence(agent, Presence.Ready, null));
            }

            foreach (var (offer, agent) in offers.ToList())
            {
                Ask(TestPack.Desk.Actor, new AcceptOffer(offer, agent));
            }

            Pass(TimeSpan.FromSeconds(30));
        }
    }

    private ContactCommand Act(Phase phase, AgentId owner) => random.Next(8) switch
    {
        < 6 when phase is Phase.Consulting { Answered: true } => new CompleteTransfer(owner),
        0 => new HoldCaller(owner),
        1 => new TransferBlind(owner, Targets[random.Next(Targets.Length)], null),
        2 or 3 => new StartConsult(owner, Targets[random.Next(Targets.Length)], null),
        4 => new CompleteTransfer(owner),
        5 => new CancelConsult(owner),
        6 => new EndContact(owner),
        _ => new WriteMessage(owner, UuidV8.Of($"w{commands}"), TestPack.Sealed<string>("x"), null, [], false),
    };

    private ContactState.Live? AnyLive(Func<ContactState.Live, bool>? where = null)
    {
        var live = Contacts.OfType<ContactState.Live>().Where(where ?? (_ => true)).ToList();
        return live.Count == 0 ? null : live[random.Next(live.Count)];
    }

    private void Pass(TimeSpan wait)
    {
        var until = now + wait;
        while (alarms.Count > 0)
        {
            var (name, alarm) = alarms.MinBy(a => (a.Value.At, a.Key));
            if (alarm.At > until)
            {
                break;
            }

            alarms.Remove(name);
            now = alarm.At > now ? alarm.At : now;
            Ask(alarm.Actor, alarm.Command);
        }

        now = until;
    }

    private bool DeliverOne()
    {
        var ready = mail.Where(m => m.Value.Count > 0).Select(m => m.Value).ToList();
        if (ready.Count == 0)
        {
            return false;
        }

        var (from, to, command) = ready[random.Next(ready.Count)].Dequeue();
        Deliver(from, to, command);
        return true;
    }

    private void Ask(ActorId to, ICommand command) => Run(to, command);

    private void Deliver(ActorId from, ActorId to, ICommand command)
    {
        if (Run(to, command) is Rejected refusal && command is not Notice && from.Kind != ActorKinds.Agent)
        {
            Run(from, new Notice.SendRefused(to, command, refusal.Code));
        }
    }

    private Outcome Run(ActorId actor, ICommand command) => actor.Kind switch
    {
        ActorKinds.Address => Run(new AddressDecider(), actor, command),
        ActorKinds.Citizen => Run(new CitizenDecider(), actor, command),
        ActorKinds.Contact => Run(new ContactDecider(), actor, command),
        ActorKinds.Desk => Run(new DeskDecider(), actor, command),
        _ => Decision.Nothing,
    };

    private Outcome Run<TState, TCommand, TEvent>(IDecider<TState, TCommand, TEvent> decider, ActorId actor, ICommand command)
        where TState : class
        where TCommand : ICommand
        where TEvent : IEvent
    {
        var state = states.GetValueOrDefault(actor.ToString()) as TState ?? decider.Initial(actor.Key);
        var context = new Context(now, TestPack.Small, CommandId.From($"{++commands}"), Origin.System);
        var outcome = command is Notice notice ? decider.Notice(state, notice, context) : decider.Decide(state, (TCommand)command, context);
        if (outcome is Decision decision)
        {
            foreach (var each in decision.Events)
            {
                state = decider.Evolve(state, (TEvent)each);
                events.Add(each);
                Watch(each);
            }

            foreach (var send in decision.Sends)
            {
                var pair = $"{actor}>{send.To}";
                if (!mail.TryGetValue(pair, out var queue))
                {
                    mail[pair] = queue = new();
                }

                queue.Enqueue((actor, send.To, send.Command));
            }

            foreach (var alarm in decision.Alarms)
            {
                alarms.Remove($"{actor} {alarm.Name}");
                if (alarm is { At: { } at, Command: { } due })
                {
                    alarms[$"{actor} {alarm.Name}"] = (actor, at, due);
                }
            }

            foreach (var ring in decision.Effects.Select(e => e.Effect).OfType<RingLeg>())
            {
                ringing.Add((actor, ring.Leg));
                legs.Add((actor, ring.Leg));
            }
        }

        states[actor.ToString()] = state;
        return outcome;
    }

    private void Watch(IEvent @event)
    {
        switch (@event)
        {
            case OfferMade e:
                offers.Add((e.Offer, e.Agent));
                break;
            case OfferAccepted e:
                offers.RemoveAll(o => o.Offer == e.Offer);
                Slots.Add($"{e.Agent}:{e.Contact}");
                break;
            case OfferClosed e:
                offers.RemoveAll(o => o.Offer == e.Offer);
                break;
            case SlotTaken e:
                Slots.Add($"{e.Agent}:{e.Contact}");
                break;
            case SlotReleased e:
                Slots.Remove($"{e.Agent}:{e.Contact}");
                break;
            default:
                break;
        }
    }
}
