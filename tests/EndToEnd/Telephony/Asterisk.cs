using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Telephony.Ari;
using Xunit;

namespace Santral.EndToEnd.Telephony;

/// <summary>
/// A real Asterisk of the tests' own, with ports and a home beside a developer's, and an observer that hears every channel:
/// what it hears are the named events on which the tests wait.
/// </summary>
public sealed class Asterisk : IAsyncLifetime, IAriListener
{
    public static string Root { get; } = FindRoot();

    /// <summary>Two checkouts on one machine test side by side: each has a home and a thousand ports of its own.</summary>
    private static readonly int Slot = Convert.ToInt32(CheckoutHash()[..4], 16) % Slots;
    private const int Slots = 10;
    private const int PortsPerSlot = 1_000;
    private static readonly int First = 22_000 + (Slot * PortsPerSlot);

    public static readonly int SipPort = First + 60;
    public static readonly int AgentPort = First + 71;
    public static readonly int UnitPort = First + 121;
    public static readonly int OutsidePort = First + 190;

    /// <summary>Where citizens' telephones have their ports, one after another.</summary>
    public static readonly int CallerPorts = First + 300;
    private static readonly int AriPort = First + 88;
    private static readonly int RtpPort = 40_000 + (Slot * 2 * PortsPerSlot);

    /// <summary>Prompts are cut to this, long enough to hang up in the middle of one.</summary>
    private const string PromptSeconds = "0.7";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan InstallDeadline = TimeSpan.FromMinutes(10);

    /// <summary>One place for all runs of a checkout: what a killed run left behind is found and taken over by the next.</summary>
    private readonly string home = Path.Combine(Path.GetTempPath(), $"santral-asterisk-{CheckoutHash()}");
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<AriEvent> heard = Channel.CreateUnbounded<AriEvent>();
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private AriClient observer = null!;
    private Task running = Task.CompletedTask;

    public AriOptions Options { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await ScriptAsync("up", InstallDeadline);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(home, "ari.json")));
        Options = new AriOptions
        {
            Url = new Uri(json.RootElement.GetProperty("url").GetString()!),
            User = json.RootElement.GetProperty("user").GetString()!,
            Password = json.RootElement.GetProperty("password").GetString()!,
            App = json.RootElement.GetProperty("app").GetString()!,
            FirstWait = TimeSpan.FromMilliseconds(50),
        };
        observer = new AriClient(Options with { App = "izleyici", HearAll = true }, TimeProvider.System, NullLogger<AriClient>.Instance);
        running = observer.RunAsync(this, stop.Token);
        await listening.Task.WaitAsync(Deadline);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        await ScriptAsync("down", Deadline);
        Directory.Delete(home, recursive: true);
        stop.Dispose();
    }

    /// <summary>The next event that fits; what came before it is passed over.</summary>
    public async Task<T> HearsAsync<T>(Func<T, bool> fits, string what) where T : AriEvent
    {
        using var limit = new CancellationTokenSource(Deadline);
        try
        {
            await foreach (var e in heard.Reader.ReadAllAsync(limit.Token))
            {
                if (e is T wanted && fits(wanted))
                {
                    return wanted;
                }
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"The switch did not say within {Deadline.TotalSeconds:0} s: {what}.");
        }

        throw new InvalidOperationException("The observer stopped.");
    }

    /// <summary>A test begins: what a failed one left on the switch would be taken for this one's calls.</summary>
    public async Task ClearAsync()
    {
        foreach (var channel in (await ListAsync("channels")).EnumerateArray())
        {
            await observer.SendAsync(AriRequest.Delete($"channels/{Uri.EscapeDataString(channel.GetProperty("id").GetString()!)}"), TestContext.Current.CancellationToken);
        }

        foreach (var bridge in (await ListAsync("bridges")).EnumerateArray())
        {
            await observer.SendAsync(AriRequest.Delete($"bridges/{Uri.EscapeDataString(bridge.GetProperty("id").GetString()!)}"), TestContext.Current.CancellationToken);
        }

        await NothingIsLeftAsync();
        while (heard.Reader.TryRead(out _))
        {
        }
    }

    public async Task<JsonElement> ListAsync(string what)
    {
        var response = await observer.SendAsync(AriRequest.Get(what), TestContext.Current.CancellationToken);
        return response.Ok ? response.Body : throw new InvalidOperationException($"{what}: status {response.Status}");
    }

    /// <summary>The SIP Call-ID of a channel: how a test reaches the telephone behind it.</summary>
    public async Task<string> CallIdAsync(string channel) =>
        (await ListAsync($"channels/{Uri.EscapeDataString(channel)}")).GetProperty("protocol_id").GetString()!;

    /// <summary>Asks the switch for what is left, anew after each thing it says, until it has nothing more.</summary>
    public async Task NothingIsLeftAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (await LeftAsync() is { Length: > 0 } left)
        {
            if (Stopwatch.GetElapsedTime(since) > Deadline)
            {
                throw new TimeoutException($"Still on the switch: {left}.");
            }

            await HearsAsync<AriEvent>(_ => true, $"that these were destroyed: {left}");
        }
    }

    private async Task<string> LeftAsync()
    {
        var left = (await ListAsync("channels")).EnumerateArray().Concat((await ListAsync("bridges")).EnumerateArray());
        return string.Join(", ", left.Select(x => x.GetProperty("id").GetString()));
    }

    Task IAriListener.ConnectedAsync(CancellationToken cancel)
    {
        listening.TrySetResult();
        return Task.CompletedTask;
    }

    Task IAriListener.OnEventAsync(AriEvent e, CancellationToken cancel)
    {
        heard.Writer.TryWrite(e);
        return Task.CompletedTask;
    }

    void IAriListener.Disconnected(string why) => heard.Writer.TryWrite(new AriEvent.Other($"disconnected: {why}"));

    private async Task ScriptAsync(string verb, TimeSpan deadline)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Root, "scripts", "asterisk.sh"), verb, "--home", home])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SANTRAL_SIP_PORT"] = $"{SipPort}",
                ["SANTRAL_ARI_PORT"] = $"{AriPort}",
                ["SANTRAL_RTP_PORT"] = $"{RtpPort}",
                ["SANTRAL_AGENT_PORT"] = $"{AgentPort}",
                ["SANTRAL_UNIT_PORT"] = $"{UnitPort}",
                ["SANTRAL_OUTSIDE_PORT"] = $"{OutsidePort}",
                ["SANTRAL_PROMPT_SECONDS"] = PromptSeconds,
            },
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(deadline);
        await process.WaitForExitAsync(limit.Token);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"asterisk.sh {verb} ended with {process.ExitCode}: {await said}{await complained}");
        }
    }

    private static string CheckoutHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..8];

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "ContactCentre.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the source tree.");
    }
}
