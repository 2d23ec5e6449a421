using Santral.Domain.Kernel;
using Santral.Engine.Cells;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Contract.Hosts;

/// <summary>What every host promises (docs/ARCHITECTURE.md, "The engine contract"). A new host inherits it in one line.</summary>
public abstract class HostContract
{
    protected abstract IActorHost Create(ActorCatalog catalog, CellServices services);

    protected HostRun Run(InMemoryStore? store = null, ManualTime? time = null, ScriptedPort? port = null, UnreleasedBudget? budget = null) =>
        new(store ?? new(), time ?? new(), port ?? new(), Create, budget);

    [Fact]
    public async Task A_reply_waits_until_its_decision_is_durable()
    {
        await using var run = Run();
        await run.Ask("a", LedgerDecider.Add(1), "warm");
        run.Journal.Hold();
        var reply = run.Post("a", LedgerDecider.Add(2), "one");
        var rejection = run.Post("a", LedgerDecider.Add(-1), "two");
        var nothing = run.Post("a", LedgerDecider.Add(0), "three");
        var repeated = run.Post("a", LedgerDecider.Add(2), "one");
        run.UntilUnreleased(1);
        Assert.All([reply, rejection, nothing, repeated], task => Assert.False(task.IsCompleted));

        run.Journal.Release();
        Assert.Equal(2, Assert.IsType<Reply.Accepted>(await reply).Sequence);
        Assert.Equal(LedgerDecider.Negative, Assert.IsType<Reply.Rejected>(await rejection).Code);
        Assert.IsType<Reply.Accepted>(await nothing);
        Assert.Equal(await reply, await repeated);
    }

    [Fact]
    public async Task A_command_delivered_twice_is_applied_once_and_answered_alike()
    {
        await using var run = Run();
        var first = await run.Ask("a", LedgerDecider.Add(5), "same");
        var second = await run.Ask("a", LedgerDecider.Add(5), "same");
        Assert.Equal(first, second);
        Assert.Equal((int[])[5], await run.Entries("a"));
    }

    [Fact]
    public async Task A_command_delivered_again_after_a_restart_is_answered_from_the_store()
    {
        var store = new InMemoryStore();
        Reply first;
        await using (var run = Run(store))
        {
            first = await run.Ask("a", LedgerDecider.Add(5), "same");
        }

        await using var again = Run(store);
        Assert.Equal(first, await again.Ask("a", LedgerDecider.Add(5), "same"));
        Assert.Equal((int[])[5], await again.Entries("a"));
    }

    [Fact]
    public async Task The_same_id_with_another_payload_is_refused()
    {
        await using var run = Run();
        await run.Ask("a", LedgerDecider.Add(5), "same");
        Assert.Equal("command.id_reused", Assert.IsType<Reply.Rejected>(await run.Ask("a", LedgerDecider.Add(6), "same")).Code);
        Assert.Equal((int[])[5], await run.Entries("a"));
    }

    [Fact]
    public async Task A_rejection_is_not_stored_and_the_command_is_decided_anew()
    {
        await using var run = Run();
        await run.Ask("a", LedgerDecider.Add(-1), "same");
        await run.Ask("a", LedgerDecider.Add(-1), "same");
        Assert.Equal(0, run.Journal.DurableSequence);
    }

    [Theory]
    [InlineData(AppendFailure.Unavailable, false)]
    [InlineData(AppendFailure.Unknown, false)]
    [InlineData(AppendFailure.Unknown, true)]
    [InlineData(AppendFailure.Conflict, false)]
    public async Task After_a_failed_append_the_caller_retries_and_the_command_counts_once(AppendFailure failure, bool stored)
    {
        await using var run = Run();
        await run.Ask("a", LedgerDecider.Add(1), "before");
        run.Journal.FailNext(failure, stored);
        Assert.IsType<Reply.Unavailable>(await run.Ask("a", LedgerDecider.Add(2), "lost"));
        Assert.IsType<Reply.Accepted>(await run.Ask("a", LedgerDecider.Add(2), "lost"));
        Assert.Equal((int[])[1, 2], await run.Entries("a"));
    }

    [Fact]
    public async Task Decisions_made_on_top_of_a_failed_one_are_dropped_with_it()
    {
        await using var run = Run();
        await run.Ask("a", LedgerDecider.Add(1), "before");
        run.Journal.Hold();
        run.Journal.FailNext(AppendFailure.Unavailable);
        var first = run.Post("a", LedgerDecider.Add(2), "first");
        var second = run.Post("a", LedgerDecider.Add(3), "second");
        run.UntilUnreleased(2);
        run.Journal.Release();
        Assert.IsType<Reply.Unavailable>(await first);
        Assert.IsType<Reply.Unavailable>(await second);
        Assert.IsType<Reply.Accepted>(await run.Ask("a", LedgerDecider.Add(3), "second"));
        Assert.Equal((int[])[1, 3], await run.Entries("a"));
    }

    [Fact]
    public async Task A_decider_that_throws_refuses_one_command_and_serves_on()
    {
        await using var run = Run();
        Assert.Equal("engine.decider_fault", Assert.IsType<Reply.Rejected>(await run.Ask("a", LedgerDecider.Explode, "bug")).Code);
        Assert.IsType<Reply.Accepted>(await run.Ask("a", LedgerDecider.Add(1), "next"));
    }

    [Fact]
    public async Task At_the_bound_callers_are_turned_away_and_the_reserved_lane_is_not()
    {
        await using var run = Run(budget: new UnreleasedBudget(maxDecisions: 2));
        run.Journal.Hold();
        var first = run.Post("a", LedgerDecider.Add(1), "1");
        var second = run.Post("b", LedgerDecider.Add(1), "2");
        run.UntilUnreleased(2);
        Assert.Equal("engine.busy", Assert.IsType<Reply.Unavailable>(await run.Ask("d", LedgerDecider.Add(1), "3")).Code);
        var reserved = run.Actors.AskAsync(LedgerDecider.Of("d"), LedgerDecider.Add(1), CommandId.From("4"), Origin.System, Lane.Reserved, TestContext.Current.CancellationToken);
        run.Journal.Release();
        Assert.IsType<Reply.Accepted>(await first);
        Assert.IsType<Reply.Accepted>(await second);
        Assert.IsType<Reply.Accepted>(await reserved);
    }

    [Fact]
    public async Task Now_never_goes_below_the_actors_last()
    {
        var time = new ManualTime();
        await using var run = Run(time: time);
        await run.Ask("a", LedgerDecider.Add(1), "1");
        time.Step(TimeSpan.FromHours(-3));
        await run.Ask("a", LedgerDecider.Add(2), "2");
        var stored = await run.Journal.LoadAsync(LedgerDecider.Of("a"), 0, TestContext.Current.CancellationToken);
        var times = stored.Select(s => Codec.RecordCodec.Default.Decode(s.Bytes).At).ToArray();
        Assert.Equal(times[0], times[1]);
    }
}
