using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.Adapters.Tests.Views;

/// <summary>A small municipality: an open queue, a confidential one, two units.</summary>
internal static class ViewPack
{
    public static readonly DeskId Desk = new("merkez");
    public static readonly QueueId General = new("genel");
    public static readonly QueueId Shelter = new("siginma");
    public static readonly UnitId Works = new("fen");
    public static readonly UnitId Women = new("kadin");
    public const string Line = "153";
    public const string SecretLine = "183";
    public const string SecretService = "siddet";
    public const string SecretServiceName = "Şiddet önleme desteği";
    public const string OpenService = "yol";

    public static Pack Pack { get; } = new()
    {
        Id = "test",
        Hash = "0",
        Name = "Test Belediyesi",
        Zone = ZoneRules.Turkiye,
        Limits = new() { WrapUpTimeout = null },
        Queues =
        [
            new(General, "Genel", Desk, ["genel"], Priority.P4, TimeSpan.FromSeconds(20), Triage: true),
            new(Shelter, "Sığınma", Desk, ["siginma"], Priority.P2, TimeSpan.FromSeconds(20)) { Confidential = true },
        ],
        Lines = [Of(Line, General, false, Channel.Voice), Of(SecretLine, Shelter, true, Channel.Voice), Of("+905321112233", General, false, Channel.WhatsApp)],
        Units = [new(Works, "Fen İşleri", [], new(4, 2, 10), "2001"), new(Women, "Kadın Danışma", [], new(4, 2, 10))],
        Services =
        [
            new(OpenService, "Yol onarımı", Works, null, false, ["Dilekçe"]),
            new(SecretService, SecretServiceName, Women, null, true, []),
        ],
        Templates = [new("case-opened", "basvuru_alindi", "tr", "Başvuru numaranız: {{1}}."), new("case-resolved", "sonuc", "tr", "{{1}}: {{2}}")],
        VerificationQuestions = ["Doğum yılınız nedir?"],
    };

    private static LineSpec Of(string number, QueueId queue, bool confidential, Channel channel) => new()
    {
        Number = number, Name = number, Channel = channel, Desk = Desk, DefaultQueue = queue, UrgentQueue = General, Confidential = confidential, Recording = !confidential,
    };
}
