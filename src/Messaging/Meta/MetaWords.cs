using System.Text.Json;
using Santral.Domain.Packs;
using Santral.Messaging.Http;
using Santral.Messaging.Inbound;

namespace Santral.Messaging.Meta;

/// <summary>What an agent reads of a message: the citizen's words where there are any, and the name of the kind where there are none.</summary>
internal static class MetaWords
{
    public static bool IsMedia(string kind) => kind is "image" or "video" or "audio" or "voice" or "document" or "sticker";

    public static string Of(Pack pack, string kind, JsonElement message)
    {
        var body = message.Object(kind);
        return kind switch
        {
            "text" => body?.Text("body") is { Length: > 0 } words ? words : MessageKinds.Describe(pack, "empty"),
            "button" => body?.Text("text") ?? MessageKinds.Describe(pack, kind),
            "interactive" => Chosen(body) ?? MessageKinds.Describe(pack, kind),
            "reaction" => MessageKinds.Describe(pack, kind, body?.Text("emoji")),
            "system" => MessageKinds.Describe(pack, kind, body?.Text("body")),
            "location" => MessageKinds.Describe(pack, kind, Place(body)),
            "contacts" => MessageKinds.Describe(pack, kind, Cards(message)),
            "document" => MessageKinds.Describe(pack, kind, Join(body?.Text("filename"), body?.Text("caption"))),
            _ => MessageKinds.Describe(pack, kind, body?.Text("caption")),
        };
    }

    private static string? Chosen(JsonElement? body) =>
        (body?.Object("button_reply") ?? body?.Object("list_reply"))?.Text("title");

    private static string? Place(JsonElement? body) =>
        body is { } place ? Join($"{place.Text("latitude")},{place.Text("longitude")}", place.Text("name"), place.Text("address")) : null;

    private static string? Cards(JsonElement message) =>
        Join([.. (message.Array("contacts") ?? []).SelectMany(card => (card.Array("phones") ?? []).Select(phone => phone.Text("phone")).Prepend(card.Object("name")?.Text("formatted_name")))]);

    private static string? Join(params string?[] parts) =>
        string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } joined ? joined : null;
}
