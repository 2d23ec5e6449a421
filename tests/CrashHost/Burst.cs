using System.Globalization;
using System.Text;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Journal;

namespace Santral.CrashHost;

/// <summary>
/// <c>CrashHost DATA burst SEED</c>: appends without end from many callers at once and prints <c>sequence actor version</c> for
/// every acknowledgement, until it is killed. The log is kept short, so that kills also fall into checkpoints.
/// </summary>
internal static class Burst
{
    private const int Callers = 64;
    private const int ActorsPerCaller = 8;

    public static async Task RunAsync(string folder, int seed)
    {
        await using var journal = SqliteJournal.Open(new() { Folder = folder, CheckpointEveryBytes = 128 * 1024, LogLimitBytes = 512 * 1024 });
        var versions = new Dictionary<ActorId, long>();
        await foreach (var record in journal.ReadAsync(0, CancellationToken.None))
        {
            versions[record.Actor] = record.Version;
        }

        await using var output = Console.OpenStandardOutput();
        foreach (var caller in Enumerable.Range(0, Callers))
        {
            new Caller(journal, output, versions, new Random((seed * Callers) + caller), caller).Next();
        }

        await Console.In.ReadLineAsync();
    }

    private sealed class Caller(SqliteJournal journal, Stream output, Dictionary<ActorId, long> stored, Random random, int number) : IAppendCompletion
    {
        private const int MaxRecordBytes = 2_000;

        private readonly ActorId[] actors = [.. Enumerable.Range(0, ActorsPerCaller).Select(n => new ActorId(ActorKinds.Case, $"{number}-{n}"))];
        private readonly Dictionary<ActorId, long> versions = stored.ToDictionary();
        private ActorId actor;

        public void Next()
        {
            actor = actors[random.Next(actors.Length)];
            var bytes = new byte[random.Next(MaxRecordBytes)];
            random.NextBytes(bytes);
            versions[actor] = versions.GetValueOrDefault(actor) + 1;
            journal.Append(new(actor, versions[actor], bytes), this);
        }

        public void Durable(long sequence)
        {
            // One write per line: what the pipe has when the process dies is whole lines.
            output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{sequence} {actor} {versions[actor]}\n")));
            Next();
        }

        public void Failed(AppendFailure failure) => Environment.FailFast($"An append failed: {failure}.");
    }
}
