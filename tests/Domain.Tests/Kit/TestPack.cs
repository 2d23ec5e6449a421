using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.Domain.Tests.Kit;

/// <summary>A municipality small enough to reason about: one desk, four queues, an open, a day-time and a confidential line.</summary>
public static class TestPack
{
    public static readonly DeskId Desk = new("ana");
    public static readonly QueueId General = new("genel");
    public static readonly QueueId Aid = new("yardim");
    public static readonly QueueId Urgent = new("acil");
    public static readonly QueueId Triage = new("belirlenecek");
    public static readonly UnitId AidUnit = new("sosyal-inceleme");

    public const string OpenLine = "153";
    public const string DayLine = "4441530";
    public const string QuietLine = "4448086";
    public const string WhatsAppLine = "+905521530034";
    public const string SmsLine = "1530";

    /// <summary>Monday to Friday 08:30-17:30 local; Scenario.Start is Monday 10:00 local, within.</summary>
    private static readonly ImmutableSortedDictionary<DayOfWeek, HoursSpec> OfficeHours = new[]
    {
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday,
    }.ToImmutableSortedDictionary(d => d, _ => new HoursSpec(new(8, 30), new(17, 30)));

    public static Pack Small { get; } = new()
    {
        Id = "deneme",
        Hash = "0123456789abcdef",
        Name = "Deneme Belediyesi",
        Zone = ZoneRules.Turkiye,
        Limits = new(),
        Queues =
        [
            new(General, "Genel", Desk, [], Priority.P4, TimeSpan.FromSeconds(20)),
            new(Aid, "Sosyal yardım", Desk, ["yardim"], Priority.P4, TimeSpan.FromSeconds(20)),
            new(Urgent, "Acil", Desk, [], Priority.P1, TimeSpan.FromSeconds(10)),
            new(Triage, "Konusu belirlenecek", Desk, [], Priority.P4, TimeSpan.FromMinutes(5), Triage: true),
        ],
        Lines =
        [
            Line(OpenLine, "ALO 153", Channel.Voice),
            Line(DayLine, "Santral", Channel.Voice) with { Hours = OfficeHours },
            Line(QuietLine, "Kadın Destek Hattı", Channel.Voice) with { Recording = false, Confidential = true },
            Line(WhatsAppLine, "WhatsApp", Channel.WhatsApp),
            Line(SmsLine, "SMS", Channel.Sms),
        ],
        Units = [new(AidUnit, "Sosyal İnceleme Birimi", ["yardım"], new(8, 2, 15), "2210")],
        Services =
        [
            new("nakdi-yardim", "Nakdi yardım", AidUnit, new(15, true, "text", true, "yaklaşık 15 iş günü"), false, ["Kimlik fotokopisi"]),
            new("kadin-danisma", "Kadın danışma", AidUnit, null, true, [], Priority.P2),
        ],
        Templates =
        [
            new("basvuru-sonucu", "basvuru_sonucu_v1", "tr", "Sayın başvuru sahibi, {{1}} numaralı başvurunuz sonuçlanmıştır: {{2}}"),
            new("devam", "devam_v1", "tr", "Görüşmemize devam etmek için lütfen bu mesajı yanıtlayınız."),
        ],
        Directory = [new("itfaiye", "outside", "İtfaiye", "112", null, null), new("inceleme", "unit", "Sosyal İnceleme Birimi", "2210", null, null)],
        Holidays = ImmutableSortedDictionary.CreateRange(
        [
            KeyValuePair.Create<DateOnly, TimeOnly?>(new(2026, 10, 28), new(13, 0)),
            KeyValuePair.Create<DateOnly, TimeOnly?>(new(2026, 10, 29), null),
        ]),
    };

    /// <summary>A sealed value as a test writes it: the box is the text itself, so that a failure can be read.</summary>
    public static Sealed<T> Sealed<T>(string box, DataClass dataClass = DataClass.Contact) => new("citizen/test", dataClass, box);

    private static LineSpec Line(string number, string name, Channel channel) => new()
    {
        Number = number,
        Name = name,
        Channel = channel,
        Desk = Desk,
        DefaultQueue = General,
        UrgentQueue = Urgent,
        Menu = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("1", General), KeyValuePair.Create("2", Aid)]),
    };
}
