using System.Text.Json;
using Santral.Domain.Kernel;

namespace Santral.Engine.Codec;

/// <summary>Reads what <see cref="RecordCodec"/> wrote; anything unexpected is an error that names its byte.</summary>
internal static class RecordReader
{
    public static DecisionRecord Read(ReadOnlySpan<byte> bytes, MessageRegistry registry)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        MessageJson.Expect(ref reader, JsonTokenType.StartObject);
        var record = new DecisionRecord { Actor = default, Version = 0, At = default, Command = default, PayloadHash = 0, By = default, PackHash = "" };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            record = name switch
            {
                "a" => record with { Actor = ActorId.Parse(reader.GetString()!) },
                "v" => record with { Version = reader.GetInt64() },
                "t" => record with { At = Instant(ref reader) },
                "c" => record with { Command = CommandId.Parse(reader.GetString()!) },
                "h" => record with { PayloadHash = reader.GetUInt64() },
                "k" => record with { Cause = reader.GetString() },
                "b" => record with { By = ReadOrigin(ref reader) },
                "p" => record with { PackHash = reader.GetString()! },
                "e" => record with { Events = ReadEvents(ref reader, registry) },
                "s" => record with { Sends = ReadSends(ref reader, registry) },
                "f" => record with { Effects = ReadEffects(ref reader, registry) },
                "l" => record with { Alarms = ReadAlarms(ref reader, registry) },
                "r" => record with { Reply = (IReply)MessageJson.Read(ref reader, registry) },
                _ => throw new JsonException($"A record has no member '{name}'."),
            };
        }

        MessageJson.Expect(ref reader, JsonTokenType.EndObject);
        return record.Version > 0 && record.Actor.Kind is not null ? record : throw new JsonException("A record lacks its actor or version.");
    }

    private static DateTimeOffset Instant(ref Utf8JsonReader reader) => new(reader.GetInt64(), TimeSpan.Zero);

    private static Origin ReadOrigin(ref Utf8JsonReader reader)
    {
        var parts = new string?[4];
        for (var i = 0; i < parts.Length; i++)
        {
            reader.Read();
            parts[i] = reader.GetString();
        }

        reader.Read();
        return new(parts[0]!, parts[1]!, parts[2]!, parts[3]);
    }

    private static List<IEvent> ReadEvents(ref Utf8JsonReader reader, MessageRegistry registry)
    {
        var events = new List<IEvent>();
        while (Next(ref reader))
        {
            events.Add((IEvent)MessageJson.Read(ref reader, registry));
        }

        return events;
    }

    private static List<Send> ReadSends(ref Utf8JsonReader reader, MessageRegistry registry)
    {
        var sends = new List<Send>();
        while (Next(ref reader))
        {
            reader.Read();
            var to = ActorId.Parse(reader.GetString()!);
            reader.Read();
            sends.Add(new(to, (ICommand)MessageJson.Read(ref reader, registry)));
            reader.Read();
        }

        return sends;
    }

    private static List<EffectRequest> ReadEffects(ref Utf8JsonReader reader, MessageRegistry registry)
    {
        var effects = new List<EffectRequest>();
        while (Next(ref reader))
        {
            reader.Read();
            var notAfter = Instant(ref reader);
            reader.Read();
            effects.Add(new((IEffect)MessageJson.Read(ref reader, registry), notAfter));
            reader.Read();
        }

        return effects;
    }

    private static List<AlarmChange> ReadAlarms(ref Utf8JsonReader reader, MessageRegistry registry)
    {
        var alarms = new List<AlarmChange>();
        while (Next(ref reader))
        {
            reader.Read();
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                alarms.Add(new(name, null, null));
                continue;
            }

            var at = Instant(ref reader);
            reader.Read();
            alarms.Add(new(name, at, (ICommand)MessageJson.Read(ref reader, registry)));
            reader.Read();
        }

        return alarms;
    }

    private static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;
}
