using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.Domain.Tests.Cases;

/// <summary>A municipality with what cases need: three units with targets, services with each kind of answer period, one of them confidential, and real holidays of 2026.</summary>
public static class CasePack
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
        Texts = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal,
        [
            KeyValuePair.Create("deadline.setting.businessDays", "belediye ayarı: {n} iş günü"),
            KeyValuePair.Create("deadline.setting.businessHours", "belediye ayarı: {n} mesai saati"),
        ]),
        Directory = [new("yardim", "unit", "Sosyal Yardım Birimi", "2210", null, null)],
        VerificationQuestions = ["Doğum yılınız nedir?"],
        BreakReasons = ["Çay molası"],
        Holidays = Real2026,
    };

    /// <summary>29 Ekim with its half day, and the feasts of 2026, as the law and the published dates give them.</summary>
    private static ImmutableSortedDictionary<DateOnly, TimeOnly?> Real2026 => ImmutableSortedDictionary.CreateRange<DateOnly, TimeOnly?>(
    [
        new(new(2026, 1, 1), null), new(new(2026, 3, 19), new(13, 0)), new(new(2026, 3, 20), null), new(new(2026, 3, 21), null), new(new(2026, 3, 22), null),
        new(new(2026, 4, 23), null), new(new(2026, 5, 1), null), new(new(2026, 5, 19), null), new(new(2026, 5, 26), new(13, 0)), new(new(2026, 5, 27), null),
        new(new(2026, 5, 28), null), new(new(2026, 5, 29), null), new(new(2026, 5, 30), null), new(new(2026, 7, 15), null), new(new(2026, 8, 30), null),
        new(new(2026, 10, 28), new(13, 0)), new(new(2026, 10, 29), null), new(new(2027, 1, 1), null),
    ]);

    private static LineSpec Line(string number, Channel channel, QueueId queue) =>
        new() { Number = number, Name = number, Channel = channel, Desk = Desk, DefaultQueue = queue, UrgentQueue = Urgent };

    private static ImmutableSortedDictionary<string, QueueId> Menu(params (string Key, QueueId Queue)[] keys) =>
        keys.ToImmutableSortedDictionary(k => k.Key, k => k.Queue, StringComparer.Ordinal);
}
