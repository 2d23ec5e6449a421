using Microsoft.Extensions.Logging.Abstractions;
using Santral.Domain.Addresses;
using Santral.Domain.Agents;
using Santral.Domain.Cases;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Domain.Units;
using Santral.Embedded;
using Santral.Engine.Cells;
using Santral.Engine.Codec;
using Santral.Engine.Feeds;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;
using Santral.Engine.Pump;
using Santral.Benchmarks.Journal;
using Santral.Journal;

namespace Santral.Benchmarks.Engine;

/// <summary>The product's own engine over a journal, put together as the Silo does it, without the network around it.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    private readonly IDisposable? folder;
    private readonly EmbeddedHost host;
    private readonly DeliveryPump pump;

    private BenchEngine(IJournal journal, Pack pack, IDisposable? folder)
    {
        (Journal, this.folder) = (journal, folder);
        var feed = new DurableFeed(journal, RecordCodec.Default);
        var catalog = new ActorCatalog()
            .Add(new AddressDecider()).Add(new CitizenDecider()).Add(new ContactDecider()).Add(new DeskDecider())
            .Add(new AgentDecider()).Add(new CaseDecider()).Add(new CaseNumberDecider()).Add(new UnitDecider());
        host = new(catalog, new(journal, RecordCodec.Default, TimeProvider.System, new FixedPack(pack), feed, new(), NullLogger.Instance));
        pump = new(feed, journal, host, [], TimeProvider.System, NullLogger.Instance);
        Actors = new Actors(host);
    }

    public IJournal Journal { get; }
    public IActors Actors { get; }

    /// <summary>Group commit on SQLite, synchronous=FULL.</summary>
    public static BenchEngine Own(Pack pack, bool slow)
    {
        var folder = new BenchFolder();
        return new(SqliteJournal.Open(new() { Folder = folder.Path, AfterCommit = slow ? SlowDisk.Wait : null }), pack, folder);
    }

    /// <summary>The peer: the same engine, every record in a transaction of its own.</summary>
    /// <param name="readers">False keeps nothing for readers, for runs without pump and views.</param>
    public static BenchEngine OneTransactionPerEvent(Pack pack, bool slow, bool readers)
    {
        var folder = new BenchFolder();
        return new(new SingleTransactionJournal(folder.Path, slow ? SlowDisk.Wait : null, readers), pack, folder);
    }

    /// <summary>From now on sends reach their targets.</summary>
    public Task StartPumpAsync() => pump.StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await pump.DisposeAsync();
        await host.DisposeAsync();
        await Journal.DisposeAsync();
        folder?.Dispose();
    }
}
