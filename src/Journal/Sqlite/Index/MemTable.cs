namespace Santral.Journal;

/// <summary>The newest part of the index, not yet written: a fixed number of entries in append order, chained by hash.</summary>
internal sealed class MemTable
{
    private readonly Lock gate = new();
    private readonly IndexEntry[] entries;
    private readonly int[] buckets;
    private readonly int[] previous;
    private int count;

    public MemTable(int capacity)
    {
        entries = new IndexEntry[capacity];
        buckets = new int[capacity];
        previous = new int[capacity];
    }

    public bool IsFull => count == entries.Length;
    public int Count => count;
    public long FirstSequence => entries[0].Sequence;
    public long LastSequence => entries[count - 1].Sequence;

    public void Add(ulong hash, long sequence)
    {
        lock (gate)
        {
            entries[count] = new(hash, sequence);
            ref var bucket = ref buckets[hash % (ulong)buckets.Length];
            previous[count] = bucket;
            bucket = ++count;
        }
    }

    /// <summary>Adds the hash's sequences, the latest first.</summary>
    public void Find(ulong hash, List<long> found)
    {
        lock (gate)
        {
            for (var place = buckets[hash % (ulong)buckets.Length]; place > 0; place = previous[place - 1])
            {
                if (entries[place - 1].Hash == hash)
                {
                    found.Add(entries[place - 1].Sequence);
                }
            }
        }
    }

    public IndexEntry[] Sorted()
    {
        lock (gate)
        {
            var sorted = entries.AsSpan(0, count).ToArray();
            Array.Sort(sorted);
            return sorted;
        }
    }
}
