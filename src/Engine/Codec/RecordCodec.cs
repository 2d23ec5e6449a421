using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Santral.Domain.Kernel;

namespace Santral.Engine.Codec;

/// <summary>
/// A decision record as compact JSON. Member names are single letters because every record carries them:
/// a actor, v version, t time, c command, h payload hash, k cause, b by, p pack, e events, s sends, f effects, l alarms, r reply.
/// </summary>
public sealed class RecordCodec(MessageRegistry registry)
{
    private static readonly JsonWriterOptions WriterOptions = new() { SkipValidation = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RecordCodec Default { get; } = new(MessageRegistry.Default);

    public ReadOnlyMemory<byte> Encode(DecisionRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("a"u8, record.Actor.ToString());
        writer.WriteNumber("v"u8, record.Version);
        writer.WriteNumber("t"u8, record.At.UtcTicks);
        writer.WriteString("c"u8, record.Command.ToString());
        writer.WriteNumber("h"u8, record.PayloadHash);
        if (record.Cause is not null)
        {
            writer.WriteString("k"u8, record.Cause);
        }

        writer.WriteStartArray("b"u8);
        writer.WriteStringValue(record.By.Who);
        writer.WriteStringValue(record.By.Role);
        writer.WriteStringValue(record.By.Channel);
        writer.WriteStringValue(record.By.Why);
        writer.WriteEndArray();
        writer.WriteString("p"u8, record.PackHash);
        WriteEvents(writer, record.Events);
        WriteSends(writer, record.Sends);
        WriteEffects(writer, record.Effects);
        WriteAlarms(writer, record.Alarms);
        if (record.Reply is not null)
        {
            writer.WritePropertyName("r"u8);
            MessageJson.Write(writer, record.Reply, registry);
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public DecisionRecord Decode(ReadOnlyMemory<byte> bytes) => RecordReader.Read(bytes.Span, registry);

    /// <summary>The first 8 bytes of the SHA-256 of a command's stored form, the instant of its arrival left out.</summary>
    public ulong PayloadHash(ICommand command)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        MessageJson.Write(writer, command is IArrival arrival ? arrival.WithoutArrival() : command, registry);
        writer.Flush();
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(buffer.WrittenSpan, hash);
        return BitConverter.ToUInt64(hash);
    }

    private void WriteEvents(Utf8JsonWriter writer, IReadOnlyList<IEvent> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("e"u8);
        foreach (var item in events)
        {
            MessageJson.Write(writer, item, registry);
        }

        writer.WriteEndArray();
    }

    private void WriteSends(Utf8JsonWriter writer, IReadOnlyList<Send> sends)
    {
        if (sends.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("s"u8);
        foreach (var send in sends)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(send.To.ToString());
            MessageJson.Write(writer, send.Command, registry);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private void WriteEffects(Utf8JsonWriter writer, IReadOnlyList<EffectRequest> effects)
    {
        if (effects.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("f"u8);
        foreach (var effect in effects)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(effect.NotAfter.UtcTicks);
            MessageJson.Write(writer, effect.Effect, registry);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private void WriteAlarms(Utf8JsonWriter writer, IReadOnlyList<AlarmChange> alarms)
    {
        if (alarms.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("l"u8);
        foreach (var alarm in alarms)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(alarm.Name);
            if (alarm.At is { } at && alarm.Command is { } command)
            {
                writer.WriteNumberValue(at.UtcTicks);
                MessageJson.Write(writer, command, registry);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
