using Santral.Domain.Agents;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;

namespace Santral.Domain.Tests.Routing;

/// <summary>
/// One desk, its agents and its contacts, with the commands between them on their way: in order from one actor to another,
/// in any order otherwise. No host, no journal: only the three deciders and the gaps between them.
/// </summary>
internal sealed class Town(Random random)
{
    private readonly Dictionary<ActorId, IActor> actors = [];
    private readonly List<(ActorId From, ActorId To, Queue<ICommand> Commands)> lanes = [];
    private readonly SortedDictionary<string, (DateTimeOffset At, ActorId Actor, ICommand Command)> alarms = new(StringComparer.Ordinal);
    private int commands;

    private interface IActor
    {
        Outcome Do(ICommand command, in Context context);
    }

    public DateTimeOffset Now { get; private set; } = Scenario.Start;
    public Dictionary<ContactId, ContactState> Contacts { get; } = [];
    public Dictionary<AgentId, AgentState> Agents { get; } = [];
    public DeskState Desk { get; private set; } = new(TestPack.Desk);

    /// <summary>What the switch was asked for and has not answered: prompts to end and legs to be answered.</summary>
    public List<TelephonyEffect> Asked { get; } = [];

    /// <summary>Legs that are up.</summary>
    public List<(ContactId Contact, string Leg)> Up { get; } = [];

    public bool InTransit => lanes.Exists(l => l.Commands.Count > 0);

    public void Pass(TimeSpan time) => Now += time;

    /// <summary>Somebody outside asks; a refusal is theirs to read.</summary>
    public void Ask(ActorId to, ICommand command) => Deliver(null, to, command);

    public void DeliverOne()
    {
        var full = lanes.FindAll(l => l.Commands.Count > 0);
        if (full.Count > 0)
        {
            var (from, to, queue) = full[random.Next(full.Count)];
            Deliver(from, to, queue.Dequeue());
        }
    }

    public void FireNextAlarm()
    {
        if (alarms.Count > 0)
        {
            var (name, (at, actor, command)) = alarms.MinBy(a => (a.Value.At, a.Key));
            alarms.Remove(name);
            Now = at > Now ? at : Now;
            Deliver(null, actor, command);
        }
    }

    private void Deliver(ActorId? from, ActorId to, ICommand command)
    {
        if (Actor(to) is not { } actor)
        {
            return;
        }

        var outcome = actor.Do(command, new(Now, TestPack.Small, CommandId.From($"{++commands}"), Origin.System));
        switch (outcome)
        {
            case Rejected refused when from is { } sender && command is not Notice:
                Send(to, sender, new Notice.SendRefused(to, command, refused.Code));
                break;
            case Decision decision:
                Carry(to, decision);
                break;
        }
    }

    private void Carry(ActorId actor, Decision decision)
    {
        foreach (var send in decision.Sends)
        {
            Send(actor, send.To, send.Command);
        }

        foreach (var alarm in decision.Alarms)
        {
            var name = $"{actor} {alarm.Name}";
            alarms.Remove(name);
            if (alarm is { At: { } at, Command: { } command })
            {
                alarms.Add(name, (at, actor, command));
            }
        }

        foreach (var request in decision.Effects)
        {
            Switch((request.Effect as TelephonyEffect)!);
        }
    }

    private void Switch(TelephonyEffect? effect)
    {
        switch (effect)
        {
            case PlayPrompt or RingLeg:
                Asked.Add(effect);
                break;
            case HangUpLeg hangUp:
                Asked.RemoveAll(a => a is RingLeg ring && ring.Leg == hangUp.Leg);
                Up.Remove((hangUp.Contact, hangUp.Leg));
                break;
            case ReleaseCall release:
                Asked.RemoveAll(a => a.Contact == release.Contact);
                Up.RemoveAll(u => u.Contact == release.Contact);
                break;
        }
    }

    private void Send(ActorId from, ActorId to, ICommand command)
    {
        var lane = lanes.Find(l => l.From == from && l.To == to);
        if (lane.Commands is null)
        {
            lanes.Add(lane = (from, to, new()));
        }

        lane.Commands.Enqueue(command);
    }

    private IActor? Actor(ActorId id) => actors.TryGetValue(id, out var known) ? known : id.Kind switch
    {
        ActorKinds.Desk => actors[id] = new Box<DeskState, DeskCommand, DeskEvent>(new DeskDecider(), id.Key, s => Desk = s),
        ActorKinds.Agent => actors[id] = new Box<AgentState, AgentCommand, AgentEvent>(new AgentDecider(), id.Key, s => Agents[new(id.Key)] = s),
        ActorKinds.Contact => actors[id] = new Box<ContactState, ContactCommand, ContactEvent>(new ContactDecider(), id.Key, s => Contacts[ContactId.Parse(id.Key)] = s),
        _ => null,
    };

    private sealed class Box<TState, TCommand, TEvent>(IDecider<TState, TCommand, TEvent> decider, string key, Action<TState> publish) : IActor
        where TState : class
        where TCommand : ICommand
        where TEvent : IEvent
    {
        private TState state = decider.Initial(key);

        public Outcome Do(ICommand command, in Context context)
        {
            var outcome = command is Notice notice ? decider.Notice(state, notice, context) : decider.Decide(state, (TCommand)command, context);
            foreach (var each in (outcome as Decision)?.Events ?? [])
            {
                state = decider.Evolve(state, (TEvent)each);
            }

            publish(state);
            return outcome;
        }
    }
}
