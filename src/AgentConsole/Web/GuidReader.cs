using System.Text.Json;
using System.Text.Json.Serialization;

namespace Santral.AgentConsole.Web;

/// <summary>
/// Ids travel in rows without dashes, so a body may bring them back the same way; the framework's own reader knows only the
/// dashed form and would answer 400.
/// </summary>
internal sealed class GuidReader : JsonConverter<Guid>
{
    public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Guid.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("This is no id.");

    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("N"));
}
