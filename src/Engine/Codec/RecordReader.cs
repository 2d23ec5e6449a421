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
        var draft = new Draft();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = Member(ref reader);
            reader.Read();
            switch (member)
            {
                case 'a': draft.Actor = ActorId.Parse(reader.GetString()!); break;
                case 'v': draft.Version = reader.GetInt64(); break;
                case 't': draft.At = Instant(ref reader); break;
                case 'c': draft.Command = CommandId.Parse(reader.GetString()!); break;
                case 'h': draft.PayloadHash = reader.GetUInt64(); break;
                case 'k': draft.Cause = reader.GetString(); break;
                case 'b': draft.By = ReadOrigin(ref reader); break;
                case 'p': draft.PackHash = reader.GetString()!; break;
                case 'e': draft.Events = ReadEvents(ref reader, registry); break;
                case 's': draft.Sends = ReadSends(ref reader, registry); break;
                case 'f': draft.Effects = ReadEffects(ref reader, registry); break;
                case 'l': draft.Alarms = ReadAlarms(ref reader, registry); break;
                case 'r': draft.Reply = (IReply)MessageJson.Read(ref reader, registry); break;
                default: throw new JsonException($"A record has no member '{member}'.");
            }
        }

        MessageJson.Expect(ref reader, JsonTokenType.EndObject);
        return draft.Version > 0 && draft.Actor.Kind is not null ? draft.Done() : throw new JsonException("A record lacks its actor or version.");
    }

    /// <summary>Members have one letter; anything longer is none of ours.</summary>
    private static char Member(ref Utf8JsonReader reader) =>
        reader.ValueSpan.Length == 1 ? (char)reader.ValueSpan[0] : throw new JsonException($"A record has no member '{reader.GetString()}'.");

    /// <summary>What was read so far: a copy of the whole record for each member would cost more than reading it.</summary>
    private struct Draft()
    {
        public ActorId Actor;
        public long Version;
        public DateTimeOffset At;
        public CommandId Command;
        public ulong PayloadHash;
        public string? Cause;
        public Origin By;
        public string PackHash = "";
        public IReadOnlyList<IEvent> Events = [];
        public IReadOnlyList<Send> Sends = [];
        public IReadOnlyList<EffectRequest> Effects = [];
        public IReadOnlyList<AlarmChange> Alarms = [];
        public IReply? Reply;

        public readonly DecisionRecord Done() => new()
        {
            Actor = Actor, Version = Version, At = At, Command = Command, PayloadHash = PayloadHash, Cause = Cause, By = By, PackHash = PackHash,
            Events = Events, Sends = Sends, Effects = Effects, Alarms = Alarms, Reply = Reply,
        };
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
