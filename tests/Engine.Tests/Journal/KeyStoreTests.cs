using Microsoft.Data.Sqlite;
using Santral.Domain.Kernel;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Tests.Journal;

public sealed class KeyStoreTests : IDisposable
{
    private const string Subject = "citizen/ayse";
    private readonly TempFolder folder = new();
    private readonly TempFolder outside = new();

    private string Master => outside.File("santral/master.key");

    public void Dispose()
    {
        folder.Dispose();
        outside.Dispose();
    }

    [Fact]
    public void A_key_is_made_once_and_is_the_same_after_reopening()
    {
        byte[]? first;
        byte[] hash;
        using (var keys = Open())
        {
            first = keys.Key(Subject, DataClass.Contact);
            hash = keys.HashKey;
            Assert.Equal(32, first!.Length);
            Assert.Equal(first, keys.Key(Subject, DataClass.Contact));
            Assert.NotEqual(first, keys.Key(Subject, DataClass.Message));
            Assert.NotEqual(first, keys.Key("citizen/fatma", DataClass.Contact));
            keys.Flush();
        }

        using var again = Open();
        Assert.Equal(first, again.Key(Subject, DataClass.Contact));
        Assert.Equal(hash, again.HashKey);
    }

    [Fact]
    public void A_flushed_key_is_durable_while_the_store_is_open()
    {
        using var keys = Open();
        var key = keys.Key(Subject, DataClass.Contact)!;
        keys.Flush();
        using var copy = new TempFolder();
        foreach (var file in Directory.GetFiles(folder.Path, "keys.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, copy.File(Path.GetFileName(file)));
        }

        using var crashed = SqliteKeyStore.Open(copy.Path, Master);
        Assert.Equal(key, crashed.Key(Subject, DataClass.Contact));
    }

    [Fact]
    public void A_destroyed_key_never_comes_back_and_its_bytes_are_gone()
    {
        byte[] wrapped;
        using (var keys = Open())
        {
            keys.Key(Subject, DataClass.Contact);
            keys.Key(Subject, DataClass.CaseFile);
        }

        wrapped = Wrapped();
        Assert.Contains(Directory.GetFiles(folder.Path), file => Holds(file, wrapped));
        using (var keys = Open())
        {
            keys.Destroy(Subject, DataClass.Contact);
            Assert.Null(keys.Key(Subject, DataClass.Contact));
            Assert.NotNull(keys.Key(Subject, DataClass.CaseFile));
            Assert.DoesNotContain(Directory.GetFiles(folder.Path), file => Holds(file, wrapped));
        }

        using var again = Open();
        Assert.Null(again.Key(Subject, DataClass.Contact));
    }

    [Fact]
    public void A_key_destroyed_before_it_was_flushed_is_destroyed_too()
    {
        using var keys = Open();
        keys.Key(Subject, DataClass.Contact);
        keys.Destroy(Subject, DataClass.Contact);
        keys.Flush();
        Assert.Null(keys.Key(Subject, DataClass.Contact));
    }

    [Fact]
    public void The_master_key_is_outside_the_folder_and_readable_by_its_owner_alone()
    {
        using var keys = Open();
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Master) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        var key = keys.Key(Subject, DataClass.Contact)!;
        keys.Flush();
        var master = Convert.FromHexString(File.ReadAllText(Master).Trim());
        Assert.DoesNotContain(Directory.GetFiles(folder.Path), file => Holds(file, key) || Holds(file, keys.HashKey) || Holds(file, master));
    }

    [Fact]
    public void Another_or_a_missing_master_key_is_refused_and_nothing_is_made()
    {
        Open().Dispose();
        var kept = File.ReadAllText(Master);
        File.WriteAllText(Master, new string('a', 64));
        Assert.Equal(JournalRefused.WrongMaster, Assert.Throws<JournalRefused>(Open).Code);
        File.WriteAllText(Master, "no key");
        Assert.Equal(JournalRefused.WrongMaster, Assert.Throws<JournalRefused>(Open).Code);
        File.Delete(Master);
        Assert.Equal(JournalRefused.WrongMaster, Assert.Throws<JournalRefused>(Open).Code);
        Assert.False(File.Exists(Master));
        File.WriteAllText(Master, kept);
        Open().Dispose();
    }

    [Fact]
    public void Keys_in_use_or_newer_or_gone_are_refused()
    {
        using (Open())
        {
            Assert.Equal(JournalRefused.Locked, Assert.Throws<JournalRefused>(Open).Code);
        }

        Sql("PRAGMA user_version = 9");
        Assert.Equal(JournalRefused.Newer, Assert.Throws<JournalRefused>(Open).Code);
        Directory.GetFiles(folder.Path, "keys.db*").ToList().ForEach(File.Delete);
        File.WriteAllText(folder.File(SqliteJournal.FileName), "");
        Assert.Equal(JournalRefused.KeysMissing, Assert.Throws<JournalRefused>(Open).Code);
    }

    [Fact]
    public void The_cache_forgets_the_least_recently_used()
    {
        var cache = new KeyCache(2);
        cache.Set("a", DataClass.Contact, [1]);
        cache.Set("b", DataClass.Contact, [2]);
        Assert.True(cache.TryGet("a", DataClass.Contact, out _));
        cache.Set("c", DataClass.Contact, null);
        Assert.False(cache.TryGet("b", DataClass.Contact, out _));
        Assert.True(cache.TryGet("a", DataClass.Contact, out var kept));
        Assert.Equal([1], kept!);
        Assert.Equal(2, cache.Count);
    }

    [Fact]
    public void More_new_keys_than_the_bound_are_all_kept()
    {
        var hash = new HashSet<string>();
        using (var keys = Open())
        {
            for (var i = 0; i <= SqliteKeyStore.MaxPending; i++)
            {
                hash.Add(Convert.ToHexString(keys.Key($"citizen/{i}", DataClass.Contact)!));
            }
        }

        using var again = Open();
        Assert.All(Enumerable.Range(0, SqliteKeyStore.MaxPending + 1), i => Assert.Contains(Convert.ToHexString(again.Key($"citizen/{i}", DataClass.Contact)!), hash));
    }

    private SqliteKeyStore Open() => SqliteKeyStore.Open(folder.Path, Master);

    private static bool Holds(string file, byte[] bytes)
    {
        // The open store holds its files; sharing everything lets a reader look at the bytes.
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var all = new byte[stream.Length];
        stream.ReadExactly(all);
        return all.AsSpan().IndexOf(bytes) >= 0;
    }

    private byte[] Wrapped()
    {
        using var other = new SqliteConnection($"Data Source={folder.File(SqliteKeyStore.FileName)};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "SELECT wrapped FROM key WHERE class = 0";
        return (byte[])command.ExecuteScalar()!;
    }

    private void Sql(string text)
    {
        using var other = new SqliteConnection($"Data Source={folder.File(SqliteKeyStore.FileName)};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
