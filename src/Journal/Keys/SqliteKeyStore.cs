using System.Security.Cryptography;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Journal;

/// <summary>
/// <c>keys.db</c>: every key wrapped by the master key, in a file of its own that is never exported with the journal. A
/// destroyed key leaves a mark, so that it is not made anew; its bytes are overwritten in the file and gone from the log.
/// Held by one process alone.
/// </summary>
public sealed class SqliteKeyStore : IKeyStore, IDisposable
{
    public const string FileName = "keys.db";

    /// <summary>Keys kept unwrapped in memory, about 250 bytes each.</summary>
    public const int CachedKeys = 50_000;

    /// <summary>New keys not yet durable; at the bound a key is made durable at once.</summary>
    public const int MaxPending = 10_000;

    private const long FormatVersion = 1;
    private const long ApplicationId = 0x534E544B;
    private const int KeyBytes = 32;
    private const string HashKeyName = "hash";

    private readonly Lock gate = new();
    private readonly SqliteFile file;
    private readonly KeyWrap wrap;
    private readonly SqliteStatement find;
    private readonly SqliteStatement insert;
    private readonly SqliteStatement destroy;
    private readonly KeyCache cache = new(CachedKeys);
    private readonly Dictionary<(string Subject, DataClass Class), byte[]> pending = [];

    private SqliteKeyStore(SqliteFile file, KeyWrap wrap, byte[] hashKey)
    {
        (this.file, this.wrap, HashKey) = (file, wrap, hashKey);
        find = file.Prepare("SELECT wrapped FROM key WHERE subject = ? AND class = ?");
        insert = file.Prepare("INSERT INTO key (subject, class, wrapped) VALUES (?, ?, ?)");
        destroy = file.Prepare("INSERT INTO key (subject, class, wrapped) VALUES (?, ?, NULL) ON CONFLICT (subject, class) DO UPDATE SET wrapped = NULL");
    }

    public byte[] HashKey { get; }

    /// <summary>Opens the keys of a data folder, or makes them where there is no journal yet.</summary>
    /// <param name="masterKeyFile">Made at the first start; see <see cref="MasterKey.DefaultFile"/>.</param>
    /// <exception cref="JournalRefused">Locked, newer, damaged, missing, or wrapped by another master key.</exception>
    public static SqliteKeyStore Open(string folder, string masterKeyFile)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        var isNew = !File.Exists(path);
        if (isNew && File.Exists(Path.Combine(folder, SqliteJournal.FileName)))
        {
            throw new JournalRefused(JournalRefused.KeysMissing, $"'{folder}' has a journal but no {FileName}; what is sealed in it could not be read, and new keys would hide that.");
        }

        if (!isNew && !File.Exists(masterKeyFile))
        {
            throw new JournalRefused(JournalRefused.WrongMaster, $"The keys of '{folder}' need the master key they were made with; '{masterKeyFile}' does not exist.");
        }

        var wrap = new KeyWrap(MasterKey.ReadOrCreate(masterKeyFile));
        SqliteFile? file = null;
        try
        {
            if (!isNew)
            {
                RefuseNewer(path);
            }

            file = SqliteFile.Open(path);
            file.Execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
            if (file.Number("PRAGMA application_id") != ApplicationId)
            {
                // A file that a first start left half made holds nothing; anything else is not ours to write into.
                if (file.Number("SELECT count(*) FROM sqlite_master") != 0)
                {
                    throw new JournalRefused(JournalRefused.Damaged, $"'{path}' is not a key store of Santral.");
                }

                Create(file, wrap);
            }

            return new(file, wrap, ReadHashKey(file, wrap, masterKeyFile));
        }
        catch (SqliteFailure failure)
        {
            file?.Dispose();
            wrap.Dispose();
            throw failure.IsBusy
                ? new JournalRefused(JournalRefused.Locked, $"'{path}' is in use by another process.", failure)
                : new JournalRefused(JournalRefused.Damaged, $"'{path}': {failure.Message}", failure);
        }
        catch (JournalRefused)
        {
            file?.Dispose();
            wrap.Dispose();
            throw;
        }
    }

    public byte[]? Key(string subject, DataClass dataClass)
    {
        lock (gate)
        {
            if (pending.TryGetValue((subject, dataClass), out var fresh))
            {
                return fresh;
            }

            if (cache.TryGet(subject, dataClass, out var key))
            {
                return key;
            }

            if (Find(subject, dataClass, out key))
            {
                cache.Set(subject, dataClass, key);
                return key;
            }

            if (pending.Count >= MaxPending)
            {
                WritePending();
            }

            key = RandomNumberGenerator.GetBytes(KeyBytes);
            pending.Add((subject, dataClass), key);
            return key;
        }
    }

    public void Flush()
    {
        lock (gate)
        {
            WritePending();
        }
    }

    public void Destroy(string subject, DataClass dataClass)
    {
        lock (gate)
        {
            WritePending();
            destroy.Bind(1, subject).Bind(2, (long)dataClass).Run();
            cache.Set(subject, dataClass, null);
            // The wrapped key still stands in the log until a checkpoint overwrites the page and the log is emptied.
            if (file.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
            {
                throw new IOException("The key is destroyed, but its old bytes could not be removed from the log yet.");
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            WritePending();
            file.Dispose();
            wrap.Dispose();
        }
    }

    private static string NameOf(string subject, DataClass dataClass) => $"{(int)dataClass}/{subject}";

    private bool Find(string subject, DataClass dataClass, out byte[]? key)
    {
        find.Bind(1, subject).Bind(2, (long)dataClass);
        try
        {
            if (!find.Step())
            {
                key = null;
                return false;
            }

            key = find.IsNull(0)
                ? null
                : wrap.Unwrap(find.Blob(0), NameOf(subject, dataClass)) ?? throw new JournalRefused(JournalRefused.Damaged, $"A {dataClass} key in {FileName} does not unwrap.");
            return true;
        }
        finally
        {
            find.Reset();
        }
    }

    private void WritePending()
    {
        if (pending.Count == 0)
        {
            return;
        }

        try
        {
            file.Execute("BEGIN IMMEDIATE");
            foreach (var ((subject, dataClass), key) in pending)
            {
                insert.Bind(1, subject).Bind(2, (long)dataClass).Bind(3, wrap.Wrap(key, NameOf(subject, dataClass))).Run();
            }

            file.Execute("COMMIT");
        }
        catch (SqliteFailure failure)
        {
            if (!file.AutoCommit)
            {
                file.Execute("ROLLBACK");
            }

            throw new IOException($"{FileName} takes no new keys: {failure.Message}", failure);
        }

        foreach (var ((subject, dataClass), key) in pending)
        {
            cache.Set(subject, dataClass, key);
        }

        pending.Clear();
    }

    private static void RefuseNewer(string path)
    {
        using var file = SqliteFile.Open(path, readOnly: true);
        if (file.Number("PRAGMA user_version") is { } version and > FormatVersion)
        {
            throw new JournalRefused(JournalRefused.Newer, $"'{path}' has format {version}; this version reads up to {FormatVersion}.");
        }
    }

    private static void Create(SqliteFile file, KeyWrap wrap)
    {
        file.Execute("""
            BEGIN IMMEDIATE;
            CREATE TABLE key (subject TEXT NOT NULL, class INTEGER NOT NULL, wrapped BLOB, PRIMARY KEY (subject, class)) WITHOUT ROWID;
            CREATE TABLE own (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID;
            """);
        using (var insert = file.Prepare("INSERT INTO own (name, wrapped) VALUES (?, ?)"))
        {
            insert.Bind(1, HashKeyName).Bind(2, wrap.Wrap(RandomNumberGenerator.GetBytes(KeyBytes), HashKeyName)).Run();
        }

        file.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {FormatVersion}; COMMIT");
    }

    private static byte[] ReadHashKey(SqliteFile file, KeyWrap wrap, string masterKeyFile)
    {
        using var own = file.Prepare("SELECT wrapped FROM own WHERE name = ?");
        own.Bind(1, HashKeyName);
        if (!own.Step())
        {
            throw new JournalRefused(JournalRefused.Damaged, $"{FileName} has no hash key.");
        }

        return wrap.Unwrap(own.Blob(0), HashKeyName)
            ?? throw new JournalRefused(JournalRefused.WrongMaster, $"The keys were wrapped by another master key than the one in '{masterKeyFile}'.");
    }
}
