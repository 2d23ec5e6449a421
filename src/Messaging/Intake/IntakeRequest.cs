using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Santral.Domain.Contacts;
using Santral.Engine.Intake;
using Santral.Messaging.Http;

namespace Santral.Messaging.Intake;

/// <summary>
/// A form as it was sent. Nothing a citizen wrote is refused or dropped: what fits no field, or does not fit the one it came in,
/// is kept in the text in the sender's own words, and the contact goes to triage.
/// </summary>
/// <param name="Phone">Only a number that can be reached; any other is a line of <paramref name="Text"/>.</param>
internal sealed record IntakeRequest(
    Channel Channel, string? SenderReference, string? Service, string Text, string? Name, string? Phone, PostalAddress? Place, string ContentHash)
{
    private static readonly FrozenSet<string> Fields =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "channel", "senderReference", "service", "text", "name", "phone", "place");

    private static readonly FrozenSet<string> PlaceFields =
        FrozenSet.Create(StringComparer.Ordinal, "province", "district", "neighbourhood", "street", "outerDoor", "innerDoor", "directions");

    /// <summary>Null when the body is no JSON object, names no channel of this interface, or says nothing at all.</summary>
    public static IntakeRequest? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MessagingLimits.JsonDepth });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement, Convert.ToHexStringLower(SHA256.HashData(body.Span))) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IntakeRequest? Read(JsonElement root, string contentHash)
    {
        if (ChannelOf(root.Text("channel")) is not { } channel)
        {
            return null;
        }

        var more = new List<string>();
        var reference = Short(root, "senderReference", MessagingLimits.SenderReferenceCharacters, "Başvuru numarası", more);
        var service = Short(root, "service", MessagingLimits.ServiceCharacters, "Hizmet", more);
        var phone = ReadPhone(root, more);
        var name = Word(root, "name", "Ad", more);
        var place = ReadPlace(root, more);
        foreach (var member in root.EnumerateObject().Where(member => !Fields.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null))
        {
            more.Add($"{member.Name}: {root.Text(member.Name) ?? member.Value.GetRawText()}");
        }

        var text = string.Join('\n', new[] { Word(root, "text", "Metin", more) }.OfType<string>().Concat(more));
        var empty = text.Length == 0 && name is null && phone is null && place is null && service is null && reference is null;
        return empty ? null : new(channel, reference, service, text, name, phone, place, contentHash);
    }

    private static Channel? ChannelOf(string? word) => word?.ToUpperInvariant() switch
    {
        "WEB" => Channel.Web,
        "CIMER" => Channel.Cimer,
        "ACIKKAPI" => Channel.AcikKapi,
        "WALKIN" => Channel.WalkIn,
        _ => null,
    };

    private static string? ReadPhone(JsonElement root, List<string> more)
    {
        var raw = Word(root, "phone", "Telefon", more);
        var phone = Addressing.Phone(raw);
        if (phone?.StartsWith('+') == true)
        {
            return phone;
        }

        if (raw is not null)
        {
            more.Add($"Telefon (yazıldığı gibi): {raw}");
        }

        return null;
    }

    private static string? Short(JsonElement root, string name, int longest, string label, List<string> more)
    {
        var word = Word(root, name, label, more);
        if (word is null || word.Length <= longest)
        {
            return word;
        }

        more.Add($"{label}: {word}");
        return null;
    }

    /// <summary>A field's words without the space around them; an object or list where a word belongs is kept as it is written.</summary>
    private static string? Word(JsonElement root, string name, string label, List<string> more)
    {
        if (root.Text(name)?.Trim() is { Length: > 0 } word)
        {
            return word;
        }

        if (root.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            more.Add($"{label}: {member.GetRawText()}");
        }

        return null;
    }

    private static PostalAddress? ReadPlace(JsonElement root, List<string> more)
    {
        if (root.Object("place") is not { } place)
        {
            return Word(root, "place", "Adres", more) is { } directions ? new(Directions: directions) : null;
        }

        more.AddRange(place.EnumerateObject()
            .Where(part => place.Text(part.Name) is not null && !PlaceFields.Contains(part.Name))
            .Select(part => $"{part.Name}: {place.Text(part.Name)}"));
        var read = new PostalAddress(
            place.Text("province"), place.Text("district"), place.Text("neighbourhood"), place.Text("street"), place.Text("outerDoor"), place.Text("innerDoor"), place.Text("directions"));
        return read == PostalAddress.Unknown ? null : read;
    }
}
