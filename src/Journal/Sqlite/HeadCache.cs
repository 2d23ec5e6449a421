using System.Collections.Concurrent;
using Santral.Domain.Kernel;

namespace Santral.Journal;

/// <summary>
/// The last version of recently used actors, by which a conflict is seen without reading. Two generations: when the young
/// one is full the old one is forgotten. The writer owns it; readers only leave <see cref="Hint"/>s.
/// </summary>
internal sealed class HeadCache(int generation = HeadCache.Generation)
{
    /// <summary>Actors per generation, about 100 bytes each.</summary>
    public const int Generation = 131_072;
    private const int MaxHints = 20_000;

    private readonly ConcurrentQueue<(ActorId Actor, long Version, long AsOf)> hints = new();
    private Dictionary<ActorId, long> young = [];
    private Dictionary<ActorId, long> old = [];
    private long youngSince;
    private long oldSince;

    /// <summary>Any thread: at sequence <paramref name="asOf"/> the actor's last version was this.</summary>
    public void Hint(ActorId actor, long version, long asOf)
    {
        if (hints.Count < MaxHints)
        {
            hints.Enqueue((actor, version, asOf));
        }
    }

    public void TakeHints(long durable)
    {
        while (hints.TryDequeue(out var hint))
        {
            // An older hint might miss a version that was committed and forgotten since.
            if (hint.AsOf >= oldSince && (!TryGet(hint.Actor, out var known) || known < hint.Version))
            {
                Set(hint.Actor, hint.Version, durable);
            }
        }
    }

    public bool TryGet(in ActorId actor, out long version) => young.TryGetValue(actor, out version) || old.TryGetValue(actor, out version);

    public void Set(in ActorId actor, long version, long durable)
    {
        if (young.Count >= generation && !young.ContainsKey(actor))
        {
            (old, young) = (young, old);
            young.Clear();
            (oldSince, youngSince) = (youngSince, durable);
        }

        young[actor] = version;
    }

    /// <summary>After a failed commit: what was set may be ahead of the store.</summary>
    public void Clear(long durable)
    {
        young.Clear();
        old.Clear();
        youngSince = durable;
        oldSince = durable;
    }
}
