using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Santral.Packs;

/// <summary>Finds every member that the format does not know, with its path and the nearest name that it does know.</summary>
internal static class StrictMembers
{
    internal static IEnumerable<(string Path, string Message)> Check(JsonElement element, Type type, string path)
    {
        var info = PackJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return (info.Kind, element.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => Members(element, info, path),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => element.EnumerateArray().SelectMany((item, at) => Check(item, info.ElementType!, $"{path}[{at}]")),
            (JsonTypeInfoKind.Dictionary, JsonValueKind.Object) => element.EnumerateObject().SelectMany(member => Check(member.Value, info.ElementType!, $"{path}.{member.Name}")),
            _ => [],
        };
    }

    private static IEnumerable<(string Path, string Message)> Members(JsonElement element, JsonTypeInfo info, string path)
    {
        var known = info.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        return element.EnumerateObject().SelectMany(member => known.TryGetValue(member.Name, out var property)
            ? Check(member.Value, property.PropertyType, $"{path}.{member.Name}")
            : [($"{path}.{member.Name}", $"unknown member; did you mean '{Nearest.Of(member.Name, known.Keys)}'?")]);
    }
}

/// <summary>The known name with the smallest edit distance.</summary>
public static class Nearest
{
    public static string? Of(string name, IEnumerable<string> known) =>
        known.Order(StringComparer.Ordinal).MinBy(candidate => Distance(name, candidate));

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost));
            }
        }

        return row[b.Length];
    }
}
