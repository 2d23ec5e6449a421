using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Santral.Domain.Kernel;

namespace Santral.Engine.Codec;

/// <summary>
/// A decision record as compact JSON. Member names are single letters because every record carries them:
/// a actor, v version, t time, c command, h payload hash, k cause, b by, p pack, e events, s sends, f effects, l alarms, r reply.
/// </summary>
#pragma warning disable CA1001 // A codec lives as long as its process, and its writers hold nothing but memory.
public sealed class RecordCodec(MessageRegistry registry)
{
    private static readonly JsonWriterOptions WriterOptions = new() { SkipValidation = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A writer and its buffer for each thread that encodes: the collector is the largest cost of a command.</summary>
    private readonly ThreadLocal<Scratch> scratch = new(() => new());

    public static RecordCodec Default { get; } = new(MessageRegistry.Default);

    public ReadOnlyMemory<byte> Encode(DecisionRecord record)
    {
        var own = scratch.Value!;
        var writer = own.Begin();
        writer.WriteStartObject();
        writer.WriteString("a"u8, record.Actor.ToString());
        writer.WriteNumber("v"u8, record.Version);
        writer.WriteNumber("t"u8, record.At.UtcTicks);
        Span<byte> command = stackalloc byte[32];
        record.Command.Value.TryFormat(command, out _, "N");
        writer.WriteString("c"u8, command);
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
        return own.Written().ToArray();
    }

    public DecisionRecord Decode(ReadOnlyMemory<byte> bytes) => RecordReader.Read(bytes.Span, registry);

    /// <summary>The first 8 bytes of the SHA-256 of a command's stored form, the instant of its arrival left out.</summary>
    public ulong PayloadHash(ICommand command)
    {
        var own = scratch.Value!;
        MessageJson.Write(own.Begin(), command is IArrival arrival ? arrival.WithoutArrival() : command, registry);
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(own.Written(), hash);
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

    /// <summary>What a failed encoding left is thrown away by the next one.</summary>
    private sealed class Scratch
    {
        private const int FirstBytes = 1_024;

        /// <summary>A thread does not hold on to the room of one unusually large record.</summary>
        private const int KeptBytes = 64 * 1_024;

        private readonly Utf8JsonWriter writer;
        private ArrayBufferWriter<byte> buffer = new(FirstBytes);

        public Scratch() => writer = new(buffer, WriterOptions);

        public Utf8JsonWriter Begin()
        {
            if (buffer.Capacity > KeptBytes)
            {
                buffer = new(FirstBytes);
            }

            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            return writer;
        }

        /// <summary>Everything written since <see cref="Begin"/>; valid until the next one.</summary>
        public ReadOnlySpan<byte> Written()
        {
            writer.Flush();
            return buffer.WrittenSpan;
        }
    }
}
#pragma warning restore CA1001
