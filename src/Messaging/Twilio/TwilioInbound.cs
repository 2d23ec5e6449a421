using Santral.Domain.Contacts;
using Santral.Domain.Packs;
using Santral.Messaging.Inbound;

namespace Santral.Messaging.Twilio;

/// <summary>An inbound message as the webhook's form and the REST list both show it.</summary>
internal sealed record TwilioInbound(string Sid, string From, string To, string? Body, int Media, string? MediaType, string? Place, string? ProfileName)
{
    public const string Provider = "twilio";
    private const string WhatsAppPrefix = "whatsapp:";

    public InboundText ToText(Pack pack, DateTimeOffset receivedAt)
    {
        var channel = ChannelOf(From);
        return new(
            Provider, Sid, channel, Address(From), null, LineNames.Of(pack, channel, Address(To)), Words(pack), ProfileName, Media, receivedAt);
    }

    public static Channel ChannelOf(string address) =>
        address.StartsWith(WhatsAppPrefix, StringComparison.OrdinalIgnoreCase) ? Channel.WhatsApp : Channel.Sms;

    public static string Address(string address) =>
        address.StartsWith(WhatsAppPrefix, StringComparison.OrdinalIgnoreCase) ? address[WhatsAppPrefix.Length..].Trim() : address.Trim();

    public static string Prefixed(Channel channel, string address) => channel == Channel.WhatsApp ? WhatsAppPrefix + address : address;

    private string Words(Pack pack) => this switch
    {
        { Place: { } place } => MessageKinds.Describe(pack, "location", Body is null ? place : $"{place} {Body}"),
        { Media: > 0 } => MessageKinds.Describe(pack, MessageKinds.OfMediaType(MediaType), Body),
        { Body: { } body } => body,
        _ => MessageKinds.Describe(pack, "empty"),
    };
}
