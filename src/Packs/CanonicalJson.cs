using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Santral.Packs;

/// <summary>
/// A pack's name is the SHA-256 of its content, whatever the files, their layout and the order of their members:
/// UTF-8 JSON without white space, members in ordinal order, null members left out.
/// </summary>
internal static class CanonicalJson
{
    internal static string Hash(PackFile pack)
    {
        var node = JsonSerializer.SerializeToNode(pack, PackJson.Options);
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Sorted(node))));
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
