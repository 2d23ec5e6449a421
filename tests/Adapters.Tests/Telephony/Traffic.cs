namespace Santral.Adapters.Tests.Telephony;

/// <summary>What a real Asterisk 22.10.1 said during calls made by SIPp; only the caller's number and the ids were replaced.</summary>
internal static class Traffic
{
    public const string Caller = "1795333357.0";

    public static string Channel(string id, string state, string data, string number = "05321234567") => $$"""
        {"id":"{{id}}","name":"PJSIP/sipp-00000000","state":"{{state}}","protocol_id":"c1-1@test","caller":{"name":"","number":"{{number}}"},"connected":{"name":"","number":""},"accountcode":"","dialplan":{"context":"number","exten":"153","priority":2,"app_name":"Stasis","app_data":"{{data}}"},"creationtime":"2026-11-22T07:42:37.715+0000","language":"tr"}
        """;

    public static string Event(string type, string members) =>
        $$"""{"type":"{{type}}","timestamp":"2026-11-22T07:42:38.021+0000",{{members}},"asterisk_id":"02:fc:00:00:00:01","application":"santral"}""";

    public static string Start(string id = Caller, string number = "05321234567") => Event("StasisStart", $"\"args\":[\"in\",\"153\"],\"channel\":{Channel(id, "Ring", "santral,in,153", number)}");
    public static string LegStart(string id, string contact) => Event("StasisStart", $"\"args\":[\"leg\",\"{contact}\"],\"channel\":{Channel(id, "Up", $"santral,leg,{contact}")}");
    public static string State(string id, string state) => Event("ChannelStateChange", $"\"channel\":{Channel(id, state, "")}");
    public static string Key(string digit) => Event("ChannelDtmfReceived", $"\"digit\":\"{digit}\",\"duration_ms\":160,\"channel\":{Channel(Caller, "Up", "santral,in,153")}");
    public static string End(string id) => Event("StasisEnd", $"\"channel\":{Channel(id, "Up", "santral,in,153")}");
    public static string Destroyed(string id, int cause) => Event("ChannelDestroyed", $"\"cause\":{cause},\"cause_txt\":\"\",\"channel\":{Channel(id, "Ringing", "")}");

    public static string Played(string id, string state = "done") =>
        Event("PlaybackFinished", $"\"playback\":{{\"id\":\"{id}\",\"media_uri\":\"sound:danger\",\"target_uri\":\"channel:{Caller}\",\"language\":\"tr\",\"state\":\"{state}\"}}");

    public static string Recorded(string name) =>
        Event("RecordingFinished", $"\"recording\":{{\"name\":\"{name}\",\"format\":\"wav\",\"state\":\"done\",\"target_uri\":\"bridge:b\",\"duration\":4}}");
}
