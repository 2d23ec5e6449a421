using System.Collections.Concurrent;
using System.Diagnostics;

namespace Santral.EndToEnd.Harness;

/// <summary>A program of the test, with its output kept line by line, ended with the test.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    private ChildProcess(Process process)
    {
        this.process = process;
        // A fixture that fails while it is set up is never disposed; what it had started must still end with the run.
        AppDomain.CurrentDomain.ProcessExit += EndWithTheRun;
    }

    public int Id => process.Id;
    public bool HasExited => process.HasExited;
    public int ExitCode => process.ExitCode;
    public IEnumerable<string> Lines => lines;

    public static ChildProcess Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var info = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder ?? Checkout.Root };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        var started = new ChildProcess(new Process { StartInfo = info });
        started.process.OutputDataReceived += (_, e) => started.Keep(e.Data);
        started.process.ErrorDataReceived += (_, e) => started.Keep(e.Data);
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        started.process.StandardInput.Close();
        return started;
    }

    /// <summary>Runs a program to its end and gives what it printed.</summary>
    public static async Task<string> Run(string file, IEnumerable<string> arguments, TimeSpan within, IReadOnlyDictionary<string, string>? environment = null, int expectedExit = 0)
    {
        await using var child = Start(file, arguments, environment);
        await child.WaitForExit(within);
        var said = string.Join('\n', child.Lines);
        return child.ExitCode == expectedExit ? said : throw new InvalidOperationException($"{file} ended with {child.ExitCode}:\n{said}");
    }

    public async Task WaitForExit(TimeSpan within)
    {
        using var deadline = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{process.StartInfo.FileName} did not end within {within}:\n{string.Join('\n', lines.TakeLast(30))}");
        }
    }

    /// <summary>kill -9: nothing of the program runs any more.</summary>
    public void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithTheRun;
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void EndWithTheRun(object? sender, EventArgs e)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }
}
