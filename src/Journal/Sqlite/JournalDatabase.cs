using System.Globalization;
using System.Security.Cryptography;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>The last sequence and its link.</summary>
internal readonly record struct Head(long Sequence, byte[] Link);

/// <summary>
/// The file of the journal. <c>batch</c> holds the rows; <c>head</c> holds the last sequence and link, changed in the same
/// transaction, so that a tail cut off is seen; <c>probe</c> is written to find out whether the disk takes anything again.
/// </summary>
internal sealed class JournalDatabase : IDisposable
{
    public const long FormatVersion = 1;

    /// <summary>"SNTR": tells the file from other SQLite databases.</summary>
    public const long ApplicationId = 0x534E5452;

    /// <summary>Rows whose links are checked at every start; the whole chain is the verifier's work.</summary>
    private const int TailRows = 32;
    private const int ProbeBytes = 128 * 1024;

    private readonly SqliteFile file;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement insert;
    private readonly SqliteStatement moveHead;
    private readonly HashChain chain = new();

    private JournalDatabase(SqliteFile file)
    {
        this.file = file;
        begin = file.Prepare("BEGIN IMMEDIATE");
        commit = file.Prepare("COMMIT");
        insert = file.Prepare("INSERT INTO batch (first, count, link, body) VALUES (?, ?, ?, ?)");
        moveHead = file.Prepare("UPDATE head SET sequence = ?, link = ?");
        Head = ReadHead(file);
    }

    /// <summary>What the last commit left.</summary>
    public Head Head { get; private set; }

    /// <summary>Opens for writing, after everything that must not be opened was refused without a byte written.</summary>
    /// <exception cref="JournalRefused">Newer or damaged.</exception>
    public static JournalDatabase Open(string path)
    {
        var isNew = !File.Exists(path) || new FileInfo(path).Length == 0 && !File.Exists(path + "-wal");
        if (!isNew)
        {
            CheckBeforeOpening(path);
        }

        var file = SqliteFile.Open(path);
        try
        {
            file.WaitForLocks(SqliteJournal.LockPatience);
            if (isNew)
            {
                file.Execute($"PRAGMA page_size = {SqliteJournal.PageBytes}");
            }

            file.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -16384");
            if (isNew)
            {
                Create(file);
            }

            return new(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads only: refuses a newer, foreign or damaged file. The tail's links are checked, and that it ends where the head says.</summary>
    public static Head CheckBeforeOpening(string path)
    {
        try
        {
            using var file = SqliteFile.Open(path, readOnly: true);
            file.WaitForLocks(SqliteJournal.LockPatience);
            var version = file.Number("PRAGMA user_version") ?? 0;
            if (file.Number("PRAGMA application_id") != ApplicationId)
            {
                throw new JournalRefused(JournalRefused.Damaged, $"'{path}' is not a journal of Santral.");
            }

            if (version > FormatVersion)
            {
                throw new JournalRefused(JournalRefused.Newer, $"'{path}' has format {version}; this version reads up to {FormatVersion}.");
            }

            var head = ReadHead(file);
            CheckTail(file, head);
            return head;
        }
        catch (SqliteFailure failure) when (failure.IsCorrupt)
        {
            throw new JournalRefused(JournalRefused.Damaged, $"'{path}': {failure.Message}", failure);
        }
    }

    public void Begin() => begin.Run();

    /// <summary>Adds one row to the open transaction; <paramref name="link"/> holds the previous link and receives the new one.</summary>
    public void Insert(long first, PackedRow row, byte[] link)
    {
        var bytes = row.Close();
        Span<byte> next = stackalloc byte[HashChain.LinkBytes];
        chain.Link(link, first, row.Count, bytes, next);
        next.CopyTo(link);
        insert.Bind(1, first).Bind(2, row.Count).Bind(3, link).Bind(4, bytes).Run();
    }

    public void Commit(in Head next)
    {
        moveHead.Bind(1, next.Sequence).Bind(2, next.Link).Run();
        commit.Run();
        Head = next with { Link = [.. next.Link] };
    }

    /// <summary>Ends whatever transaction a failure left open. Throws when even that fails.</summary>
    public void Rollback()
    {
        if (!file.AutoCommit)
        {
            file.Execute("ROLLBACK");
        }
    }

    /// <summary>Writes and deletes something: succeeds only when the disk takes writes.</summary>
    public void Probe()
    {
        file.Execute($"INSERT INTO probe VALUES (zeroblob({ProbeBytes}))");
        file.Execute("DELETE FROM probe");
    }

    /// <summary>Moves everything from the log into the file and makes it durable there. False when a reader is in the way.</summary>
    public bool Checkpoint(string mode) => file.Number($"PRAGMA wal_checkpoint({mode})") == 0;

    /// <summary>For tests of a full disk: the file takes no more pages than these.</summary>
    public void LimitPages(long pages) => file.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));

    public void Dispose()
    {
        file.Dispose();
        chain.Dispose();
    }

    private static void Create(SqliteFile file) => file.Execute($"""
        BEGIN IMMEDIATE;
        CREATE TABLE batch (first INTEGER PRIMARY KEY, count INTEGER NOT NULL, link BLOB NOT NULL, body BLOB NOT NULL);
        CREATE TABLE head (sequence INTEGER NOT NULL, link BLOB NOT NULL);
        CREATE TABLE probe (filling BLOB);
        INSERT INTO head VALUES (0, zeroblob({HashChain.LinkBytes}));
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {FormatVersion};
        COMMIT;
        """);

    internal static Head ReadHead(SqliteFile file)
    {
        using var statement = file.Prepare("SELECT sequence, link FROM head");
        return statement.Step() && statement.Blob(1).Length == HashChain.LinkBytes
            ? new(statement.Number(0), statement.Blob(1).ToArray())
            : throw new JournalRefused(JournalRefused.Damaged, "The journal has no head.");
    }

    private static void CheckTail(SqliteFile file, in Head head)
    {
        using var rows = file.Prepare($"SELECT first, count, link, body FROM (SELECT * FROM batch ORDER BY first DESC LIMIT {TailRows}) ORDER BY first");
        using var chain = new HashChain();
        var link = new byte[HashChain.LinkBytes];
        byte[]? previous = null;
        long last = 0;
        while (rows.Step())
        {
            var (first, count) = (rows.Number(0), (int)rows.Number(1));
            // The first of the tail has a predecessor outside it, unless it is the first of all.
            previous ??= first == 1 ? HashChain.Genesis : null;
            if (last > 0 && first != last + 1)
            {
                throw JournalReader.Damaged(last + 1, "its row is missing");
            }

            if (previous is not null)
            {
                chain.Link(previous, first, count, rows.Blob(3), link);
                if (!CryptographicOperations.FixedTimeEquals(link, rows.Blob(2)))
                {
                    throw JournalReader.Damaged(first, "the hash chain breaks there");
                }
            }

            previous = rows.Blob(2).ToArray();
            last = first + count - 1;
        }

        if (last != head.Sequence || !CryptographicOperations.FixedTimeEquals(previous ?? HashChain.Genesis, head.Link))
        {
            throw JournalReader.Damaged(last + 1, $"the rows end there, but the head is at {head.Sequence}");
        }
    }
}
