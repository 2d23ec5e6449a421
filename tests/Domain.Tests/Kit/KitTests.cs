using Santral.Domain.Kernel;
using Xunit;
using Xunit.Sdk;

namespace Santral.Domain.Tests.Kit;

/// <summary>The kit itself must be able to fail.</summary>
public sealed class KitTests
{
    [Fact]
    public void A_decision_that_touches_its_state_is_caught() =>
        Assert.ThrowsAny<XunitException>(() => Scenario.Of(new Counting(impure: true), "a").When(new Count()));

    [Fact]
    public void A_pure_decision_is_applied_once_and_its_alarm_fires_at_its_instant()
    {
        var counter = Scenario.Of(new Counting(impure: false), "a").When(new Count()).Accepted();
        Assert.Equal(1, counter.State.Total);
        counter.After(TimeSpan.FromSeconds(59));
        Assert.Equal(1, counter.State.Total);
        counter.After(TimeSpan.FromSeconds(1));
        Assert.Equal(2, counter.State.Total);
        counter.ReplayEqualsLive();
    }

    [Fact]
    public void Two_states_with_the_same_values_have_the_same_hash_and_others_do_not()
    {
        Assert.Equal(StateDump.Hash(new HashSet<string> { "a", "b" }), StateDump.Hash(new HashSet<string> { "b", "a" }));
        Assert.NotEqual(StateDump.Hash(new Counter { Total = 1 }), StateDump.Hash(new Counter { Total = 2 }));
        Assert.NotEqual(StateDump.Hash(new List<int> { 1, 2 }), StateDump.Hash(new List<int> { 2, 1 }));
    }

    private sealed record Count : ICommand;

    private sealed record Counted : IEvent;

    private sealed class Counter
    {
        public int Total { get; set; }
    }

    private sealed class Counting(bool impure) : IDecider<Counter, Count, Counted>
    {
        public string Kind => "counter";

        public Counter Initial(string key) => new();

        public Outcome Decide(Counter state, Count command, in Context context)
        {
            state.Total += impure ? 1 : 0;
            return Decision.Of(new Counted()).Alarm("again", context.Now + TimeSpan.FromMinutes(1), command);
        }

        public Outcome Notice(Counter state, Notice notice, in Context context) => Decision.Nothing;

        public Counter Evolve(Counter state, Counted @event)
        {
            state.Total++;
            return state;
        }
    }
}
