using System.Collections.Immutable;

namespace Santral.Journal;

/// <summary>
/// Which records an actor has: written behind the journal, never on the append path. New entries go to a table in memory;
/// a full table is written as a sorted segment by a thread of its own, and segments of one size are merged. It lags the
/// journal by at most two tables: when the second is full before the first is written, the writer waits. Derived data:
/// the part not written is rebuilt from the journal's tail at start.
/// </summary>
internal sealed class ActorIndex : IDisposable
{
    /// <summary>Entries of one table. Twice this bounds what a start reads again.</summary>
    public const int TableEntries = 65_536;

    /// <summary>So many segments of one size become one.</summary>
    private const int MergeWidth = 8;

    /// <summary>Merged so often and no further (512 tables, 34 million entries), which bounds a merge's time and disk.</summary>
    private const int MaxLevel = 3;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly object turn = new();
    private readonly string folder;
    private readonly int tableEntries;
    private readonly Thread flusher;
    private readonly Thread merger;
    private volatile ImmutableList<IndexSegment> segments;
    private volatile MemTable active;
    private volatile MemTable? frozen;
    private bool merging;
    private Exception? fault;
    private bool closed;

    private ActorIndex(string folder, int tableEntries, ImmutableList<IndexSegment> segments)
    {
        (this.folder, this.tableEntries, this.segments) = (folder, tableEntries, segments);
        active = new(tableEntries);
        flusher = new(Flush) { IsBackground = true, Name = "journal index" };
        merger = new(Merge) { IsBackground = true, Name = "journal index merge", Priority = ThreadPriority.BelowNormal };
        flusher.Start();
        merger.Start();
    }

    /// <summary>The last sequence in a segment; what follows is in memory.</summary>
    public long WrittenThrough => segments.IsEmpty ? 0 : segments[^1].Last;

    public IReadOnlyList<IndexSegment> Segments => segments;

    /// <summary>Opens what is whole and contiguous from sequence 1 on; deletes the rest, which is rebuilt.</summary>
    public static ActorIndex Open(string folder, int tableEntries = TableEntries)
    {
        Directory.CreateDirectory(folder);
        foreach (var half in Directory.EnumerateFiles(folder, "*.tmp").ToList())
        {
            File.Delete(half);
        }

        return new(folder, tableEntries, Whole(folder, deleteRest: true));
    }

    /// <summary>The whole and contiguous segments of a folder; a merge that was cut short leaves both its source and its product, of which the product counts.</summary>
    public static ImmutableList<IndexSegment> Whole(string folder, bool deleteRest = false)
    {
        var found = Directory.EnumerateFiles(folder, "*.idx").Select(IndexSegment.Open).OfType<IndexSegment>().OrderBy(s => s.First).ThenByDescending(s => s.Last).ToList();
        var whole = ImmutableList.CreateBuilder<IndexSegment>();
        foreach (var segment in found)
        {
            if (segment.First == (whole.Count == 0 ? 1 : whole[^1].Last + 1))
            {
                whole.Add(segment);
            }
            else
            {
                segment.Dispose();
            }
        }

        if (deleteRest)
        {
            foreach (var path in Directory.EnumerateFiles(folder, "*.idx").Except(whole.Select(s => s.Path)).ToList())
            {
                File.Delete(path);
            }
        }

        return whole.ToImmutable();
    }

    /// <summary>
    /// The writer, before a commit: makes room for that many entries, waiting where the lag is at its bound.
    /// </summary>
    /// <exception cref="IOException">The index cannot be written; the commit must not go ahead of it.</exception>
    public void MakeRoom(int entries)
    {
        if (active.Count + entries <= tableEntries)
        {
            return;
        }

        lock (turn)
        {
            while (frozen is not null)
            {
                if (fault is not null)
                {
                    throw new IOException("The index cannot be written.", fault);
                }

                Monitor.Wait(turn);
            }

            (frozen, active) = (active, new(tableEntries));
            Monitor.PulseAll(turn);
        }
    }

    /// <summary>The writer, after a commit, in the order of sequences and within the room made.</summary>
    public void Add(ulong hash, long sequence) => active.Add(hash, sequence);

    /// <summary>The sequences at which records of the hash may be, the latest first. Found piece by piece: the caller stops when it has enough.</summary>
    public IEnumerable<long> Find(ulong hash)
    {
        MemTable young;
        MemTable? middle;
        ImmutableList<IndexSegment> written;
        lock (turn)
        {
            (young, middle, written) = (active, frozen, segments);
        }

        var found = new List<long>();
        young.Find(hash, found);
        middle?.Find(hash, found);
        // A table just written is still in memory too; its entries are taken once.
        var below = found.Count == 0 ? long.MaxValue : found[^1];
        foreach (var sequence in found)
        {
            yield return sequence;
        }

        for (var i = written.Count - 1; i >= 0; i--)
        {
            found = [];
            written[i].Find(hash, found);
            foreach (var sequence in found)
            {
                if (sequence < below)
                {
                    yield return sequence;
                }
            }
        }
    }

    /// <summary>Waits until nothing is left to write or merge.</summary>
    public void Settle()
    {
        lock (turn)
        {
            while ((frozen is not null || merging) && fault is null)
            {
                Monitor.Wait(turn);
            }
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            closed = true;
            Monitor.PulseAll(turn);
        }

        flusher.Join();
        merger.Join();
        foreach (var segment in segments)
        {
            segment.Dispose();
        }
    }

    private void Flush()
    {
        while (Next(() => frozen) is { } table)
        {
            try
            {
                var segment = IndexSegment.Write(folder, table.FirstSequence, table.LastSequence, table.Sorted());
                lock (turn)
                {
                    segments = segments.Add(segment);
                    frozen = null;
                    fault = null;
                    Monitor.PulseAll(turn);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                if (!Pause(failure))
                {
                    return;
                }
            }
        }
    }

    private void Merge()
    {
        while (Next(Mergeable) is { } sources)
        {
            lock (turn)
            {
                merging = true;
            }

            try
            {
                var merged = IndexSegment.Write(folder, sources[0].First, sources[^1].Last, Merged(sources));
                lock (turn)
                {
                    segments = segments.RemoveRange(sources).Insert(segments.IndexOf(sources[0]), merged);
                }

                // Readers may still hold the sources: their files go now, their handles when nobody uses them any more.
                foreach (var source in sources)
                {
                    File.Delete(source.Path);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // A merge only saves time; when there is no room for it the journal goes on without.
                if (!Pause(null))
                {
                    return;
                }
            }
            finally
            {
                lock (turn)
                {
                    merging = false;
                    Monitor.PulseAll(turn);
                }
            }
        }
    }

    /// <summary>Waits for work; null when closed. A frozen table is still written after closing was asked for.</summary>
    private T? Next<T>(Func<T?> work) where T : class
    {
        lock (turn)
        {
            while (true)
            {
                if (work() is { } found && !(closed && found is List<IndexSegment>))
                {
                    return found;
                }

                if (closed)
                {
                    return null;
                }

                Monitor.Wait(turn);
            }
        }
    }

    /// <summary>False when closed meanwhile.</summary>
    private bool Pause(Exception? failure)
    {
        lock (turn)
        {
            fault = failure ?? fault;
            Monitor.PulseAll(turn);
            var until = Environment.TickCount64 + (long)RetryAfter.TotalMilliseconds;
            while (!closed && Environment.TickCount64 < until)
            {
                Monitor.Wait(turn, RetryAfter);
            }

            return !closed;
        }
    }

    private List<IndexSegment>? Mergeable()
    {
        for (var start = 0; start + MergeWidth <= segments.Count; start++)
        {
            var level = Level(segments[start]);
            var run = segments.GetRange(start, MergeWidth);
            if (level < MaxLevel && run.All(segment => Level(segment) == level))
            {
                return [.. run];
            }
        }

        return null;
    }

    /// <summary>A table is frozen a little before it is full, hence the quarter.</summary>
    private int Level(IndexSegment segment)
    {
        var level = 0;
        for (var size = segment.Count * 5 / 4 / tableEntries; size >= MergeWidth; size /= MergeWidth)
        {
            level++;
        }

        return level;
    }

    private static IEnumerable<IndexEntry> Merged(List<IndexSegment> sources)
    {
        var heads = new PriorityQueue<IEnumerator<IndexEntry>, IndexEntry>();
        foreach (var source in sources)
        {
            Advance(source.All().GetEnumerator());
        }

        while (heads.TryDequeue(out var next, out var entry))
        {
            yield return entry;
            Advance(next);
        }

        void Advance(IEnumerator<IndexEntry> source)
        {
            if (source.MoveNext())
            {
                heads.Enqueue(source, source.Current);
            }
        }
    }
}
