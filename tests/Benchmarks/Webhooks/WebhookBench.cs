using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Santral.Benchmarks.Table;

namespace Santral.Benchmarks.Webhooks;

/// <summary>
/// Goal 5 of the performance page: signed webhooks acknowledged after a durable append, 10 % of them repeats, over 64 connections, beside a
/// bare GET of the same host. Closed loop; the generator and the server share the machine, so its rates are a floor and its latencies optimistic.
/// </summary>
public static class WebhookBench
{
    private const int Connections = 64;
    private const int Pairs = 5;
    private const int RepeatsInHundred = 10;
    private const string AuthToken = "bench-token";
    private const string PublicUrl = "https://santral.example";
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(30);

    public static async Task FiguresAsync(Action<Figure> figure)
    {
        var data = Directory.CreateTempSubdirectory("santral-bench-").FullName;
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        using var silo = Start(data, url);
        try
        {
            using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Connections };
            using var http = new HttpClient(handler) { BaseAddress = url };
            await ReadyAsync(silo, http);
            await MeasureAsync(http, figure);
        }
        finally
        {
            silo.Kill(entireProcessTree: true);
            await silo.WaitForExitAsync();
            Directory.Delete(data, recursive: true);
            File.Delete(data + ".key");
        }
    }

    /// <summary>The real binary, in a process of its own, with the webhook's secret in its environment.</summary>
    private static Process Start(string data, Uri url)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Santral.Silo.dll"), "run", "--data", data, "--urls", url.GetLeftPart(UriPartial.Authority), "--pack", "ibb"])
        {
            RedirectStandardOutput = true,
        };
        info.Environment["Keys__MasterKeyFile"] = data + ".key";
        info.Environment["Messaging__Twilio__AuthToken"] = AuthToken;
        info.Environment["Messaging__Twilio__PublicUrl"] = PublicUrl;
        var process = Process.Start(info) ?? throw new InvalidOperationException("The Silo did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task ReadyAsync(Process silo, HttpClient http)
    {
        using var deadline = new CancellationTokenSource(StartWithin);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await timer.WaitForNextTickAsync(deadline.Token))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), deadline.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!silo.HasExited)
            {
                // Not listening yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task MeasureAsync(HttpClient http, Action<Figure> figure)
    {
        var sent = 0;
        await LoadAsync(() => Bare(http));
        await LoadAsync(() => Webhook(http, Interlocked.Increment(ref sent)));
        var pairs = new List<(Load Ours, Load Bare)>();
        for (var i = 0; i < Pairs; i++)
        {
            pairs.Add((await LoadAsync(() => Webhook(http, Interlocked.Increment(ref sent))), await LoadAsync(() => Bare(http))));
        }

        var middle = pairs.Select(p => p.Ours).OrderBy(load => load.PerSecond).ElementAt(Pairs / 2);
        figure(Figure.OfPairs(
            "webhooks", "signed webhooks, durable, then 200", "/s", "bare GET /health/live of the same host", [.. pairs.Select(p => (p.Ours.PerSecond, p.Bare.PerSecond))], "real",
            string.Create(CultureInfo.InvariantCulture, $"{Connections} connections, closed loop, generator (.NET HttpClient) on the same {Environment.ProcessorCount} processors; {RepeatsInHundred} % repeats; p50 {middle.Milliseconds(0.50):0.0} ms, p99 {middle.Milliseconds(0.99):0.0} ms; answers other than 200: {pairs.Sum(p => p.Ours.Refused)} of {pairs.Sum(p => p.Ours.Ticks.Length):N0}; {Pairs} pairs of {Each.TotalSeconds} s; the whole intake runs on behind the answer (contact, citizen, desk, views)")));
    }

    private static async Task<Load> LoadAsync(Func<(HttpClient Http, HttpRequestMessage Request)> next)
    {
        var watch = Stopwatch.StartNew();
        var workers = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            var (ticks, refused) = (new List<long>(), 0);
            while (watch.Elapsed < Each)
            {
                var from = Stopwatch.GetTimestamp();
                var (http, request) = next();
                using var response = await http.SendAsync(request);
                ticks.Add(Stopwatch.GetTimestamp() - from);
                refused += response.StatusCode == HttpStatusCode.OK ? 0 : 1;
                request.Dispose();
            }

            return (ticks, refused);
        })));
        return new(watch.Elapsed, [.. workers.SelectMany(w => w.ticks).Order()], workers.Sum(w => w.refused));
    }

    private static (HttpClient Http, HttpRequestMessage Request) Bare(HttpClient http) => (http, new(HttpMethod.Get, "/health/live"));

    /// <summary>Every tenth message is one of the last thousand again.</summary>
    private static (HttpClient Http, HttpRequestMessage Request) Webhook(HttpClient http, int number)
    {
        var repeat = number % 100 < RepeatsInHundred && number > 1_000;
        return (http, Message(repeat ? number - (number % 1_000) - 1 : number));
    }

    private static HttpRequestMessage Message(int number)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = "AC00000000000000000000000000000000", ["ApiVersion"] = "2010-04-01", ["Body"] = "Sokak lambamız üç gündür yanmıyor, çocuklar karanlıkta geçiyor.",
            ["From"] = $"whatsapp:+9055{number % 20_000:00000000}", ["MessageSid"] = $"SM{number:x32}", ["NumMedia"] = "0", ["NumSegments"] = "1",
            ["ProfileName"] = "Ayşe Yılmaz", ["SmsStatus"] = "received", ["To"] = "whatsapp:+905521530034",
        };
        var signed = $"{PublicUrl}/webhooks/twilio/message{string.Concat(fields.Select(f => f.Key + f.Value))}";
#pragma warning disable CA5350 // The provider's scheme.
        var signature = HMACSHA1.HashData(Encoding.UTF8.GetBytes(AuthToken), Encoding.UTF8.GetBytes(signed));
#pragma warning restore CA5350
        var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/twilio/message") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", Convert.ToBase64String(signature));
        return request;
    }

    private sealed record Load(TimeSpan Time, long[] Ticks, int Refused)
    {
        public double PerSecond => Ticks.Length / Time.TotalSeconds;

        public double Milliseconds(double share) => Ticks.Length == 0 ? 0 : Ticks[(int)(share * (Ticks.Length - 1))] * 1000.0 / Stopwatch.Frequency;
    }
}
