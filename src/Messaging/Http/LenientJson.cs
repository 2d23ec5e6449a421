using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Santral.Messaging.Http;

/// <summary>Reads what may be missing or of another type than promised, without ever failing.</summary>
internal static class LenientJson
{
    extension(JsonElement element)
    {
        /// <summary>A string, or a number or boolean as written; null for all else.</summary>
        public string? Text(string name) => element.Member(name) is { } member
            ? member.ValueKind switch
            {
                JsonValueKind.String => Words(member),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => member.GetRawText(),
                JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null => null,
            }
            : null;

        public JsonElement? Object(string name) => element.Member(name) is { ValueKind: JsonValueKind.Object } member ? member : null;

        public IReadOnlyList<JsonElement>? Array(string name) => element.Member(name) is { ValueKind: JsonValueKind.Array } member ? [.. member.EnumerateArray()] : null;

        private JsonElement? Member(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
    }

    /// <summary>Half of a surrogate pair or a stray byte costs that character, not the message.</summary>
    private static string? Words(JsonElement member)
    {
        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(member)[1..^1]);
        }
    }
}
