using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Santral.Engine.Ports;

namespace Santral.Benchmarks.Journal;

/// <summary>
/// The peer: what an event table usually is. One row per event with a unique (actor, version), each in a transaction of its
/// own, WAL and synchronous=FULL, prepared statements, one writer.
/// </summary>
public sealed class OneTransactionPerEvent : IDisposable
{
    private readonly BlockingCollection<(EncodedRecord Record, IAppendCompletion Completion)> queue = [];
    private readonly Action? afterCommit;
    private readonly SqliteConnection connection;
    private readonly Thread thread;

    public OneTransactionPerEvent(string folder, Action? afterCommit)
    {
        this.afterCommit = afterCommit;
        connection = new($"Data Source={Path.Combine(folder, "peer.db")};Pooling=False");
        connection.Open();
        using (var setup = connection.CreateCommand())
        {
            setup.CommandText = """
                PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
                CREATE TABLE event (sequence INTEGER PRIMARY KEY, actor TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE (actor, version));
                """;
            setup.ExecuteNonQuery();
        }

        thread = new(Run) { IsBackground = true };
        thread.Start();
    }

    public void Append(in EncodedRecord record, IAppendCompletion completion) => queue.Add((record, completion));

    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        connection.Dispose();
        queue.Dispose();
    }

    private void Run()
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO event (actor, version, body) VALUES ($actor, $version, $body)";
        var actor = insert.Parameters.Add("$actor", SqliteType.Text);
        var version = insert.Parameters.Add("$version", SqliteType.Integer);
        var body = insert.Parameters.Add("$body", SqliteType.Blob);
        insert.Prepare();
        long sequence = 0;
        foreach (var (record, completion) in queue.GetConsumingEnumerable())
        {
            actor.Value = record.Actor.ToString();
            version.Value = record.Version;
            body.Value = record.Bytes.ToArray();
            insert.ExecuteNonQuery();
            afterCommit?.Invoke();
            completion.Durable(++sequence);
        }
    }
}
