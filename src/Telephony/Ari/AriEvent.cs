using System.Globalization;
using System.Text.Json;

namespace Santral.Telephony.Ari;

/// <summary>What the switch tells us, reduced to what is used. Everything else reads as <see cref="Other"/>.</summary>
public abstract record AriEvent
{
    private AriEvent()
    {
    }

    /// <summary>The switch's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <param name="Args">What the dialplan or the origination passed: who this leg is.</param>
    public sealed record StasisStart(AriChannel Channel, IReadOnlyList<string> Args) : AriEvent;

    /// <summary>The channel left us. For a caller this is the last that is heard of it.</summary>
    public sealed record StasisEnd(string ChannelId) : AriEvent;
    public sealed record ChannelState(AriChannel Channel) : AriEvent;

    /// <summary>Comes before <see cref="StasisEnd"/> and carries the cause that the other does not.</summary>
    public sealed record HangupRequest(string ChannelId, int Cause) : AriEvent;
    public sealed record ChannelDestroyed(string ChannelId, int Cause) : AriEvent;
    public sealed record Dtmf(string ChannelId, string Digit) : AriEvent;

    /// <param name="ChannelId">Where it was played; empty when that was a bridge.</param>
    /// <param name="State">done, or failed when a sound is missing.</param>
    public sealed record PlaybackFinished(string PlaybackId, string ChannelId, string State) : AriEvent;
    public sealed record RecordingFinished(string Name, TimeSpan Length) : AriEvent;
    public sealed record RecordingFailed(string Name, string Cause) : AriEvent;

    /// <summary>Another client took our application's name.</summary>
    public sealed record Replaced : AriEvent;
    public sealed record Other(string Type) : AriEvent;

    public static AriEvent Read(JsonElement json)
    {
        var type = Text(json, "type") ?? throw new FormatException("An event without a type.");
        AriEvent e = type switch
        {
            "StasisStart" => new StasisStart(AriChannel.Read(json.GetProperty("channel")), [.. json.GetProperty("args").EnumerateArray().Select(a => a.GetString() ?? "")]),
            "StasisEnd" => new StasisEnd(LegOf(json)),
            "ChannelStateChange" => new ChannelState(AriChannel.Read(json.GetProperty("channel"))),
            "ChannelHangupRequest" => new HangupRequest(LegOf(json), CauseOf(json)),
            "ChannelDestroyed" => new ChannelDestroyed(LegOf(json), CauseOf(json)),
            "ChannelDtmfReceived" => new Dtmf(LegOf(json), Text(json, "digit") ?? ""),
            "PlaybackFinished" => PlaybackOf(json.GetProperty("playback")),
            "RecordingFinished" => RecordingOf(json.GetProperty("recording")),
            "RecordingFailed" => new RecordingFailed(Text(json.GetProperty("recording"), "name") ?? "", Text(json.GetProperty("recording"), "cause") ?? ""),
            "ApplicationReplaced" => new Replaced(),
            _ => new Other(type),
        };
        return e with { At = Time(Text(json, "timestamp")) };
    }

    /// <summary>Asterisk writes <c>2026-11-22T07:35:46.495+0000</c>, without the colon that .NET's own format asks for.</summary>
    internal static DateTimeOffset Time(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : default;

    internal static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string LegOf(JsonElement json) => Text(json.GetProperty("channel"), "id") ?? "";

    private static int CauseOf(JsonElement json) => json.TryGetProperty("cause", out var cause) && cause.TryGetInt32(out var value) ? value : 0;

    private static PlaybackFinished PlaybackOf(JsonElement json)
    {
        const string channel = "channel:";
        var target = Text(json, "target_uri") ?? "";
        return new(Text(json, "id") ?? "", target.StartsWith(channel, StringComparison.Ordinal) ? target[channel.Length..] : "", Text(json, "state") ?? "");
    }

    private static RecordingFinished RecordingOf(JsonElement json) => new(
        Text(json, "name") ?? "",
        TimeSpan.FromSeconds(json.TryGetProperty("duration", out var seconds) && seconds.TryGetInt32(out var value) ? value : 0));
}

/// <param name="State">Ring, Ringing, Up, Down...</param>
/// <param name="Number">The caller's number as the network gave it; empty when withheld.</param>
/// <param name="AppData">What the channel passed to the application, such as <c>santral,in,153</c>: its role, also after our restart.</param>
public sealed record AriChannel(string Id, string State, string Number, string Dialled, string AppData, DateTimeOffset CreatedAt)
{
    public bool Up => State == "Up";

    public static AriChannel Read(JsonElement json)
    {
        var caller = json.TryGetProperty("caller", out var c) ? AriEvent.Text(c, "number") : null;
        var dialplan = json.TryGetProperty("dialplan", out var d) ? d : default;
        var exists = dialplan.ValueKind == JsonValueKind.Object;
        return new(
            AriEvent.Text(json, "id") ?? "",
            AriEvent.Text(json, "state") ?? "",
            caller ?? "",
            (exists ? AriEvent.Text(dialplan, "exten") : null) ?? "",
            (exists ? AriEvent.Text(dialplan, "app_data") : null) ?? "",
            AriEvent.Time(AriEvent.Text(json, "creationtime")));
    }
}
