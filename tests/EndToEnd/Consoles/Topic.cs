using System.Text.Json;

namespace Santral.EndToEnd.Consoles;

/// <summary>A topic's rows by kind and id, whoever holds them.</summary>
/// <param name="Status">The console's word for how sure it is; "live" in a snapshot.</param>
internal sealed record Topic(string Name, string Status, IReadOnlyDictionary<string, JsonElement> Rows)
{
    public static Topic Of(JsonElement held) => new(
        held.GetProperty("topic").GetString()!,
        held.TryGetProperty("status", out var status) ? status.GetString()! : "live",
        held.GetProperty("rows").EnumerateArray().ToDictionary(r => $"{r.GetProperty("kind").GetString()} {r.GetProperty("id").GetString()}", r => r.GetProperty("row")));

    public IEnumerable<JsonElement> Kind(string kind) => Rows.Where(r => r.Key.StartsWith($"{kind} ", StringComparison.Ordinal)).Select(r => r.Value);

    /// <summary>Every row that the other has not, lacks or holds otherwise; empty when they are the same.</summary>
    public IEnumerable<string> DifferencesTo(Topic truth)
    {
        foreach (var key in Rows.Keys.Union(truth.Rows.Keys))
        {
            var (here, there) = (Rows.TryGetValue(key, out var mine), truth.Rows.TryGetValue(key, out var its));
            if (!here || !there || !JsonElement.DeepEquals(mine, its))
            {
                yield return $"{Name} {key}: the page has {(here ? mine.GetRawText() : "nothing")}, the server {(there ? its.GetRawText() : "nothing")}";
            }
        }
    }
}
