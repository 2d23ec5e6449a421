using System.Text;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>One row as stored; its bytes are a copy that the records read from it share.</summary>
internal readonly record struct StoredRow(long First, int Count, byte[] Body)
{
    public long Last => First + Count - 1;
}

/// <summary>A read-only connection with its statements, used by one thread at a time. Every row's CRC is checked.</summary>
internal sealed class JournalReader : IDisposable
{
    private readonly SqliteFile file;
    private readonly SqliteStatement rowAt;
    private readonly SqliteStatement rowsFrom;

    public JournalReader(string path)
    {
        file = SqliteFile.Open(path, readOnly: true);
        file.WaitForLocks(SqliteJournal.LockPatience);
        rowAt = file.Prepare("SELECT first, count, body FROM batch WHERE first <= ? ORDER BY first DESC LIMIT 1");
        rowsFrom = file.Prepare("SELECT first, count, body FROM batch WHERE first >= ? ORDER BY first");
    }

    /// <summary>The row that holds a sequence.</summary>
    public StoredRow RowOf(long sequence)
    {
        rowAt.Bind(1, sequence);
        try
        {
            var row = rowAt.Step() ? Row(rowAt) : default;
            return row.Last >= sequence && row.Body is not null ? row : throw Damaged(sequence, "no row holds it");
        }
        finally
        {
            rowAt.Reset();
        }
    }

    /// <summary>Rows from the one that begins at a sequence, until about so many bytes or the end are reached.</summary>
    public List<StoredRow> RowsFrom(long first, long through, int bytes)
    {
        var rows = new List<StoredRow>();
        rowsFrom.Bind(1, first);
        try
        {
            while (first <= through && bytes > 0 && rowsFrom.Step())
            {
                var row = Row(rowsFrom);
                if (row.First != first)
                {
                    throw Damaged(first, "no row begins there");
                }

                rows.Add(row);
                first = row.Last + 1;
                bytes -= row.Body.Length;
            }
        }
        finally
        {
            rowsFrom.Reset();
        }

        return first <= through && bytes > 0 ? throw Damaged(first, "the rows end before it") : rows;
    }

    public void Dispose() => file.Dispose();

    internal static JournalRefused Damaged(long sequence, string how) => new(JournalRefused.Damaged, $"Sequence {sequence}: {how}.");

    private static StoredRow Row(SqliteStatement statement)
    {
        var (first, count) = (statement.Number(0), (int)statement.Number(1));
        var body = statement.Blob(2);
        return PackedRow.CrcHolds(body) ? new(first, count, body.ToArray()) : throw Damaged(first, "its row's CRC does not hold");
    }
}

/// <summary>Turns rows into records; remembers the texts of recent actors, because a scan meets the same ones again and again.</summary>
internal sealed class RecordReader
{
    private const int RememberedActors = 4096;

    private readonly ActorId[] recent = new ActorId[RememberedActors];
    private readonly string[] recentTexts = new string[RememberedActors];

    public void Read(in StoredRow row, long after, long through, List<StoredRecord> into)
    {
        var sequence = row.First - 1;
        try
        {
            var cursor = new RowCursor(row.Body);
            while (cursor.Next())
            {
                sequence++;
                if (sequence > after && sequence <= through)
                {
                    into.Add(new(sequence, Actor(cursor.Actor), cursor.Version, row.Body.AsMemory(cursor.Start, cursor.Length)));
                }
            }
        }
        catch (FormatException damage)
        {
            throw JournalReader.Damaged(sequence + 1, damage.Message);
        }

        if (sequence != row.Last)
        {
            throw JournalReader.Damaged(row.First, "its row does not hold as many records as it says");
        }
    }

    /// <summary>The records of one actor alone, without making anything of the others.</summary>
    public static void ReadOnly(in StoredRow row, ActorId actor, ReadOnlySpan<byte> actorText, List<StoredRecord> into)
    {
        var sequence = row.First - 1;
        try
        {
            var cursor = new RowCursor(row.Body);
            while (cursor.Next())
            {
                sequence++;
                if (cursor.Actor.SequenceEqual(actorText))
                {
                    into.Add(new(sequence, actor, cursor.Version, row.Body.AsMemory(cursor.Start, cursor.Length)));
                }
            }
        }
        catch (FormatException damage)
        {
            throw JournalReader.Damaged(sequence + 1, damage.Message);
        }
    }

    private ActorId Actor(ReadOnlySpan<byte> text)
    {
        var slot = (int)(ActorHash.Of(text) % RememberedActors);
        if (recentTexts[slot] is { } known && known.Length == text.Length && Ascii.Equals(text, known))
        {
            return recent[slot];
        }

        recentTexts[slot] = Encoding.UTF8.GetString(text);
        recent[slot] = ActorId.Parse(recentTexts[slot]);
        return recent[slot];
    }
}
