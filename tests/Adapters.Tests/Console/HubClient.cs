using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Santral.Adapters.Tests.Console;

/// <summary>SignalR's JSON protocol over a raw WebSocket, as much of it as a console speaks.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly ClientWebSocket socket = new();
    private readonly Channel<JsonNode> completions = Channel.CreateUnbounded<JsonNode>();
    private readonly Channel<(string Target, JsonNode Message)> events = Channel.CreateUnbounded<(string, JsonNode)>();
    private Task reading = Task.CompletedTask;
    private int invocations;

    public static async Task<HubClient> ConnectAsync(Uri server, CookieContainer? cookies, string? origin = null, string? token = null)
    {
        var client = new HubClient();
        client.socket.Options.Cookies = cookies;
        if (origin is not null)
        {
            client.socket.Options.SetRequestHeader("Origin", origin);
        }

        if (token is not null)
        {
            client.socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        }

        using var deadline = new CancellationTokenSource(ConsoleServer.Deadline);
        await client.socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = "/hubs/console" }.Uri, deadline.Token);
        await client.SendAsync("""{"protocol":"json","version":1}""");
        client.reading = Task.Run(client.ReadAsync);
        return client;
    }

    /// <summary>The result, or the error as the exception's message.</summary>
    public async Task<JsonNode?> InvokeAsync(string target, params string[] arguments)
    {
        var id = (++invocations).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var list = new JsonArray([.. arguments.Select(a => (JsonNode)a)]);
        await SendAsync(new JsonObject { ["type"] = 1, ["invocationId"] = id, ["target"] = target, ["arguments"] = list }.ToJsonString());
        using var deadline = new CancellationTokenSource(ConsoleServer.Deadline);
        var answer = await completions.Reader.ReadAsync(deadline.Token);
        return answer["error"] is { } error ? throw new InvalidOperationException(error.GetValue<string>()) : answer["result"];
    }

    /// <summary>The next message of a kind that satisfies a condition; others are passed over.</summary>
    public async Task<JsonNode> NextAsync(string target, Func<JsonNode, bool>? condition = null)
    {
        using var deadline = new CancellationTokenSource(ConsoleServer.Deadline);
        while (true)
        {
            var (name, message) = await events.Reader.ReadAsync(deadline.Token);
            if (name == target && (condition is null || condition(message)))
            {
                return message;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Dispose();
    }

    private Task SendAsync(string json) => socket.SendAsync(Encoding.UTF8.GetBytes(json + End), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var text = new StringBuilder();
        var decoder = Encoding.UTF8.GetDecoder();
        var chars = new char[buffer.Length + 4];
        while (socket.State == WebSocketState.Open)
        {
            var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
            text.Append(chars, 0, decoder.GetChars(buffer, 0, part.Count, chars, 0));
            while (text.ToString() is var all && all.IndexOf(End) is var end and >= 0)
            {
                text.Remove(0, end + 1);
                Take(JsonNode.Parse(all[..end])!);
            }
        }
    }

    private void Take(JsonNode message)
    {
        switch (message["type"]?.GetValue<int>())
        {
            case 1:
                events.Writer.TryWrite((message["target"]!.GetValue<string>(), message["arguments"]![0]!));
                break;
            case 3:
                completions.Writer.TryWrite(message);
                break;
            default:
                // The handshake's answer and pings.
                break;
        }
    }
}
