using System.ComponentModel;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Santral.Packs;

/// <summary>The published JSON schema, made from the very types that the loader reads, so the two cannot drift apart.</summary>
public static class PackSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of <c>packs/schema.json</c>.</summary>
    public static string Text()
    {
        var schema = (JsonObject)JsonSchemaExporter.GetJsonSchemaAsNode(PackJson.Options, typeof(PackFile), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        schema["properties"]!["$schema"] = new JsonObject { ["type"] = "string" };
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Santral pack: one of the files of a municipality's folder");
        return schema.ToJsonString(Written) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var optional = Nullable.GetUnderlyingType(context.TypeInfo.Type);
        var schema = (optional ?? context.TypeInfo.Type) == typeof(TimeSpan)
            ? new JsonObject { ["type"] = optional is null ? "string" : new JsonArray("string", "null"), ["pattern"] = DurationConverter.Pattern }
            : node as JsonObject;
        if (schema is not null && context.PropertyInfo?.AttributeProvider is MemberInfo member && member.GetCustomAttribute<DescriptionAttribute>() is { } words)
        {
            schema["description"] = words.Description;
        }

        return schema ?? node;
    }
}
