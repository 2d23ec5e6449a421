using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>
/// After a failure the failed actor may have further records on their way, decided upon the one that was lost. They must
/// fail too, even where their version happens to be the next one. Every append takes a ticket; a fence fails the tickets
/// given out before the actor's owner had heard of the failure. Not thread-safe: the writer owns it.
/// </summary>
internal sealed class AppendFence
{
    /// <summary>Fences that no ticket can reach any more are dropped when there are this many.</summary>
    private const int SweepAt = 256;

    private readonly Dictionary<ActorId, long> byActor = [];
    private long all = -1;

    public AppendFailure? Blocks(in ActorId actor, long ticket)
    {
        if (ticket <= all)
        {
            return AppendFailure.Unavailable;
        }

        return byActor.Count > 0 && byActor.TryGetValue(actor, out var until) && ticket <= until ? AppendFailure.Conflict : null;
    }

    public void Raise(in ActorId actor, long lastTicket) => byActor[actor] = lastTicket;

    public void RaiseForAll(long lastTicket) => all = Math.Max(all, lastTicket);

    public void Passed(long ticket)
    {
        if (byActor.Count < SweepAt)
        {
            return;
        }

        foreach (var dead in byActor.Where(pair => pair.Value <= ticket).Select(pair => pair.Key).ToList())
        {
            byActor.Remove(dead);
        }
    }
}
