using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Santral.Domain.Kernel;
using Santral.Engine.Cells;
using Santral.Engine.Codec;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;

namespace Santral.Embedded;

/// <summary>
/// Runs every actor of one process: a mailbox each, loaded on first use, out of memory when idle. It knows no event and no
/// command; all step logic is the cell's.
/// </summary>
public sealed partial class EmbeddedHost : IActorHost, IAsyncDisposable
{
    /// <summary>An actor that nobody addressed for this long leaves memory.</summary>
    public static readonly TimeSpan IdleAfter = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);
    private static readonly Reply.Unavailable Busy = new("engine.busy", TimeSpan.FromSeconds(1));

    private readonly ConcurrentDictionary<ActorId, Activation> active = new();
    private readonly ActorCatalog catalog;
    private readonly CellServices services;
    private readonly ITimer sweeper;

    public EmbeddedHost(ActorCatalog catalog, CellServices services)
    {
        (this.catalog, this.services) = (catalog, services);
        sweeper = services.Time.CreateTimer(_ => Sweep(), null, SweepEvery, SweepEvery);
    }

    public int ActiveActors => active.Count;

    public Task<Reply> DeliverAsync(ActorId target, Delivery delivery)
    {
        if (!services.Budget.HasRoom(delivery.Lane))
        {
            delivery.Complete(Busy);
            return delivery.Reply;
        }

        while (true)
        {
            var activation = active.GetOrAdd(target, id => new Activation(this, id));
            switch (activation.TryPost(delivery))
            {
                case Posted.Yes:
                    return delivery.Reply;
                case Posted.Full:
                    delivery.Complete(Busy);
                    return delivery.Reply;
                case Posted.Gone:
                    // Its thread is taking it out of the table; the next round finds a fresh one.
                    active.TryRemove(new(target, activation));
                    break;
            }
        }
    }

    public async ValueTask DisposeAsync() => await sweeper.DisposeAsync().ConfigureAwait(false);

    internal async Task<ActorCell> LoadAsync(ActorId id)
    {
        var cell = catalog.Create(id, services);
        foreach (var stored in await services.Journal.LoadAsync(id, 0, CancellationToken.None).ConfigureAwait(false))
        {
            cell.Replay(stored.Sequence, services.Codec.Decode(stored.Bytes));
        }

        return cell;
    }

    internal DateTimeOffset Now => services.Time.GetUtcNow();

    internal void Remove(ActorId id, Activation activation) => active.TryRemove(new(id, activation));

    internal void LoadFailed(ActorId id, Exception fault) => LoadFailed(services.Log, fault, id);

    private void Sweep()
    {
        var before = Now - IdleAfter;
        foreach (var (_, activation) in active)
        {
            activation.LeaveIfIdle(before);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Loading {Actor} failed; its callers are asked to retry.")]
    private static partial void LoadFailed(ILogger log, Exception fault, ActorId actor);
}

internal enum Posted
{
    Yes,
    Full,
    Gone,
}
