using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Santral.Telephony.Ari;

/// <summary>REST over the event socket, as Asterisk 20.14 and later speak it.</summary>
internal static class AriFrame
{
    public static ReadOnlyMemory<byte> Write(string id, AriRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("type", "RESTRequest");
        json.WriteString("request_id", id);
        json.WriteString("method", request.Method);
        json.WriteString("uri", request.Path);
        if (request.Query.Count > 0)
        {
            json.WriteStartArray("query_strings");
            foreach (var (name, value) in request.Query)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("value", value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (request.Body is not null)
        {
            json.WriteString("content_type", "application/json");
            json.WriteString("message_body", request.Body);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    public static (string Id, AriResponse Response) ReadResponse(JsonElement json)
    {
        var id = AriEvent.Text(json, "request_id") ?? throw new FormatException("An answer without a request_id.");
        var status = json.GetProperty("status_code").GetInt32();
        var text = AriEvent.Text(json, "message_body");
        if (string.IsNullOrEmpty(text))
        {
            return (id, new(status, default));
        }

        using var body = JsonDocument.Parse(text);
        return (id, new(status, body.RootElement.Clone()));
    }
}

/// <summary>Collects the frames of one message in a buffer that is used again for the next.</summary>
internal sealed class MessageBuffer(int largest)
{
    private byte[] buffer = new byte[16 * 1024];

    /// <summary>Null when the other side closed.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(WebSocket socket, CancellationToken cancel)
    {
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length >= largest)
                {
                    throw new InvalidDataException($"The switch sent a message above {largest} bytes.");
                }

                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, largest));
            }

            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return buffer.AsMemory(0, length);
            }
        }
    }
}
