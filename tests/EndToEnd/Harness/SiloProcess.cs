using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Santral.EndToEnd.Harness;

/// <summary>The real binary on a data folder and a port of its own.</summary>
internal sealed partial class SiloProcess : IAsyncDisposable
{
    private readonly Dictionary<string, string> environment;
    private readonly string[] arguments;
    private ChildProcess process;

    private SiloProcess(string data, int port, string[] arguments, Dictionary<string, string> environment)
    {
        (Data, Url, this.arguments, this.environment) = (data, $"http://127.0.0.1:{port}", arguments, environment);
        process = Launch();
        Http = new HttpClient { BaseAddress = new Uri(Url) };
    }

    public string Data { get; }
    public string Url { get; }
    public HttpClient Http { get; }
    public IEnumerable<string> Lines => process.Lines;

    /// <summary>Sign-in name and password by role, as the first start printed them.</summary>
    public IReadOnlyList<(string Role, string User, string Password)> Accounts { get; private set; } = [];

    public static async Task<SiloProcess> StartAsync(Dictionary<string, string>? environment = null, string? pack = null, string? data = null, params string[] more)
    {
        var silo = new SiloProcess(data ?? Checkout.NewFolder("data"), FreePort(), ["--pack", pack ?? Checkout.FastPack, .. more], environment ?? []);
        await silo.WaitUntilReady();
        silo.Accounts = [.. silo.Lines.Select(line => AccountLine().Match(line)).Where(m => m.Success).Select(m => (m.Groups["role"].Value, m.Groups["user"].Value, m.Groups["password"].Value))];
        return silo;
    }

    public (string User, string Password) Account(string user) =>
        Accounts.Where(a => a.User == user).Select(a => (a.User, a.Password)).FirstOrDefault() is { User: not null } found
            ? found
            : throw new InvalidOperationException($"The first start printed no account '{user}', only {string.Join(", ", Accounts.Select(a => a.User))}.");

    /// <summary>kill -9, as a power cut would; the data folder stays.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExit(TimeSpan.FromSeconds(5));
    }

    /// <summary>The same folder and port, in a new process.</summary>
    public async Task RestartAsync()
    {
        await process.DisposeAsync();
        process = Launch();
        await WaitUntilReady();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await process.DisposeAsync();
        await File.WriteAllLinesAsync(Path.Combine(Checkout.Logs, $"silo-{Path.GetFileName(Data)}.log"), process.Lines);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private ChildProcess Launch() =>
        ChildProcess.Start("dotnet", [Path.Combine(Checkout.App, "Santral.Silo.dll"), "run", "--data", Data, "--urls", Url, .. arguments], environment);

    private Task WaitUntilReady() => Eventually.True("the Silo is ready", async () =>
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"The Silo ended with {process.ExitCode}:\n{string.Join('\n', process.Lines)}");
        }

        using var answer = await Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    });

    /// <summary>The line of the first start: <c>agent      ayse       wR7-…</c>.</summary>
    [GeneratedRegex(@"^\s{2}(?<role>[a-z]+)\s{2,}(?<user>[\w.-]+)\s{2,}(?<password>\S+)\s*$")]
    private static partial Regex AccountLine();
}
