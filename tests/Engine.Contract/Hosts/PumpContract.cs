using Santral.Engine.Cells;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Contract.Hosts;

/// <summary>What records owe is carried out, whoever wrote them and whatever died in between.</summary>
public abstract class PumpContract
{
    protected abstract IActorHost Create(ActorCatalog catalog, CellServices services);

    protected HostRun Run(InMemoryStore? store = null, ManualTime? time = null, ScriptedPort? port = null) => new(store ?? new(), time ?? new(), port ?? new(), Create);

    [Fact]
    public async Task Sends_arrive_once_and_in_order()
    {
        await using var run = Run();
        await run.StartPumpAsync();
        for (var i = 1; i <= 20; i++)
        {
            await run.Ask("a", LedgerDecider.Forward("b", i), $"f{i}");
        }

        Assert.Equal(Enumerable.Range(1, 20), await run.Until("b", entries => entries.Length == 20));
    }

    [Fact]
    public async Task A_send_whose_owner_died_before_delivery_still_arrives_and_only_once()
    {
        var store = new InMemoryStore();
        await using (var dying = Run(store))
        {
            await dying.Ask("a", LedgerDecider.Forward("b", 7), "f");
        }

        await using (var next = Run(store))
        {
            await next.StartPumpAsync();
            await next.Until("b", entries => entries is [7]);
        }

        await using var last = Run(store);
        await last.StartPumpAsync();
        await last.Ask("a", LedgerDecider.Forward("b", 8), "g");
        Assert.Equal((int[])[7, 8], await last.Until("b", entries => entries.Length >= 2));
    }

    [Fact]
    public async Task A_refused_send_comes_back_to_its_source_once()
    {
        var store = new InMemoryStore();
        await using (var run = Run(store))
        {
            await run.StartPumpAsync();
            await run.Ask("a", LedgerDecider.Forward("b", -5), "f");
            Assert.Equal((int[])[1, 500], await run.Until("a", entries => entries.Length == 2));
        }

        await using var again = Run(store);
        await again.StartPumpAsync();
        Assert.Equal(0, again.OpenSends);
        Assert.Empty(await again.Entries("b"));
    }

    [Fact]
    public async Task An_alarm_rings_at_its_instant_and_once()
    {
        var time = new ManualTime();
        var store = new InMemoryStore();
        await using (var run = Run(store, time))
        {
            await run.StartPumpAsync();
            await run.Ask("a", LedgerDecider.Remind(time.GetUtcNow() + TimeSpan.FromSeconds(90)), "r");
            // The pump has seen the alarm when the send that was journalled after it has arrived.
            await run.Ask("a", LedgerDecider.Forward("b", 1), "marker");
            await run.Until("b", entries => entries.Length == 1);
            time.Advance(TimeSpan.FromSeconds(89));
            Assert.DoesNotContain(1000, await run.Entries("a"));
            time.Advance(TimeSpan.FromSeconds(2));
            await run.Until("a", entries => entries.Contains(1000));
        }

        await using var again = Run(store, time);
        await again.StartPumpAsync();
        Assert.Equal(0, again.SetAlarms);
    }

    [Fact]
    public async Task An_alarm_that_fell_due_while_nothing_ran_rings_after_the_start()
    {
        var time = new ManualTime();
        var store = new InMemoryStore();
        await using (var run = Run(store, time))
        {
            await run.Ask("a", LedgerDecider.Remind(time.GetUtcNow() + TimeSpan.FromMinutes(1)), "r");
        }

        time.Advance(TimeSpan.FromDays(3));
        await using var again = Run(store, time);
        await again.StartPumpAsync();
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((int[])[1, 1000], await again.Until("a", entries => entries.Length == 2));
    }

    [Fact]
    public async Task A_cancelled_or_replaced_alarm_does_not_ring()
    {
        var time = new ManualTime();
        await using var run = Run(time: time);
        await run.StartPumpAsync();
        await run.Ask("a", LedgerDecider.Remind(time.GetUtcNow() + TimeSpan.FromMinutes(1)), "r");
        await run.Ask("a", LedgerDecider.Remind(time.GetUtcNow() + TimeSpan.FromMinutes(5)), "s");
        await run.Ask("c", LedgerDecider.Remind(time.GetUtcNow() + TimeSpan.FromMinutes(1)), "t");
        await run.Ask("c", LedgerDecider.CancelReminder, "u");
        await run.Ask("a", LedgerDecider.Forward("b", 1), "marker");
        await run.Until("b", entries => entries.Length == 1);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.DoesNotContain(1000, await run.Entries("a"));
        time.Advance(TimeSpan.FromMinutes(4));
        await run.Until("a", entries => entries.Count(e => e == 1000) == 1);
        Assert.DoesNotContain(1000, await run.Entries("c"));
    }

    [Theory]
    [InlineData("done", 10)]
    [InlineData("failed", 20)]
    [InlineData("in doubt", 40)]
    [InlineData("throws", 40)]
    public async Task An_effect_ends_in_exactly_one_notice(string answer, int noted)
    {
        var port = new ScriptedPort();
        port.Answer(() => answer switch
        {
            "done" => Task.FromResult<EffectResult>(new EffectResult.Done("SM1")),
            "failed" => Task.FromResult<EffectResult>(new EffectResult.Failed("no")),
            "in doubt" => Task.FromResult<EffectResult>(new EffectResult.InDoubt()),
            _ => Task.FromException<EffectResult>(new TimeoutException()),
        });
        await using var run = Run(port: port);
        await run.StartPumpAsync();
        await run.Ask("a", LedgerDecider.Ask("hello"), "e");
        Assert.Equal((int[])[1, noted], await run.Until("a", entries => entries.Length == 2));
    }

    [Fact]
    public async Task An_effect_that_is_too_late_is_not_carried_out()
    {
        var time = new ManualTime();
        var store = new InMemoryStore();
        await using (var dying = Run(store, time))
        {
            await dying.Ask("a", LedgerDecider.Ask("hello"), "e");
        }

        time.Advance(TimeSpan.FromMinutes(2));
        await using var run = Run(store, time);
        await run.StartPumpAsync();
        Assert.Equal((int[])[1, 30], await run.Until("a", entries => entries.Length == 2));
        Assert.False(run.Port.WasCalled);
    }

    [Fact]
    public async Task An_attempt_whose_answer_died_with_the_process_is_settled_and_never_repeated()
    {
        var store = new InMemoryStore();
        var never = new TaskCompletionSource<EffectResult>();
        var port = new ScriptedPort();
        port.Answer(() => never.Task);
        await using (var dying = Run(store, port: port))
        {
            await dying.StartPumpAsync();
            await dying.Ask("a", LedgerDecider.Ask("hello"), "e");
            Assert.StartsWith("run ", await port.NextCallAsync(), StringComparison.Ordinal);
        }

        var next = new ScriptedPort();
        next.Answer(new EffectResult.InDoubt());
        await using var run = Run(store, port: next);
        await run.StartPumpAsync();
        Assert.Equal((int[])[1, 40], await run.Until("a", entries => entries.Length == 2));
        Assert.StartsWith("settle ", await next.NextCallAsync(), StringComparison.Ordinal);
        Assert.False(next.WasCalled);
    }

    [Fact]
    public async Task An_attempt_that_certainly_came_to_nothing_is_run_again_and_not_settled()
    {
        var port = new ScriptedPort();
        for (var i = 0; i < 20; i++)
        {
            port.Answer(new EffectResult.Retry(TimeSpan.Zero));
        }

        await using var run = Run(port: port);
        await run.StartPumpAsync();
        await run.Ask("a", LedgerDecider.Ask("hello"), "e");
        Assert.Equal((int[])[1, 10], await run.Until("a", entries => entries.Length == 2));
        for (var i = 0; i < 21; i++)
        {
            Assert.StartsWith("run ", await port.NextCallAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_effect_that_may_be_repeated_is_run_again_after_a_crash()
    {
        var store = new InMemoryStore();
        await using (var dying = Run(store))
        {
            await dying.Ask("a", LedgerDecider.Ask("hello"), "e");
        }

        var port = new ScriptedPort(repeatIsVisible: false);
        await using var run = Run(store, port: port);
        await run.StartPumpAsync();
        Assert.Equal((int[])[1, 10], await run.Until("a", entries => entries.Length == 2));
        Assert.StartsWith("run ", await port.NextCallAsync(), StringComparison.Ordinal);
    }
}
