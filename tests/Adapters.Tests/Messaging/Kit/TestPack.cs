using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.Adapters.Tests.Messaging.Kit;

internal static class TestPack
{
    public const string WhatsAppLine = "+905521530034";
    public const string SmsLine = "1530";

    public static Pack Pack { get; } = new()
    {
        Id = "test",
        Hash = "0",
        Name = "Test",
        Zone = ZoneRules.Turkiye,
        Limits = new(),
        Queues =
        [
            new(new("genel"), "Genel", new("santral"), [], Priority.P4, TimeSpan.FromSeconds(20)),
            new(new("acil"), "Acil", new("santral"), [], Priority.P1, TimeSpan.FromSeconds(10)),
            new(new("belirlenecek"), "Konusu belirlenecek", new("santral"), [], Priority.P4, TimeSpan.FromMinutes(5), Triage: true),
        ],
        Lines = [Line(WhatsAppLine, Channel.WhatsApp), Line(SmsLine, Channel.Sms)],
        Templates =
        [
            new("case-opened", "basvuru_alindi", "tr", "Başvuru numaranız: {{1}}."),
            new("case-resolved", "HX0123456789", "tr", "{{1}} numaralı başvurunuz sonuçlandı. Yanıtımız: {{2}}"),
            new("sms-only", "", "tr", "Merhaba {{1}}"),
        ],
    };

    private static LineSpec Line(string number, Channel channel) =>
        new() { Number = number, Name = number, Channel = channel, Desk = new("santral"), DefaultQueue = new("genel"), UrgentQueue = new("acil") };
}
