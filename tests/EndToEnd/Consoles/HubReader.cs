using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Santral.EndToEnd.Harness;

namespace Santral.EndToEnd.Consoles;

/// <summary>
/// Speaks the hub's JSON protocol by itself, so that the console is compared with the server and not with the same library:
/// https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md
/// </summary>
internal sealed class HubReader : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;
    private const int Completion = 3;
    private readonly ClientWebSocket socket = new();
    private readonly List<byte> unread = [];
    private readonly byte[] buffer = new byte[16 * 1024];
    private int calls;

    private HubReader(CookieContainer cookies) => socket.Options.Cookies = cookies;

    public static async Task<HubReader> ConnectAsync(Uri silo, CookieContainer cookies)
    {
        var hub = new HubReader(cookies);
        using var deadline = new CancellationTokenSource(Eventually.Deadline);
        await hub.socket.ConnectAsync(new Uri($"ws://{silo.Authority}/hubs/console"), deadline.Token);
        await hub.SendAsync("""{"protocol":"json","version":1}""", deadline.Token);
        var welcome = await hub.ReadAsync(deadline.Token);
        return welcome.TryGetProperty("error", out var error) ? throw new InvalidOperationException($"The hub refused the handshake: {error}") : hub;
    }

    /// <exception cref="InvalidOperationException">The hub refused; the message ends with its code.</exception>
    public async Task<JsonElement> SnapshotAsync(string topic)
    {
        using var deadline = new CancellationTokenSource(Eventually.Deadline);
        var id = (++calls).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = "Subscribe", arguments = new[] { topic } }), deadline.Token);
        while (true)
        {
            var message = await ReadAsync(deadline.Token);
            if (message.TryGetProperty("type", out var type) && type.GetInt32() == Completion && message.GetProperty("invocationId").GetString() == id)
            {
                return message.TryGetProperty("error", out var error) ? throw new InvalidOperationException($"{topic}: {error}") : message.GetProperty("result");
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SendAsync(string json, CancellationToken cancel) =>
        socket.SendAsync((byte[])[.. Encoding.UTF8.GetBytes(json), RecordEnd], WebSocketMessageType.Text, endOfMessage: true, cancel);

    private async Task<JsonElement> ReadAsync(CancellationToken cancel)
    {
        int end;
        while ((end = unread.IndexOf(RecordEnd)) < 0)
        {
            var got = await socket.ReceiveAsync(buffer, cancel);
            if (got.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException($"The hub closed the connection: {got.CloseStatusDescription}");
            }

            unread.AddRange(buffer.AsSpan(0, got.Count));
        }

        using var document = JsonDocument.Parse(unread.GetRange(0, end).ToArray());
        unread.RemoveRange(0, end + 1);
        return document.RootElement.Clone();
    }
}
