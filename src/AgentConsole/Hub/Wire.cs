using System.Text.Json;
using System.Text.Json.Serialization;
using Santral.Views;
using Santral.Views.Rows;

namespace Santral.AgentConsole.Hub;

/// <summary>A row as JSON, written once however many consoles it goes to; its length is what the outbox counts.</summary>
[JsonConverter(typeof(RawRowConverter))]
internal sealed record RawRow(byte[] Json)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RawRow? Of(IRow? row) => row is null ? null : new(JsonSerializer.SerializeToUtf8Bytes(row, row.GetType(), Options));
}

internal sealed class RawRowConverter : JsonConverter<RawRow>
{
    public override RawRow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Rows go out only.");

    public override void Write(Utf8JsonWriter writer, RawRow value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
}

/// <param name="Row">Null removes.</param>
internal sealed record WireRow(string Kind, string Id, RawRow? Row)
{
    /// <summary>Bytes it will take in a message, near enough for a bound.</summary>
    public int Size => 32 + Kind.Length + Id.Length + (Row?.Json.Length ?? 4);

    public static WireRow Of(RowChange change) => new(change.Kind, change.Id, RawRow.Of(change.Row));
}

internal sealed record WireSnapshot(string Topic, long Seq, IReadOnlyList<WireRow> Rows)
{
    public static WireSnapshot Of(TopicSnapshot snapshot) => new(snapshot.Topic, snapshot.Seq, [.. snapshot.Rows.Select(WireRow.Of)]);
}

internal sealed record WireChange(string Topic, long Prev, long Seq, IReadOnlyList<WireRow> Changes)
{
    public static WireChange Of(TopicChange change) => new(change.Topic, change.Prev, change.Seq, [.. change.Changes.Select(WireRow.Of)]);
}

internal sealed record WireRevoked(string Topic);
