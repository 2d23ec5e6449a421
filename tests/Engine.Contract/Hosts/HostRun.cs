using Microsoft.Extensions.Logging.Abstractions;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Units;
using Santral.Engine.Cells;
using Santral.Engine.Codec;
using Santral.Engine.Contract.Journal;
using Santral.Engine.Feeds;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;
using Santral.Engine.Pump;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Contract.Hosts;

/// <summary>One life of a process over a store: host, pump, port and clock. Disposing it is the crash.</summary>
public sealed class HostRun : IAsyncDisposable
{
    private static readonly Origin By = new("ayse", "agent", "console");
    private readonly DeliveryPump pump;
    private readonly UnreleasedBudget budget;

    public HostRun(InMemoryStore store, ManualTime time, ScriptedPort port, Func<ActorCatalog, CellServices, IActorHost> create, UnreleasedBudget? budget = null)
    {
        Journal = new InMemoryJournal(store, time);
        Port = port;
        Time = time;
        Feed = new DurableFeed(Journal, RecordCodec.Default);
        var pack = new Pack { Id = "test", Hash = "0", Name = "Test", Zone = ZoneRules.Turkiye, Limits = new() };
        this.budget = budget ?? new();
        var services = new CellServices(Journal, RecordCodec.Default, time, new FixedPack(pack), Feed, this.budget, NullLogger.Instance);
        Host = create(new ActorCatalog().Add(new LedgerDecider()), services);
        Actors = new Actors(Host);
        pump = new DeliveryPump(Feed, Journal, Host, [port], time, NullLogger.Instance);
    }

    public InMemoryJournal Journal { get; }
    public ScriptedPort Port { get; }
    public ManualTime Time { get; }
    public DurableFeed Feed { get; }
    public IActorHost Host { get; }
    public IActors Actors { get; }

    /// <summary>Without it nothing moves between actors, as if the process died before the pump took over.</summary>
    public Task StartPumpAsync() => pump.StartAsync(TestContext.Current.CancellationToken);

    /// <summary>Returns when so many decisions were made that are not yet durable.</summary>
    public void UntilUnreleased(int decisions) =>
        Assert.True(SpinWait.SpinUntil(() => budget.Unreleased == decisions, Wait.Deadline), $"{budget.Unreleased} decisions are unreleased, not {decisions}.");

    public int OpenSends => pump.OpenSends;
    public int SetAlarms => pump.SetAlarms;

    public Task<Reply> Post(string ledger, UnitCommand command, string id) =>
        Actors.AskAsync(LedgerDecider.Of(ledger), command, CommandId.From(id), By).AsTask();

    public Task<Reply> Ask(string ledger, UnitCommand command, string id) => Post(ledger, command, id).WaitAsync(Wait.Deadline);

    /// <summary>What the store holds of one ledger, in order.</summary>
    public async Task<int[]> Entries(string ledger)
    {
        var stored = await Journal.LoadAsync(LedgerDecider.Of(ledger), 0, TestContext.Current.CancellationToken);
        return [.. stored.SelectMany(s => RecordCodec.Default.Decode(s.Bytes).Events).Cast<ReminderNoted>().Select(e => e.Count)];
    }

    /// <summary>Waits until the ledger's entries satisfy a condition.</summary>
    public async Task<int[]> Until(string ledger, Func<int[], bool> condition)
    {
        using var deadline = new CancellationTokenSource(Wait.Deadline);
        var entries = new List<int>();
        await foreach (var item in Feed.ReadAsync(0, deadline.Token))
        {
            if (item.Record.Actor == LedgerDecider.Of(ledger))
            {
                entries.AddRange(item.Record.Events.Cast<ReminderNoted>().Select(e => e.Count));
            }

            if (condition([.. entries]))
            {
                return [.. entries];
            }
        }

        throw new TimeoutException($"{ledger} holds {string.Join(",", entries)}.");
    }

    public async ValueTask DisposeAsync()
    {
        await pump.DisposeAsync();
        if (Host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }
    }
}
