using System.Collections.Concurrent;
using System.Text;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>Read-only connections, kept for the next reader up to a bound.</summary>
internal sealed class ReaderPool(string path) : IDisposable
{
    private const int Kept = 8;

    private readonly ConcurrentBag<JournalReader> idle = [];
    private volatile bool closed;

    public T Read<T>(Func<JournalReader, T> work)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var reader = idle.TryTake(out var kept) ? kept : new(path);
        var whole = false;
        try
        {
            var result = work(reader);
            whole = true;
            return result;
        }
        finally
        {
            if (whole && idle.Count < Kept && !closed)
            {
                idle.Add(reader);
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    /// <summary>The last version of an actor at a sequence; 0 when it has no record.</summary>
    public long LastVersion(ActorIndex index, ActorId actor, long through) =>
        Newest(index, actor, through, afterVersion: 0, most: 1) is [var last] ? last.Version : 0;

    /// <summary>An actor's records above a version, the latest first, at most so many.</summary>
    public List<StoredRecord> Newest(ActorIndex index, ActorId actor, long through, long afterVersion, int most)
    {
        var text = Encoding.UTF8.GetBytes(actor.ToString());
        var found = new List<StoredRecord>();
        var inRow = new List<StoredRecord>();
        StoredRow row = default;
        foreach (var sequence in index.Find(ActorHash.Of(text)))
        {
            if (sequence > through)
            {
                continue;
            }

            if (row.Body is null || sequence < row.First)
            {
                row = Read(reader => reader.RowOf(sequence));
                inRow.Clear();
                RecordReader.ReadOnly(row, actor, text, inRow);
            }

            // Another actor may have the same hash; then the row holds no record of this one at that sequence.
            while (inRow.Count > 0 && inRow[^1].Sequence > sequence)
            {
                inRow.RemoveAt(inRow.Count - 1);
            }

            if (inRow.Count == 0 || inRow[^1].Sequence != sequence)
            {
                continue;
            }

            if (inRow[^1].Version <= afterVersion)
            {
                break;
            }

            found.Add(inRow[^1]);
            if (found.Count == most)
            {
                break;
            }
        }

        return found;
    }

    public void Dispose()
    {
        closed = true;
        while (idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
