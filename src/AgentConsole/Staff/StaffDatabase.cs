using System.Data;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Santral.Domain.Kernel;

namespace Santral.AgentConsole.Staff;

/// <summary>
/// The accounts' own small file, <c>staff.db</c> in the data folder: neither the journal nor the citizens' keys, so that an
/// export of the journal carries no password hash.
/// </summary>
internal sealed class StaffDatabase
{
    private const int SchemaVersion = 1;
    private readonly string connectionString;

    public StaffDatabase(string dataDirectory)
    {
        Directory.CreateDirectory(dataDirectory);
        connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataDirectory, "staff.db"), Pooling = false }.ToString();
        using var connection = Open();
        var version = Convert.ToInt32(Scalar(connection, "pragma user_version"), CultureInfo.InvariantCulture);
        if (version > SchemaVersion)
        {
            throw new InvalidOperationException($"staff.db was written by a newer Santral (schema {version}); this one knows {SchemaVersion}.");
        }

        Execute(connection, """
            pragma journal_mode = wal;
            create table if not exists account (
              user text primary key, name text not null, hash text not null, roles text not null, agent text, endpoint text, extension text,
              desk text, units text not null, stamp text not null, failures integer not null default 0, locked_until integer not null default 0,
              defined integer not null default 0) strict;
            pragma user_version = 1;
            """);
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    public static object? Scalar(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteScalar();
    }

    public static int Execute(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    public static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of this folder; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public const string Columns = "user, name, roles, agent, endpoint, extension, desk, units, stamp";

    public static StaffAccount Read(IDataRecord row) => new(
        row.GetString(0), row.GetString(1), Split(row.GetString(2)), Text(row, 3) is { } agent ? new AgentId(agent) : null, Text(row, 4), Text(row, 5),
        Text(row, 6) is { } desk ? new DeskId(desk) : null, [.. Split(row.GetString(7)).Select(u => new UnitId(u))], row.GetString(8));

    private static string? Text(IDataRecord row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
