using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Santral.EndToEnd.Telephony;

/// <summary>A telephone played by SIPp and driven by datagrams: each is one named moment, so no scenario waits for a duration.</summary>
public sealed class Telephone : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    /// <summary>A telephone's media port lies this far below its SIP port, away from those of all others.</summary>
    private const int MediaBelow = 10_000;
    private static int calls;
    private readonly Process process;
    private readonly int port;
    private readonly string errors;
    private readonly string answered;
    private readonly FileSystemWatcher watcher;
    private readonly TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Telephone(string scenario, int port, string callId, params IEnumerable<string> more)
    {
        (this.port, CallId) = (port, callId);
        errors = Path.Combine(Path.GetTempPath(), $"sipp-{port}-{Guid.NewGuid():N}.log");
        answered = Path.ChangeExtension(errors, ".answered");
        watcher = new FileSystemWatcher(Path.GetTempPath(), Path.GetFileName(answered)) { EnableRaisingEvents = true };
        watcher.Created += (_, _) => seen.TrySetResult();
        var arguments = new List<string>
        {
            "-k", "5", "120", "sipp", $"127.0.0.1:{Asterisk.SipPort}",
            "-sf", Path.Combine(Asterisk.Root, "tests", "EndToEnd", "sipp", scenario),
            "-i", "127.0.0.1", "-p", Number(port), "-mp", Number(port - MediaBelow), "-nostdin", "-trace_err", "-error_file", errors, "-key", "answered", answered,
        };
        arguments.AddRange(more);
        process = Process.Start(new ProcessStartInfo("timeout", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

        // SIPp draws its screen without end; unread, the pipe would fill and stop it.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The SIP Call-ID of the call that this telephone makes; for one that is called, the switch knows it.</summary>
    public string CallId { get; }

    /// <summary>A citizen rings a line.</summary>
    /// <param name="echo">Sends back the sound it hears, so that there is some.</param>
    public static Telephone Rings(string line, string number = "05321234567", bool echo = false)
    {
        var n = Interlocked.Increment(ref calls);
        return new Telephone("caller.xml", Asterisk.CallerPorts + (n % 600), $"citizen{n}-1@test", "-m", "1", "-s", line, "-key", "caller", number, "-cid_str", $"citizen{n}-%u@test", Echo(echo));
    }

    /// <summary>A telephone that waits to be called.</summary>
    public static Telephone Waits(int port, bool echo = false) => new("phone.xml", port, "", Echo(echo));

    /// <summary>The citizen's telephone knows that it was answered; what it is told earlier it may not expect.</summary>
    public Task AnsweredAsync() => seen.Task.WaitAsync(Deadline);

    public void Press(char key) => Send(CallId, $"X-Key: {key}");

    /// <summary>Gives up while the other side has not answered yet.</summary>
    public void Cancel() => Send(CallId, "X-Do: cancel");

    public void HangUp() => Send(CallId, "X-Do: hangup");

    /// <param name="callId">Of the call that is ringing here.</param>
    /// <param name="what">answer, busy, decline or hangup.</param>
    public void Do(string callId, string what) => Send(callId, $"X-Do: {what}");

    /// <summary>The call is over for the citizen's telephone too, and every message of it was the one expected.</summary>
    public async Task EndsAsync()
    {
        using var limit = new CancellationTokenSource(Deadline);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The telephone is still on the line.{Complaints()}");
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"SIPp ended with {process.ExitCode}.{Complaints()}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            // The signal goes to timeout, which passes it on.
            using var kill = Process.Start("kill", Number(process.Id));
            await kill.WaitForExitAsync().WaitAsync(Deadline);
            await process.WaitForExitAsync().WaitAsync(Deadline);
        }

        process.Dispose();
        watcher.Dispose();
        File.Delete(errors);
        File.Delete(answered);
    }

    /// <summary>A word that SIPp takes without effect stands for silence, because its arguments are a fixed list.</summary>
    private static string Echo(bool echo) => echo ? "-rtp_echo" : "-nostdin";

    private string Complaints() => File.Exists(errors) ? Environment.NewLine + File.ReadAllText(errors) : "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void Send(string callId, string header)
    {
        var message = $"INFO sip:test@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK{Guid.NewGuid():N}\r\nFrom: <sip:test@127.0.0.1>;tag=t\r\n"
            + $"To: <sip:phone@127.0.0.1>\r\nCall-ID: {callId}\r\nCSeq: 1 INFO\r\n{header}\r\nContent-Length: 0\r\n\r\n";
        using var socket = new UdpClient();
        socket.Send(Encoding.ASCII.GetBytes(message), new IPEndPoint(IPAddress.Loopback, port));
    }
}
