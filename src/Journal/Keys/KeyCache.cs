using Santral.Domain.Kernel;

namespace Santral.Journal;

/// <summary>The most recently used keys, at most so many. Its owner locks.</summary>
internal sealed class KeyCache(int capacity)
{
    private readonly Dictionary<(string, DataClass), LinkedListNode<Entry>> places = [];
    private readonly LinkedList<Entry> byUse = [];

    public int Count => places.Count;

    /// <summary>True when known; the key is null when it is known to be destroyed.</summary>
    public bool TryGet(string subject, DataClass dataClass, out byte[]? key)
    {
        if (!places.TryGetValue((subject, dataClass), out var place))
        {
            key = null;
            return false;
        }

        byUse.Remove(place);
        byUse.AddFirst(place);
        key = place.Value.Key;
        return true;
    }

    public void Set(string subject, DataClass dataClass, byte[]? key)
    {
        if (places.Remove((subject, dataClass), out var known))
        {
            byUse.Remove(known);
        }

        if (places.Count == capacity)
        {
            places.Remove((byUse.Last!.Value.Subject, byUse.Last.Value.Class));
            byUse.RemoveLast();
        }

        places[(subject, dataClass)] = byUse.AddFirst(new Entry(subject, dataClass, key));
    }

    private readonly record struct Entry(string Subject, DataClass Class, byte[]? Key);
}
