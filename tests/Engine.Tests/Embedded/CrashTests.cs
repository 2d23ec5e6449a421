using System.Diagnostics;
using Santral.Domain.Units;
using Santral.Engine.Codec;
using Santral.Engine.Contract.Hosts;
using Santral.Engine.Contract.Journal;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Tests.Embedded;

/// <summary>kill -9 of a real process on a real file, between append and release. These fail when a reply leaves before the commit.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("santral-crash-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Killed_before_the_commit_nobody_was_told_and_nothing_is_stored()
    {
        var said = await Die("BeforeCommit");
        Assert.Equal((string[])["ready", "ack first"], said);
        Assert.Equal((int[])[1], await Stored());
        Assert.Equal((string[])["ready", "ack second"], await Live("second 2"));
        Assert.Equal((int[])[1, 2], await Stored());
    }

    [Fact]
    public async Task Killed_after_the_commit_nobody_was_told_and_the_retry_is_answered_from_the_store()
    {
        var said = await Die("BetweenCommitAndRelease");
        Assert.Equal((string[])["ready", "ack first"], said);
        Assert.Equal((int[])[1, 2], await Stored());
        Assert.Equal((string[])["ready", "ack second"], await Live("second 2"));
        Assert.Equal((int[])[1, 2], await Stored());
    }

    private Task<string[]> Die(string moment) => Run(moment, "first 1", "arm", "second 2");

    private Task<string[]> Live(params string[] lines) => Run("Never", lines);

    private async Task<string[]> Run(string moment, params string[] lines)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Santral.CrashHost.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [host, folder, moment]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (var line in lines)
        {
            await process.StandardInput.WriteLineAsync(line);
        }

        process.StandardInput.Close();
        var said = await output.WaitAsync(Wait.Deadline, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<int[]> Stored()
    {
        await using var journal = SqliteJournal.Open(new() { Folder = folder });
        var records = await journal.LoadAsync(LedgerDecider.Of("a"), 0, TestContext.Current.CancellationToken);
        return [.. records.SelectMany(r => RecordCodec.Default.Decode(r.Bytes).Events).Cast<ReminderNoted>().Select(e => e.Count)];
    }
}
