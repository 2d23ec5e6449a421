using Santral.Domain.Packs;

namespace Santral.Silo.Demo;

/// <summary>What a citizen of the demo wants, in the citizen's and the staff's words. Everything here is invented.</summary>
/// <param name="ServiceWords">Words by which a pack's service is found; none of them found means any service with a unit.</param>
/// <param name="Opening">What the citizen writes first, or says on the phone.</param>
/// <param name="Case">What is written down: the case's description, or the note of a call that becomes none; null when an answer is enough.</param>
internal sealed record DemoStory(StoryKind Kind, string[] ServiceWords, string Opening, string? Case, string Answer, string WriteBack, string Closing)
{
    /// <summary>The service of this municipality that fits best.</summary>
    public ServiceSpec? Service(Pack pack)
    {
        var open = pack.Services.Where(s => s.Unit is not null && s.Confidential == (Kind is StoryKind.Confidential)).ToArray();
        return ServiceWords.Select(word => open.FirstOrDefault(s => s.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(s => s is not null)
            ?? open.FirstOrDefault();
    }
}

internal enum StoryKind
{
    /// <summary>Becomes a case at a unit.</summary>
    Request,

    /// <summary>An answer is enough.</summary>
    Question,

    /// <summary>Ends with a promise to call back.</summary>
    Callback,

    /// <summary>Many report the same event.</summary>
    Incident,

    /// <summary>Life danger: key 0.</summary>
    Danger,

    /// <summary>A case that only its unit may see.</summary>
    Confidential,
}

internal static class DemoStories
{
    public const string IncidentLabel = "Su baskını (Çınar Mahallesi)";
    public const string DangerCategory = "112'ye yönlendirildi";

    private const string Thanks = "Çok teşekkür ederim, iyi çalışmalar.";
    private const string Received = "Başvurunuzu kaydettik ve ilgili birime ilettik. Sonuç size bildirilecektir. İyi günler dileriz.";

    // Before the list that holds it: what is written first is made first.
    public static DemoStory Callback { get; } =
        new(StoryKind.Callback, [], "Belgelerimi toplayınca beni arar mısınız?", "Belgeleri tamamlayınca aranmak istiyor.", "", "", "");

    public static DemoStory[] Calls { get; } =
    [
        Ask("Ekmek", "Gıda", "gıda", "Halk ekmek desteğinden yararlanmak istiyorum.", "Dört kişilik hane ekmek ve temel gıda desteği talep ediyor; hanede düzenli gelir yok."),
        Ask("Ev Eşyası", "Ev eşyası", "nakdi", "Yeni taşındık, evimizde soba ve yatak yok.", "Üç çocuklu aile soba ve yatak talep ediyor. Taşınma bir hafta önce olmuş."),
        Ask("Medikal Malzeme", "Medikal", "yaşlı", "Annem için tekerlekli sandalye rica ediyorum.", "78 yaşındaki annesi için tekerlekli sandalye talebi; raporu hazır."),
        Ask("Eğitim Desteği", "Eğitim", "öğrenci", "Kızım okula başladı, eğitim desteği almak istiyoruz.", "İlkokula başlayan çocuk için eğitim desteği talebi."),
        Ask("Sosyal Destek", "Nakdi", "nakdi", "Eşim işsiz kaldı, kiramızı ödeyemiyoruz.", "Hanede çalışan kalmadı; iki aylık kira borcu bildirildi. Nakdi destek talebi."),
        Ask("Ulaşım Hizmetleri", "ulaşım", "Engelli", "Oğlumun hastane randevusu için araç rica ediyorum.", "Fizik tedavi randevusu için engelli nakil aracı talebi, salı 10.30."),
        new(StoryKind.Question, [], "Cumartesi günü hizmet veriyor musunuz?", null, "", "", ""),
        new(StoryKind.Question, [], "Başvurum ne durumda, öğrenebilir miyim?", null, "", "", ""),
        Callback,
    ];

    public static DemoStory Incident { get; } =
        new(StoryKind.Incident, ["Tek Seferlik", "afet", "Afet"], "Sokağı su bastı, bodrum doldu.", "Yoğun yağışta bodrum katı su bastı; eşyalar kullanılamaz durumda.", "", "", "");

    public static DemoStory Danger { get; } = new(StoryKind.Danger, [], "Komşum fenalaştı, yerde yatıyor.", "112 arandı, hatta kalındı.", "", "", "");

    public static DemoStory Confidential { get; } =
        new(StoryKind.Confidential, ["Kadın Danışma", "Kadın"], "Kimsenin duymamasını istiyorum.", "Gizli görüşme: yalnızca ilgili birim, güvenli saatte arayacak.", "", "", "");

    public static DemoStory[] Messages { get; } =
    [
        Write(["Süt", "bebek", "Bebek"], "Merhaba, 8 aylık bebeğim için süt desteği almak istiyorum. Nasıl başvurabilirim?", "8 aylık bebek için süt desteği talebi (WhatsApp).",
            "Merhaba, size yardımcı olmak isteriz. Bebeğinizin doğum tarihini ve oturduğunuz mahalleyi yazar mısınız?", "14 Mart doğumlu, Çınar Mahallesi'nde oturuyoruz."),
        Write(["Üniversiteli Sosyal", "Eğitim", "öğrenci"], "İyi günler, üniversite öğrencisiyim. Burs başvuruları ne zaman başlıyor?", "Üniversite öğrencisi destek başvurusu (WhatsApp).",
            "İyi günler. Hangi üniversitede ve kaçıncı sınıfta okuduğunuzu öğrenebilir miyiz?", "Devlet üniversitesi, 2. sınıf. Ailemle yaşamıyorum."),
        Write(["Medikal", "yatağı", "Engelli"], "Babam yatağa bağımlı, hasta yatağı ihtiyacımız var. Yardımcı olur musunuz?", "Yatağa bağımlı hasta için hasta yatağı talebi (WhatsApp).",
            "Geçmiş olsun. Babanızın sağlık kurulu raporu var mı?", "Evet, raporumuz geçen ay yenilendi."),
        Write(["Giyim", "giyim", "Dost"], "Çocuklarım için kışlık mont ve bot ihtiyacımız var.", "İki çocuk için kışlık giyim talebi (WhatsApp).",
            "Merhaba, çocuklarınızın yaşlarını ve beden ölçülerini yazar mısınız?", "7 ve 10 yaşındalar; 128 ve 146 beden."),
        new(StoryKind.Question, [], "Sosyal Destek başvurusu için hangi belgeler gerekiyor?", null,
            "Merhaba, kimlik fotokopisi ve aydınlatma metni yeterlidir; ek belge gerekirse size bildirilir.", Thanks, "Rica ederiz, iyi günler dileriz."),
        new(StoryKind.Question, [], "Bayramda açık mısınız?", null,
            "Merhaba, çağrı merkezimiz bayramda da açıktır; yüz yüze hizmet bayramdan sonraki ilk iş günü başlar.", "Bilgi için teşekkürler 🙏", "İyi bayramlar dileriz."),
    ];

    private static DemoStory Ask(string first, string second, string third, string opening, string @case) => new(StoryKind.Request, [first, second, third], opening, @case, "", "", "");

    private static DemoStory Write(string[] services, string opening, string @case, string answer, string writeBack) =>
        new(StoryKind.Request, services, opening, @case, answer, writeBack, Received);
}
