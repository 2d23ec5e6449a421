using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Santral.Packs;

/// <summary>The one way a pack's JSON is read: nothing unknown, nothing lenient.</summary>
internal static class PackJson
{
    internal static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Unknown members have been named by <see cref="StrictMembers"/>, all of them; reading goes on so that other errors are named too.</summary>
    internal static JsonSerializerOptions Reading { get; } = new(Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    internal static JsonDocumentOptions Document { get; } = new() { AllowDuplicateProperties = false };

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new DurationConverter() },
        };
        options.MakeReadOnly();
        return options;
    }
}
