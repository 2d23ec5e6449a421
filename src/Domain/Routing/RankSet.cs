namespace Santral.Domain.Routing;

/// <summary>
/// Waiting contacts in rank order, as a list of short sorted runs: adding, removing and finding a position cost one binary
/// search and a move within one run, so neither the first, the last nor any place between is dear.
/// </summary>
internal sealed class RankSet
{
    /// <summary>Entries in a run before it is split in two.</summary>
    private const int RunMost = 128;

    private readonly List<Run> runs = [];

    public int Count { get; private set; }

    public WaitingContact? First => runs.Count == 0 ? null : runs[0].Entries[0].Contact;

    public void Add(RankKey key, WaitingContact contact)
    {
        Count++;
        if (runs.Count == 0)
        {
            runs.Add(new());
        }

        var at = RunOf(key);
        var run = runs[at];
        if (run.Count == RunMost)
        {
            var upper = run.SplitUpper();
            runs.Insert(at + 1, upper);
            run = key.CompareTo(upper.Entries[0].Key) < 0 ? run : upper;
        }

        run.Insert(run.LowerBound(key), new(key, contact));
    }

    public void Remove(RankKey key)
    {
        var at = RunOf(key);
        var run = runs[at];
        var place = run.LowerBound(key);
        if (place == run.Count || run.Entries[place].Key != key)
        {
            throw new InvalidOperationException($"No contact waits at rank {key}.");
        }

        Count--;
        run.RemoveAt(place);
        if (run.Count == 0)
        {
            runs.RemoveAt(at);
        }
        else if (at + 1 < runs.Count && run.Count + runs[at + 1].Count <= RunMost / 2)
        {
            run.Append(runs[at + 1]);
            runs.RemoveAt(at + 1);
        }
    }

    /// <summary>How many go before that key.</summary>
    public int CountBefore(RankKey key)
    {
        if (runs.Count == 0)
        {
            return 0;
        }

        var at = RunOf(key);
        var before = runs[at].LowerBound(key);
        for (var i = 0; i < at; i++)
        {
            before += runs[i].Count;
        }

        return before;
    }

    public IEnumerable<WaitingContact> InOrder()
    {
        foreach (var run in runs)
        {
            for (var i = 0; i < run.Count; i++)
            {
                yield return run.Entries[i].Contact;
            }
        }
    }

    /// <summary>The last run that begins at or before the key, or the first run.</summary>
    private int RunOf(RankKey key)
    {
        var (low, high) = (0, runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle].Entries[0].Key.CompareTo(key) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private readonly record struct Entry(RankKey Key, WaitingContact Contact);

    private sealed class Run
    {
        public Entry[] Entries { get; private set; } = new Entry[8];
        public int Count { get; private set; }

        public int LowerBound(RankKey key)
        {
            var (low, high) = (0, Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Entries[middle].Key.CompareTo(key) < 0)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        public void Insert(int place, Entry entry)
        {
            Grow(Count + 1);
            Array.Copy(Entries, place, Entries, place + 1, Count - place);
            Entries[place] = entry;
            Count++;
        }

        public void RemoveAt(int place)
        {
            Count--;
            Array.Copy(Entries, place + 1, Entries, place, Count - place);
            Entries[Count] = default;
        }

        public Run SplitUpper()
        {
            var upper = new Run();
            var half = Count / 2;
            upper.Grow(Count - half);
            Array.Copy(Entries, half, upper.Entries, 0, Count - half);
            Array.Clear(Entries, half, Count - half);
            upper.Count = Count - half;
            Count = half;
            return upper;
        }

        public void Append(Run next)
        {
            Grow(Count + next.Count);
            Array.Copy(next.Entries, 0, Entries, Count, next.Count);
            Count += next.Count;
        }

        private void Grow(int needed)
        {
            if (needed > Entries.Length)
            {
                var entries = Entries;
                Array.Resize(ref entries, Math.Max(needed, Math.Min(RunMost, entries.Length * 2)));
                Entries = entries;
            }
        }
    }
}

/// <summary>The order of G4: the smaller rank goes first; of equal ranks the one that came to this desk first.</summary>
/// <param name="Rank">UTC ticks of start of age minus head start.</param>
internal readonly record struct RankKey(long Rank, long Arrival) : IComparable<RankKey>
{
    public int CompareTo(RankKey other) => Rank != other.Rank ? Rank.CompareTo(other.Rank) : Arrival.CompareTo(other.Arrival);
}
