using System.Globalization;
using Santral.Telephony.Ari;

namespace Santral.Telephony.Switch;

/// <summary>The requests to the switch, in its own words and nowhere else.</summary>
internal static class SwitchRequests
{
    /// <summary>No recording is longer: four hours, far above any call, so that a forgotten one does not fill the disk.</summary>
    private static readonly TimeSpan LongestRecording = TimeSpan.FromHours(4);

    public static AriRequest Channels() => AriRequest.Get("channels");
    public static AriRequest Bridges() => AriRequest.Get("bridges");
    public static AriRequest Playback(string playback) => AriRequest.Get(Names.Path("playbacks", playback));
    public static AriRequest Answer(string leg) => AriRequest.Post(Names.Path("channels", leg, "answer"));

    public static AriRequest Play(string leg, string playback, IEnumerable<string> sounds) =>
        AriRequest.Post(Names.Path("channels", leg, "play", playback), ("media", string.Join(',', sounds.Select(Media))));

    public static AriRequest StopPlaying(string playback) => AriRequest.Delete(Names.Path("playbacks", playback));
    public static AriRequest StartMusic(string leg) => AriRequest.Post(Names.Path("channels", leg, "moh"));
    public static AriRequest StopMusic(string leg) => AriRequest.Delete(Names.Path("channels", leg, "moh"));

    /// <param name="timeout">Rounded up to whole seconds; the switch then reports that nobody answered.</param>
    public static AriRequest Ring(string leg, string dial, string app, string appArgs, TimeSpan timeout, string callerId, string? rungFor)
    {
        var seconds = ((int)Math.Ceiling(timeout.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var path = Names.Path("channels", leg);
        return rungFor is null
            ? AriRequest.Post(path, ("endpoint", dial), ("app", app), ("appArgs", appArgs), ("timeout", seconds), ("callerId", callerId))
            : AriRequest.Post(path, ("endpoint", dial), ("app", app), ("appArgs", appArgs), ("timeout", seconds), ("callerId", callerId), ("originator", rungFor));
    }

    public static AriRequest MakeBridge(string bridge) => AriRequest.Post(Names.Path("bridges", bridge), ("type", "mixing"));
    public static AriRequest Join(string bridge, string leg) => AriRequest.Post(Names.Path("bridges", bridge, "addChannel"), ("channel", leg));
    public static AriRequest Part(string bridge, string leg) => AriRequest.Post(Names.Path("bridges", bridge, "removeChannel"), ("channel", leg));
    public static AriRequest EndBridge(string bridge) => AriRequest.Delete(Names.Path("bridges", bridge));

    public static AriRequest Record(string bridge, string name) => AriRequest.Post(
        Names.Path("bridges", bridge, "record"),
        ("name", name), ("format", "wav"), ("ifExists", "fail"),
        ("maxDurationSeconds", ((int)LongestRecording.TotalSeconds).ToString(CultureInfo.InvariantCulture)));

    public static AriRequest PauseRecording(string name) => AriRequest.Post(Names.Path("recordings", "live", name, "pause"));
    public static AriRequest ResumeRecording(string name) => AriRequest.Delete(Names.Path("recordings", "live", name, "pause"));

    public static AriRequest HangUp(string leg, string reason) => AriRequest.Delete(Names.Path("channels", leg), ("reason", reason));

    /// <summary>Leaves the caller to the switch's own words: the system is down, in an emergency call 112.</summary>
    public static AriRequest Fallback(string leg) =>
        AriRequest.Post(Names.Path("channels", leg, "continue"), ("context", "fallback"), ("extension", "s"), ("priority", "1"));

    /// <summary>A sound's name, or with its own scheme when it is something else, such as a supervisor's recording.</summary>
    private static string Media(string sound) => sound.Contains(':', StringComparison.Ordinal) ? sound : $"sound:{sound}";
}
