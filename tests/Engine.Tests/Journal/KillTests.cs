using System.Diagnostics;
using System.Globalization;
using Santral.Engine.Contract.Journal;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Tests.Journal;

/// <summary>A process that appends without end is killed -9 again and again; what it had acknowledged must be there.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 30;
    private const int MostAcknowledgements = 3_000;
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_acknowledged_record_is_lost_by_thirty_kills()
    {
        var random = new Random(20261122);
        var acknowledged = new Dictionary<long, string>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            foreach (var line in await Burst(seed: kill, lines: random.Next(1, MostAcknowledgements)))
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                acknowledged.Add(long.Parse(line[..space], CultureInfo.InvariantCulture), line[(space + 1)..]);
            }

            await using var journal = SqliteJournal.Open(new() { Folder = folder.Path });
            var stored = await journal.All(0);
            Assert.Equal(Enumerable.Range(1, stored.Count).Select(n => (long)n), stored.Select(record => record.Sequence));
            var lost = acknowledged.Where(ack => ack.Key > stored.Count || stored[(int)ack.Key - 1] is var record && $"{record.Actor} {record.Version}" != ack.Value);
            Assert.True(!lost.Any(), $"After kill {kill}, acknowledged and not there: {string.Join(", ", lost.Take(3))}");
        }

        Assert.True(acknowledged.Count > Kills, $"Only {acknowledged.Count} acknowledgements in {Kills} kills.");
        var report = StoreVerifier.Verify(folder.Path, cancel: TestContext.Current.CancellationToken);
        Assert.True(report.Proven, report.Fault?.ToString());
    }

    /// <summary>All acknowledgements that left the process, which is killed when so many of them were read.</summary>
    private async Task<List<string>> Burst(int seed, int lines)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Santral.CrashHost.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [host, folder.Path, "burst", $"{seed}"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        try
        {
            var said = new List<string>();
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Wait.Deadline, TestContext.Current.CancellationToken) is { } line)
            {
                said.Add(line);
                if (said.Count == lines)
                {
                    process.Kill();
                }
            }

            Assert.True(said.Count >= lines, $"The process ended by itself after {said.Count} acknowledgements.");
            return said;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
