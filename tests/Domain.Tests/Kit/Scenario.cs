using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Xunit;

namespace Santral.Domain.Tests.Kit;

public static class Scenario
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    public static Scenario<TState, TCommand, TEvent> Of<TState, TCommand, TEvent>(IDecider<TState, TCommand, TEvent> decider, string key, Pack? pack = null, DateTimeOffset? now = null)
        where TState : class
        where TCommand : ICommand
        where TEvent : IEvent => new(decider, key, pack ?? TestPack.Small, now ?? Start);
}

/// <summary>
/// One actor in a test: given events, when commands, then what came of them. Each command is decided twice on the same
/// state (the outcomes must be equal and the state's hash unchanged), applied once, and then delivered again under another
/// id, as a switch or a provider repeats itself: that must not throw, and <see cref="Again"/> holds its outcome.
/// </summary>
public sealed class Scenario<TState, TCommand, TEvent>(IDecider<TState, TCommand, TEvent> decider, string key, Pack pack, DateTimeOffset now)
    where TState : class
    where TCommand : ICommand
    where TEvent : IEvent
{
    private readonly SortedDictionary<string, (DateTimeOffset At, TCommand Command)> alarms = new(StringComparer.Ordinal);
    private int commands;

    public TState State { get; private set; } = decider.Initial(key);
    public DateTimeOffset Now { get; private set; } = now;
    public Pack Pack { get; set; } = pack;
    public Origin By { get; set; } = Origin.System;
    public List<TEvent> Events { get; } = [];
    public List<Send> Sends { get; } = [];
    public List<EffectRequest> Effects { get; } = [];

    /// <summary>Alarms that are set and have not fired.</summary>
    public IReadOnlyDictionary<string, (DateTimeOffset At, TCommand Command)> Alarms => alarms;

    /// <summary>What the last command brought about; nothing when it was refused.</summary>
    public Decision Last { get; private set; } = Decision.Nothing;

    /// <summary>The code of the last refusal, null when the last command was accepted.</summary>
    public string? Code { get; private set; }

    /// <summary>What the last command would have brought about if it came once more under another id.</summary>
    public Outcome? Again { get; private set; }

    public Scenario<TState, TCommand, TEvent> Given(params TEvent[] events)
    {
        foreach (var each in events)
        {
            Apply(each);
        }

        return this;
    }

    public Scenario<TState, TCommand, TEvent> When(TCommand command) => Step(context => decider.Decide(State, command, context), $"{command}");

    public Scenario<TState, TCommand, TEvent> Noticed(Notice notice) => Step(context => decider.Notice(State, notice, context), $"{notice}");

    /// <summary>Lets time pass; alarms fire in order at their instants.</summary>
    public Scenario<TState, TCommand, TEvent> After(TimeSpan wait)
    {
        var until = Now + wait;
        while (alarms.Count > 0)
        {
            var (name, (at, command)) = alarms.MinBy(a => (a.Value.At, a.Key));
            if (at > until)
            {
                break;
            }

            alarms.Remove(name);
            Now = at > Now ? at : Now;
            When(command);
        }

        Now = until;
        return this;
    }

    /// <summary>The effect failed, done, expired…: every effect of type <typeparamref name="TEffect"/> of the last command ends so.</summary>
    public Scenario<TState, TCommand, TEvent> Ended<TEffect>(Func<string, TEffect, Notice> how) where TEffect : IEffect
    {
        var due = Last.Effects.Select(e => e.Effect).OfType<TEffect>().ToList();
        Assert.NotEmpty(due);
        for (var i = 0; i < due.Count; i++)
        {
            Noticed(how($"{decider.Kind}/{key}/{commands}/{i}", due[i]));
        }

        return this;
    }

    public Scenario<TState, TCommand, TEvent> Refused(string code)
    {
        Assert.Equal(code, Code);
        return this;
    }

    public Scenario<TState, TCommand, TEvent> Accepted()
    {
        Assert.Null(Code);
        return this;
    }

    /// <summary>The one event of that type of the last command.</summary>
    public T Event<T>() where T : TEvent => Assert.Single(Last.Events.OfType<T>());

    public bool Happened<T>() where T : TEvent => Events.OfType<T>().Any();

    /// <summary>The one command of that type which the last command sent, and its target.</summary>
    public T Sent<T>(ActorId? to = null) where T : ICommand
    {
        var send = Assert.Single(Last.Sends, s => s.Command is T);
        if (to is { } target)
        {
            Assert.Equal(target, send.To);
        }

        return (T)send.Command;
    }

    /// <summary>The one effect of that type of the last command.</summary>
    public T Effect<T>() where T : IEffect => Assert.Single(Last.Effects.Select(e => e.Effect).OfType<T>());

    /// <summary>Folds every event from the beginning: replay must give the live state.</summary>
    public void ReplayEqualsLive() => Assert.Equal(StateDump.Of(Events.Aggregate(decider.Initial(key), decider.Evolve)), StateDump.Of(State));

    private Scenario<TState, TCommand, TEvent> Step(Func<Context, Outcome> decide, string what)
    {
        var context = new Context(Now, Pack, CommandId.From($"{key}/{++commands}"), By);
        var before = StateDump.Hash(State);
        var outcome = decide(context);
        Assert.True(before == StateDump.Hash(State), $"Decide changed its state at {what}");
        Assert.True(StateDump.Of(outcome) == StateDump.Of(decide(context)), $"Decide answered differently the second time at {what}");
        (Last, Code) = outcome switch
        {
            Decision decision => (decision, null),
            Rejected refusal => (Decision.Nothing, refusal.Code),
            _ => throw new InvalidOperationException($"{outcome} is neither a decision nor a refusal."),
        };
        foreach (var each in Last.Events)
        {
            Apply((TEvent)each);
        }

        Sends.AddRange(Last.Sends);
        Effects.AddRange(Last.Effects);
        foreach (var alarm in Last.Alarms)
        {
            if (alarm is { At: { } at, Command: TCommand command })
            {
                alarms[alarm.Name] = (at, command);
            }
            else
            {
                alarms.Remove(alarm.Name);
            }
        }

        Again = decide(context with { CommandId = CommandId.From($"{key}/{commands}/again") });
        return this;
    }

    private void Apply(TEvent each)
    {
        Events.Add(each);
        State = decider.Evolve(State, each);
    }
}
