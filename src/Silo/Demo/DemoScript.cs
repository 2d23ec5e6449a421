using System.Collections.Immutable;
using System.Globalization;
using Santral.Domain.Contacts;
using Santral.Domain.Packs;
using Santral.Telephony.Simulated;

namespace Santral.Silo.Demo;

/// <summary>A citizen of the demo.</summary>
/// <param name="Number">
/// Never a real one: 200 is no area code of the Turkish plan, whose provinces begin at 212, and no subscriber's number in an area
/// begins with the trunk prefix 0.
/// </param>
internal sealed record DemoCitizen(string Name, string Number, ImmutableArray<string> Groups);

internal sealed record DemoCall(DemoCitizen? Citizen, DemoStory Story, SimulatedCaller Caller);

internal sealed record DemoMessage(DemoCitizen Citizen, DemoStory Story, Channel Channel, string Line);

/// <summary>Who rings and writes with what: the same seed and pack give the same citizens, in the same order, with the same wishes.</summary>
internal sealed class DemoScript
{
    public const int Seed = 153;

    /// <summary>So few that people come back: whoever wrote is soon on the phone, and the agent sees the open case.</summary>
    public const int Citizens = 18;
    private const int FirstToWrite = DemoPace.OpeningCalls + 1;

    public const string NumberPrefix = "+90200000";

    private const int FirstCallback = FirstToWrite + 1;
    private const string DangerKey = "0";
    private const string SomeLine = NumberPrefix + "0000";

    private static readonly string[] First =
        ["Ayşe", "Gülşen", "İsmail", "Şükran", "Ömer", "Zeynep", "Hüseyin", "Emine", "Çağrı", "Fatma", "Uğur", "Nurgül", "Iraz", "Mehmet", "Sıdıka", "Yağmur"];

    private static readonly string[] Last = ["Yıldız", "Çelik", "Şahin", "Öztürk", "Kılıç", "Güneş", "Işık", "Aydın", "Doğan", "Koç", "Ünal", "Taş"];
    private static readonly string[] Groups = ["65 yaş üstü", "Engelli birey", "Gazi yakını"];

    private readonly Random calls = new(Seed);
    private readonly Random messages = new(Seed + 1);
    private readonly Pack pack;
    private readonly LineSpec? voice;
    private int callsMade;
    private int messagesMade;

    public DemoScript(Pack pack)
    {
        this.pack = pack;
        voice = pack.Lines.FirstOrDefault(l => l is { Channel: Channel.Voice, Confidential: false });
        var chance = new Random(Seed + 2);
        Cast = [.. Enumerable.Range(1, Citizens).Select(i => new DemoCitizen(
            $"{First[chance.Next(First.Length)]} {Last[chance.Next(Last.Length)]}", NumberPrefix + i.ToString("0000", CultureInfo.InvariantCulture),
            chance.Next(5) == 0 ? [Groups[chance.Next(Groups.Length)]] : []))];
    }

    public ImmutableArray<DemoCitizen> Cast { get; }

    /// <summary>The first calls hold one of every kind, so that every page has something to show at once; chance decides after them.</summary>
    public DemoCall NextCall()
    {
        var ordinal = callsMade++;
        var story = ordinal switch
        {
            2 => DemoStories.Incident,
            3 => DemoStories.Confidential,
            DemoPace.OpeningCalls => DemoStories.Danger,
            < DemoPace.OpeningCalls => DemoStories.Calls[ordinal],
            FirstCallback => DemoStories.Callback,
            _ when calls.Next(DemoPace.DangerOneIn) == 0 => DemoStories.Danger,
            _ when calls.Next(DemoPace.IncidentOneIn) == 0 => DemoStories.Incident,
            _ when calls.Next(DemoPace.ConfidentialOneIn) == 0 => DemoStories.Confidential,
            _ => DemoStories.Calls[calls.Next(DemoStories.Calls.Length)],
        };
        var citizen = ordinal > DemoPace.OpeningCalls && calls.Next(DemoPace.WithheldOneIn) == 0 ? null : Cast[ordinal % Citizens];
        var patience = ordinal == DemoPace.OpeningCalls - 1 ? DemoPace.OpeningImpatience
            : ordinal > DemoPace.OpeningCalls && calls.Next(DemoPace.ImpatientOneIn) == 0 ? DemoPace.Impatience
            : DemoPace.Patience;
        var key = story.Kind is StoryKind.Danger ? DangerKey : Menu(story);
        return new(citizen, story, new(citizen?.Number ?? "", voice?.Number ?? SomeLine)
        {
            Keys = key is null ? ImmutableSortedDictionary<string, string>.Empty : Pressed(key),
            Patience = patience.Draw(calls),
            Talks = DemoPace.Talk.Draw(calls),
        });
    }

    public DemoMessage NextMessage()
    {
        var ordinal = messagesMade++;
        var story = DemoStories.Messages[ordinal < DemoPace.OpeningMessages ? ordinal : messages.Next(DemoStories.Messages.Length)];
        var sms = pack.Lines.FirstOrDefault(l => l.Channel is Channel.Sms);
        var bySms = sms is not null && messages.Next(DemoPace.SmsOneIn) == 0;
        var line = bySms ? sms!.Number : pack.Lines.FirstOrDefault(l => l.Channel is Channel.WhatsApp)?.Number ?? SomeLine;
        return new(Cast[(FirstToWrite + ordinal) % Citizens], story, bySms ? Channel.Sms : Channel.WhatsApp, line);
    }

    /// <summary>The key of the queue that knows the story's service, otherwise the first one.</summary>
    private string? Menu(DemoStory story)
    {
        if (voice is null || voice.Menu.IsEmpty)
        {
            return null;
        }

        var queue = story.Service(pack)?.Queue;
        return voice.Menu.Where(m => m.Value == queue).Select(m => m.Key).FirstOrDefault() ?? voice.Menu.Keys.First();
    }

    /// <summary>Whoever knows the menu presses at once, and again where only the closed line's prompt is heard.</summary>
    private static ImmutableSortedDictionary<string, string> Pressed(string key) =>
        ImmutableSortedDictionary<string, string>.Empty.Add("danger", key).Add("menu", key);
}
