using System.Text.Json;
using System.Text.Json.Serialization;
using Santral.Domain.Kernel;

namespace Santral.Engine.Codec;

/// <summary>Typed ids travel as plain strings, enums as their names.</summary>
internal static class Converters
{
    public static IReadOnlyList<JsonConverter> All { get; } =
    [
        new IdConverter<CommandId>(), new IdConverter<CitizenId>(), new IdConverter<ContactId>(), new IdConverter<CaseId>(), new IdConverter<OfferId>(),
        new IdConverter<AgentId>(), new IdConverter<DeskId>(), new IdConverter<QueueId>(), new IdConverter<UnitId>(), new IdConverter<AddressKey>(),
        new ActorIdConverter(), new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false),
    ];

    private sealed class IdConverter<T> : JsonConverter<T> where T : struct, IId<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            T.Parse(reader.GetString() ?? throw new JsonException($"{typeof(T).Name} is null."));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class ActorIdConverter : JsonConverter<ActorId>
    {
        public override ActorId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ActorId.Parse(reader.GetString() ?? throw new JsonException("An actor id is null."));

        public override void Write(Utf8JsonWriter writer, ActorId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}

/// <summary>A message inside another one: <c>[name, body]</c>.</summary>
internal sealed class MessageConverter<T>(MessageRegistry registry) : JsonConverter<T> where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => (T)MessageJson.Read(ref reader, registry);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => MessageJson.Write(writer, value, registry);
}

internal static class MessageJson
{
    public static void Write(Utf8JsonWriter writer, object message, MessageRegistry registry)
    {
        var name = registry.NameOf(message);
        writer.WriteStartArray();
        writer.WriteStringValue(name);
        JsonSerializer.Serialize(writer, message, registry.Options.GetTypeInfo(message.GetType()));
        writer.WriteEndArray();
    }

    public static object Read(ref Utf8JsonReader reader, MessageRegistry registry)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        reader.Read();
        var name = reader.GetString() ?? throw new JsonException("A message has no name.");
        reader.Read();
        var message = JsonSerializer.Deserialize(ref reader, registry.InfoOf(name)) ?? throw new JsonException($"{name} is null.");
        reader.Read();
        Expect(ref reader, JsonTokenType.EndArray);
        return message;
    }

    public static void Expect(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
        {
            throw new JsonException($"Expected {type}, found {reader.TokenType} at byte {reader.TokenStartIndex}.");
        }
    }
}
