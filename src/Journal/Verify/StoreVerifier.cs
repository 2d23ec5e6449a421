using System.Collections.Immutable;
using System.Security.Cryptography;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>
/// Proves a store from its first record on, reading only: pages, sequences without a gap, every row's bytes and link, every
/// actor's versions, the index against the journal, and what the engine says of each record. Stops at the first fault. Works
/// beside a running process, on the state at which it began.
/// </summary>
public sealed class StoreVerifier : IDisposable
{
    private const int Attempts = 5;

    private readonly Func<StoredRecord, string?>? check;
    private readonly Dictionary<long, string> wanted;
    private readonly Dictionary<ActorId, long> versions = [];
    private readonly RecordReader reader = new();
    private readonly List<StoredRecord> records = [];
    private readonly HashChain chain = new();
    private readonly byte[] link = HashChain.Genesis;
    private readonly List<IndexEntry> entries = [];
    private ImmutableList<IndexSegment> segments = [];
    private long sequence;
    private long rows;
    private long indexed;

    private StoreVerifier(Func<StoredRecord, string?>? check, IEnumerable<SentHead> against)
    {
        this.check = check;
        wanted = against.ToDictionary(head => head.Sequence, head => head.Hash);
    }

    /// <param name="check">Decodes and replays one record; gives what is wrong with it, or null.</param>
    /// <param name="against">Heads sent out earlier.</param>
    /// <exception cref="JournalRefused">There is no journal of this version in the folder.</exception>
    public static StoreReport Verify(string folder, Func<StoredRecord, string?>? check = null, IEnumerable<SentHead>? against = null, CancellationToken cancel = default)
    {
        using var verifier = new StoreVerifier(check, against ?? []);
        return verifier.Run(folder, cancel);
    }

    public void Dispose()
    {
        segments.ForEach(segment => segment.Dispose());
        chain.Dispose();
    }

    private StoreReport Run(string folder, CancellationToken cancel)
    {
        var path = Path.Combine(folder, SqliteJournal.FileName);
        StoreFault? fault;
        try
        {
            // The index first: what it has seen was durable, so the journal read afterwards must hold it.
            fault = OpenIndex(Path.Combine(folder, SqliteJournal.IndexFolder));
            using var file = SqliteFile.Open(path, readOnly: true);
            file.WaitForLocks(SqliteJournal.LockPatience);
            if (file.Number("PRAGMA application_id") != JournalDatabase.ApplicationId)
            {
                throw new JournalRefused(JournalRefused.Damaged, $"'{path}' is not a journal of Santral.");
            }

            if (file.Number("PRAGMA user_version") is { } version and > JournalDatabase.FormatVersion)
            {
                throw new JournalRefused(JournalRefused.Newer, $"'{path}' has format {version}; this version reads up to {JournalDatabase.FormatVersion}.");
            }

            file.Execute("BEGIN");
            fault ??= Pages(file) ?? Rows(file, cancel) ?? HeadAndEnd(JournalDatabase.ReadHead(file));
        }
        catch (SqliteFailure failure)
        {
            fault = new("verify.pages", sequence + 1, failure.Message);
        }

        return new(sequence, Convert.ToHexStringLower(link), rows, versions.Count, indexed, fault);
    }

    private static StoreFault? Pages(SqliteFile file) =>
        file.Text("PRAGMA integrity_check(1)") is { } answer and not "ok" ? new("verify.pages", null, answer) : null;

    private StoreFault? Rows(SqliteFile file, CancellationToken cancel)
    {
        using var statement = file.Prepare("SELECT first, count, link, body FROM batch ORDER BY first");
        while (statement.Step())
        {
            cancel.ThrowIfCancellationRequested();
            var (first, count) = (statement.Number(0), (int)statement.Number(1));
            if (first != sequence + 1)
            {
                return new("verify.gap", sequence + 1, $"the next row begins at {first}");
            }

            var row = new StoredRow(first, count, statement.Blob(3).ToArray());
            if ((Bytes(row) ?? Link(row, statement.Blob(2)) ?? Records() ?? Index() ?? Against(first)) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private StoreFault? Bytes(in StoredRow row)
    {
        if (!PackedRow.CrcHolds(row.Body))
        {
            return new("verify.bytes", row.First, $"the bytes of the row {row.First} to {row.Last} are not what was written");
        }

        records.Clear();
        try
        {
            reader.Read(row, 0, long.MaxValue, records);
            return null;
        }
        catch (JournalRefused refused)
        {
            return new("verify.bytes", row.First, refused.Detail);
        }
    }

    private StoreFault? Link(in StoredRow row, ReadOnlySpan<byte> stored)
    {
        Span<byte> next = stackalloc byte[HashChain.LinkBytes];
        chain.Link(link, row.First, row.Count, row.Body, next);
        if (!CryptographicOperations.FixedTimeEquals(next, stored))
        {
            return new("verify.chain", row.First, $"the link of the row {row.First} to {row.Last} does not follow from the one before");
        }

        next.CopyTo(link);
        rows++;
        return null;
    }

    private StoreFault? Records()
    {
        foreach (var record in records)
        {
            var expected = versions.GetValueOrDefault(record.Actor) + 1;
            if (record.Version != expected)
            {
                return new("verify.version", record.Sequence, $"{record.Actor.Kind}: version {record.Version} instead of {expected}");
            }

            versions[record.Actor] = record.Version;
            if (check?.Invoke(record) is { } wrong)
            {
                return new("verify.record", record.Sequence, wrong);
            }

            sequence = record.Sequence;
            if (record.Sequence <= (segments.IsEmpty ? 0 : segments[^1].Last))
            {
                entries.Add(new(ActorHash.Of(record.Actor), record.Sequence));
            }
        }

        return null;
    }

    /// <summary>As soon as the rows of a segment's range are read.</summary>
    private StoreFault? Index()
    {
        while (indexed < segments.Count && segments[(int)indexed] is var segment && segment.Last <= sequence)
        {
            var own = entries.Where(entry => entry.Sequence <= segment.Last).Order().ToList();
            entries.RemoveAll(entry => entry.Sequence <= segment.Last);
            try
            {
                var differs = own.Zip(segment.All()).FirstOrDefault(pair => pair.First != pair.Second);
                if (segment.Count != own.Count || differs != default)
                {
                    return new("verify.index", differs == default ? segment.First : differs.First.Sequence, $"{Path.GetFileName(segment.Path)} does not hold what the journal holds");
                }
            }
            catch (JournalRefused refused)
            {
                return new("verify.index", segment.First, refused.Detail);
            }

            indexed++;
        }

        return null;
    }

    private StoreFault? Against(long first)
    {
        for (var at = first; wanted.Count > 0 && at <= sequence; at++)
        {
            if (wanted.Remove(at, out var hash) && (at != sequence || hash != Convert.ToHexStringLower(link)))
            {
                return new("verify.against", at, $"the head sent out was {hash}; the store's is {Convert.ToHexStringLower(link)} after {sequence}");
            }
        }

        return null;
    }

    private StoreFault? HeadAndEnd(in Head head)
    {
        if (head.Sequence != sequence || !CryptographicOperations.FixedTimeEquals(head.Link, link))
        {
            return new("verify.head", sequence + 1, $"the rows end at {sequence}, but the head is at {head.Sequence}");
        }

        if (indexed < segments.Count)
        {
            return new("verify.index", sequence + 1, $"the index has seen {segments[^1].Last}, but the journal ends at {sequence}");
        }

        return wanted.Count == 0 ? null : new("verify.against", wanted.Keys.Min(), $"a head was sent out for it, but the journal ends at {sequence}");
    }

    private StoreFault? OpenIndex(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                segments = ActorIndex.Whole(folder);
                var broken = Directory.EnumerateFiles(folder, "*.idx").FirstOrDefault(path => !IndexSegment.IsWhole(path));
                return broken is null ? null : new("verify.index", null, $"{Path.GetFileName(broken)} is not whole; the next start rebuilds it");
            }
            catch (FileNotFoundException) when (attempt < Attempts)
            {
                // A merge of the running process took a file away between listing and opening.
            }
        }
    }
}
