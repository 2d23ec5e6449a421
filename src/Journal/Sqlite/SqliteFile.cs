using SQLitePCL;

namespace Santral.Journal;

/// <summary>SQLite refused something. <see cref="Extended"/> is its extended result code.</summary>
internal sealed class SqliteFailure(int extended, string message) : Exception($"SQLite {extended}: {message}")
{
    private const int PrimaryMask = 0xFF;

    public int Extended { get; } = extended;
    public int Primary => Extended & PrimaryMask;
    public bool IsBusy => Primary is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
    public bool IsFull => Primary == raw.SQLITE_FULL;
    public bool IsCorrupt => Primary is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;
}

/// <summary>
/// One connection, used by one thread at a time. The native interface is used directly: the append path binds spans,
/// and every fault is told apart by its extended code.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly sqlite3 db;
    private readonly List<SqliteStatement> statements = [];

    static SqliteFile() => Batteries_V2.Init();

    private SqliteFile(sqlite3 db) => this.db = db;

    /// <summary>True outside a transaction.</summary>
    public bool AutoCommit => raw.sqlite3_get_autocommit(db) != 0;

    public static SqliteFile Open(string path, bool readOnly = false)
    {
        var flags = raw.SQLITE_OPEN_NOMUTEX | (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        var code = raw.sqlite3_open_v2(path, out var db, flags, null);
        if (code != raw.SQLITE_OK)
        {
            var failure = new SqliteFailure(code, $"'{path}' does not open: {raw.sqlite3_errstr(code).utf8_to_string()}");
            db?.Dispose();
            throw failure;
        }

        raw.sqlite3_extended_result_codes(db, 1);
        return new(db);
    }

    /// <summary>Waits so long for another connection's lock before it fails.</summary>
    public void WaitForLocks(TimeSpan time) => raw.sqlite3_busy_timeout(db, (int)time.TotalMilliseconds);

    public SqliteStatement Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v2(db, sql, out var handle);
        Check(code);
        var statement = new SqliteStatement(this, handle);
        statements.Add(statement);
        return statement;
    }

    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(db, sql);
        Check(code);
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    public long? Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Number(0) : null;
    }

    public string? Text(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : null;
    }

    public void Dispose()
    {
        foreach (var statement in statements.ToArray())
        {
            statement.Dispose();
        }

        db.Dispose();
    }

    internal void Forget(SqliteStatement statement) => statements.Remove(statement);

    internal void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            throw new SqliteFailure(raw.sqlite3_extended_errcode(db), raw.sqlite3_errmsg(db).utf8_to_string());
        }
    }
}

internal sealed class SqliteStatement(SqliteFile file, sqlite3_stmt handle) : IDisposable
{
    public SqliteStatement Bind(int index, long value)
    {
        file.Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, string value)
    {
        file.Check(raw.sqlite3_bind_text(handle, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        file.Check(raw.sqlite3_bind_blob(handle, index, value));
        return this;
    }

    /// <summary>True when there is a row.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        file.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs to the end and makes the statement ready for the next use, also after a failure.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>Valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(handle, column);

    public void Reset() => raw.sqlite3_reset(handle);

    public void Dispose()
    {
        file.Forget(this);
        handle.Dispose();
    }
}
