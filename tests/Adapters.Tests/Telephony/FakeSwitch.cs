using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Telephony.Ari;

namespace Santral.Adapters.Tests.Telephony;

/// <summary>A switch that says what a test tells it to: the unhappy paths that a real one shows only on a bad day.</summary>
public sealed class FakeSwitch : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);
    private readonly WebApplication web;
    private readonly Channel<Request> requests = Channel.CreateUnbounded<Request>();
    private readonly Channel<HttpRequest> connections = Channel.CreateUnbounded<HttpRequest>();
    private readonly ConcurrentDictionary<string, Func<(int Status, string? Body)>> answers = new();
    private volatile WebSocket? socket;

    public sealed record Request(string Method, string Path, IReadOnlyDictionary<string, string> Query, string? Body);

    private FakeSwitch(WebApplication web) => this.web = web;

    public Uri Url { get; private set; } = null!;

    /// <summary>Null leaves a request without any answer.</summary>
    public Func<Request, (int Status, string? Body)?> Otherwise { get; set; } = r => r.Method == "GET" ? (200, "[]") : (204, null);

    public static async Task<FakeSwitch> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeSwitch(builder.Build());
        fake.web.UseWebSockets();
        fake.web.Map("/ari/events", fake.ServeAsync);
        await fake.web.StartAsync();
        var address = fake.web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        fake.Url = new Uri(address + "/ari");
        return fake;
    }

    public AriOptions Options => new() { Url = Url, User = "santral", Password = "word", FirstWait = TimeSpan.FromMilliseconds(5), LongestWait = TimeSpan.FromMilliseconds(20) };

    public void Answer(string method, string path, int status, string? body = null) => answers[$"{method} {path}"] = () => (status, body);

    public async Task<HttpRequest> ConnectedAsync() => await connections.Reader.ReadAsync().AsTask().WaitAsync(Deadline);

    /// <summary>The next request that fits; those before it are passed over. An empty method or path fits any.</summary>
    public async Task<Request> AskedAsync(string method, string pathStart)
    {
        using var limit = new CancellationTokenSource(Deadline);
        await foreach (var request in requests.Reader.ReadAllAsync(limit.Token))
        {
            if ((method.Length == 0 || request.Method == method) && request.Path.StartsWith(pathStart, StringComparison.Ordinal))
            {
                return request;
            }
        }

        throw new InvalidOperationException("The fake switch stopped.");
    }

    public async Task SayAsync(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        await socket!.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None).WaitAsync(Deadline);
    }

    /// <summary>As a killed process does: no close frame.</summary>
    public void Break() => socket!.Abort();

    public async ValueTask DisposeAsync()
    {
        socket?.Abort();
        await web.StopAsync();
        await web.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var accepted = await context.WebSockets.AcceptWebSocketAsync();
        socket = accepted;
        connections.Writer.TryWrite(context.Request);
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await accepted.ReceiveAsync(buffer.AsMemory(length), context.RequestAborted);
                    length += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                await ReplyAsync(accepted, buffer.AsMemory(0, length));
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client left or the test broke the line: both are what the test is about.
            return;
        }
    }

    private async Task ReplyAsync(WebSocket to, ReadOnlyMemory<byte> message)
    {
        using var json = JsonDocument.Parse(message);
        var root = json.RootElement;
        var query = root.TryGetProperty("query_strings", out var pairs)
            ? pairs.EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("value").GetString()!)
            : [];
        var request = new Request(
            root.GetProperty("method").GetString()!, root.GetProperty("uri").GetString()!, query,
            root.TryGetProperty("message_body", out var body) ? body.GetString() : null);
        var answer = answers.TryGetValue($"{request.Method} {request.Path}", out var prepared) ? prepared() : Otherwise(request);
        requests.Writer.TryWrite(request);
        if (answer is { } said)
        {
            var response = JsonSerializer.Serialize(new
            {
                type = "RESTResponse",
                request_id = root.GetProperty("request_id").GetString(),
                status_code = said.Status,
                message_body = said.Body,
            });
            await to.SendAsync(Encoding.UTF8.GetBytes(response), WebSocketMessageType.Text, true, CancellationToken.None);
        }
    }
}
