using Santral.Domain.Packs;

namespace Santral.Messaging.Inbound;

/// <summary>
/// Words for what is not text. An agent must see that a photograph came even though it is not shown; a kind that nobody foresaw
/// is kept with the provider's own word for it. The pack may say each otherwise (<c>message.kind.image</c>…).
/// </summary>
internal static class MessageKinds
{
    private const int RawKindCharacters = 64;

    public static string Describe(Pack pack, string kind, string? words = null)
    {
        var name = pack.Texts.TryGetValue($"message.kind.{kind}", out var own) ? own : Name(kind);
        return string.IsNullOrWhiteSpace(words) ? $"[{name}]" : $"[{name}] {words}";
    }

    /// <summary>A media type such as image/jpeg as a kind.</summary>
    public static string OfMediaType(string? mediaType) => mediaType?.Split('/')[0] switch
    {
        "image" => "image",
        "video" => "video",
        "audio" => "audio",
        null or "" => "attachment",
        _ => "document",
    };

    private static string Name(string kind) => kind switch
    {
        "image" => "Fotoğraf",
        "video" => "Video",
        "audio" or "voice" => "Ses kaydı",
        "document" => "Belge",
        "sticker" => "Çıkartma",
        "location" => "Konum",
        "contacts" => "Kişi kartı",
        "reaction" => "Tepki",
        "button" or "interactive" => "Seçim",
        "order" => "Sipariş",
        "system" => "Sistem iletisi",
        "attachment" => "Ek",
        "empty" => "Boş ileti",
        _ => $"Desteklenmeyen ileti türü: {Clean(kind)}",
    };

    private static string Clean(string kind) => string.Concat(kind.Where(c => !char.IsControl(c)).Take(RawKindCharacters));
}
