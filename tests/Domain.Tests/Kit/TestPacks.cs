using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.Domain.Tests.Kit;

/// <summary>A small municipality that exists in no file: one desk, four queues, three lines, three units, four services.</summary>
public static class TestPacks
{
    public static readonly DeskId Desk = new("santral");
    public static readonly QueueId General = new("genel");
    public static readonly QueueId Aid = new("sosyal-yardim");
    public static readonly QueueId Women = new("kadin-cocuk");
    public static readonly QueueId Urgent = new("acil");
    public static readonly QueueId Triage = new("konusu-belirlenecek");
    public static readonly UnitId AidUnit = new("yardim");
    public static readonly UnitId WomenUnit = new("kadin");
    public static readonly UnitId DisabledUnit = new("engelli");
    public const string Voice = "153";
    public const string ConfidentialVoice = "4440000";
    public const string WhatsApp = "+905550000153";
    public const string Sms = "1530";

    /// <summary>A service with an approximate answer period of 15 business days.</summary>
    public const string AidService = "nakdi-destek";

    /// <summary>A confidential service without a period.</summary>
    public const string WomenService = "kadin-danisma";

    /// <summary>A service with health data and a period of 15 calendar days.</summary>
    public const string MedicalService = "medikal";

    public static Pack Small { get; } = new()
    {
        Id = "small",
        Hash = new string('0', 64),
        Name = "Deneme Belediyesi",
        Zone = ZoneRules.Turkiye,
        Limits = new(),
        Queues =
        [
            new(General, "Genel", Desk, ["genel"], Priority.P4, TimeSpan.FromSeconds(20)),
            new(Aid, "Sosyal yardım", Desk, ["sosyal-yardim"], Priority.P4, TimeSpan.FromSeconds(20)),
            new(Women, "Kadın, aile ve çocuk", Desk, ["kadin-cocuk"], Priority.P2, TimeSpan.FromSeconds(10)) { Confidential = true },
            new(Urgent, "Acil risk", Desk, ["genel"], Priority.P1, TimeSpan.FromSeconds(5)),
            new(Triage, "Konusu belirlenecek", Desk, ["genel"], Priority.P4, TimeSpan.FromSeconds(60), Triage: true),
        ],
        Lines =
        [
            Line(Voice, Channel.Voice, General) with
            {
                Menu = Menu(("1", General), ("2", Aid), ("3", General)),
                Hours = CalendarRules.Default.Office,
            },
            Line(ConfidentialVoice, Channel.Voice, Women) with { Recording = false, Confidential = true },
            Line(WhatsApp, Channel.WhatsApp, Triage),
            Line(Sms, Channel.Sms, Triage),
        ],
        Units =
        [
            new(AidUnit, "Sosyal Yardım Birimi", ["nakdi"], new(9, 3, 15), "2210"),
            new(WomenUnit, "Kadın Birimi", ["kadın"], new(2, 1, 5)),
            new(DisabledUnit, "Engelli Birimi", ["medikal"], new(9, 3, 20)),
        ],
        Services =
        [
            new(AidService, "Nakdi destek", AidUnit, new(15, true, "text", true, "yaklaşık 15 iş günü"), false, ["Dilekçe"]) { Queue = Aid },
            new(WomenService, "Kadın danışma", WomenUnit, null, true, [], Priority.P2) { Queue = Women },
            new(MedicalService, "Medikal malzeme", DisabledUnit, new(15, false, "text", false, "15 gün"), false, ["Engelli raporu"])
            {
                Queue = General,
                Facts = ServiceFacts.None with { HealthOrDisabilityData = true },
            },
        ],
        Templates =
        [
            new("case-opened", "basvuru_alindi", "tr", "Başvuru numaranız: {{1}}"),
            new("case-escalated", "basvuru_havale_edildi", "tr", "{{1}} ilgili birime iletildi."),
            new("case-resolved", "basvuru_sonuclandi", "tr", "{{1}} sonuçlandı: {{2}}"),
            new("case-resolved-plain", "basvuru_sonuclandi_sade", "tr", "{{1}} sonuçlandı."),
            new("callback", "geri_arama", "tr", "Sizi aradık ancak ulaşamadık."),
        ],
        Directory = [new("yardim", "unit", "Sosyal Yardım Birimi", "2210", null, null)],
        VerificationQuestions = ["Doğum yılınız nedir?"],
        BreakReasons = ["Çay molası"],
    };

    private static LineSpec Line(string number, Channel channel, QueueId queue) =>
        new() { Number = number, Name = number, Channel = channel, Desk = Desk, DefaultQueue = queue, UrgentQueue = Urgent };

    private static ImmutableSortedDictionary<string, QueueId> Menu(params (string Key, QueueId Queue)[] keys) =>
        keys.ToImmutableSortedDictionary(k => k.Key, k => k.Queue, StringComparer.Ordinal);
}
