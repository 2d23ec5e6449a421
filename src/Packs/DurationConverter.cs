using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Santral.Packs;

/// <summary>Durations as people write them: <c>500ms</c>, <c>20s</c>, <c>5m</c>, <c>24h</c>. A bare number is refused, because its unit would be a guess.</summary>
internal sealed class DurationConverter : JsonConverter<TimeSpan>
{
    internal const string Pattern = "^-?[0-9]+(ms|s|m|h)$";

    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var digits = text.TrimEnd('m', 's', 'h');
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
            ? text[digits.Length..] switch
            {
                "ms" => TimeSpan.FromMilliseconds(count),
                "s" => TimeSpan.FromSeconds(count),
                "m" => TimeSpan.FromMinutes(count),
                "h" => TimeSpan.FromHours(count),
                _ => throw NotADuration(text),
            }
            : throw NotADuration(text);
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{(long)value.TotalMilliseconds}ms"));

    private static JsonException NotADuration(string text) => new($"'{text}' is no duration; write 500ms, 20s, 5m or 24h.");
}
