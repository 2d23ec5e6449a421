using Santral.Domain.Kernel;
using Santral.Engine.Cells;
using Santral.Engine.Ports;

namespace Santral.Engine.Hosting;

/// <summary>What a host adds to the cells: a place to run and one command at a time per actor.</summary>
public interface IActorHost
{
    /// <summary>Brings a delivery to its actor, wherever it lives. Never throws for the actor's own reasons.</summary>
    Task<Reply> DeliverAsync(ActorId target, Delivery delivery);
}

/// <summary>The one door for adapters, over any host.</summary>
public sealed class Actors(IActorHost host) : IActors
{
    public async ValueTask<Reply> AskAsync(
        ActorId target, ICommand command, CommandId id, Origin by, Lane lane = Lane.Normal, CancellationToken cancel = default)
    {
        var reply = host.DeliverAsync(target, new Delivery { Id = id, Command = command, By = by, Lane = lane });
        return await reply.WaitAsync(cancel).ConfigureAwait(false);
    }
}
