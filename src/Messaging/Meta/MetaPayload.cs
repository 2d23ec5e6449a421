using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Santral.Domain.Contacts;
using Santral.Domain.Packs;
using Santral.Messaging.Http;
using Santral.Messaging.Inbound;

namespace Santral.Messaging.Meta;

/// <summary>
/// Reads a webhook of the WhatsApp Business platform: entries, each with changes, each with messages and statuses. Read by hand and
/// leniently, because an unknown shape in one message must not lose its neighbours.
/// </summary>
internal sealed class MetaPayload(Pack pack, MetaLines lines, DateTimeOffset now)
{
    public const string Provider = "meta";

    /// <summary>A provider's clock may be a little ahead of ours.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public List<InboundText> Texts { get; } = [];
    public List<InboundStatus> Statuses { get; } = [];

    /// <summary>Messages older than <see cref="MessagingLimits.StaleAfter"/>, which nothing would recognise as repeats.</summary>
    public int Stale { get; private set; }

    /// <returns>False when the body is no webhook of this platform.</returns>
    public bool Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.Array("entry") is not { } entries)
        {
            return false;
        }

        foreach (var value in entries.SelectMany(entry => entry.Array("changes") ?? []).Select(change => change.Object("value")))
        {
            if (value is { } change)
            {
                ReadChange(change);
            }
        }

        return true;
    }

    private void ReadChange(JsonElement change)
    {
        var line = Line(change.Object("metadata"));
        var contacts = change.Array("contacts") ?? [];
        foreach (var message in change.Array("messages") ?? [])
        {
            ReadMessage(message, contacts, line);
        }

        foreach (var status in change.Array("statuses") ?? [])
        {
            ReadStatus(status);
        }
    }

    private string Line(JsonElement? metadata)
    {
        var id = metadata?.Text("phone_number_id");
        var number = metadata?.Text("display_phone_number");
        var line = LineNames.Of(pack, Channel.WhatsApp, (id is null ? null : lines.LineOf(id)) ?? Number(number) ?? id ?? "");
        if (id is not null)
        {
            lines.Learn(line, id);
        }

        return line;
    }

    private void ReadMessage(JsonElement message, IReadOnlyList<JsonElement> contacts, string line)
    {
        var sentAt = SentAt(message);
        if (now - sentAt > MessagingLimits.StaleAfter)
        {
            Stale++;
            return;
        }

        var id = message.Text("id") ?? $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message.GetRawText())))}";
        var contact = ContactOf(message, contacts);
        var phone = Number(message.Text("from") ?? contact?.Text("wa_id"));
        var userId = message.Text("from_user_id") ?? message.Text("user_id") ?? contact?.Text("user_id");

        // Some senders show no number at all. One without any id is kept too; it cannot be answered, but it is read.
        var sender = phone ?? userId ?? $"unknown:{id}";
        var profile = contact?.Object("profile");
        var kind = message.Text("type") ?? "unknown";
        Texts.Add(new(
            Provider, id, Channel.WhatsApp, sender, phone is null ? null : userId, line, MetaWords.Of(pack, kind, message),
            profile?.Text("name") ?? profile?.Text("username"), MetaWords.IsMedia(kind) ? 1 : 0, sentAt));
    }

    private void ReadStatus(JsonElement status)
    {
        if (status.Text("id") is not { } id)
        {
            return;
        }

        MessageStatus? what = status.Text("status") switch
        {
            "sent" => MessageStatus.Sent,
            "delivered" => MessageStatus.Delivered,
            "read" or "played" => MessageStatus.Read,
            "failed" => MessageStatus.Failed,
            _ => null,
        };
        var error = (status.Array("errors") ?? []).Select(e => e.Text("code")).FirstOrDefault();
        var route = what is null ? null : StatusRoute.Parse(status.Text("biz_opaque_callback_data"));
        Statuses.Add(new(Provider, id, route, what ?? MessageStatus.Pending, error is null ? null : MetaErrors.Code(error)));
    }

    private DateTimeOffset SentAt(JsonElement message) =>
        long.TryParse(message.Text("timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= (now + ClockSkew).ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : now;

    /// <summary>The contact that the message names, or the only one.</summary>
    private static JsonElement? ContactOf(JsonElement message, IReadOnlyList<JsonElement> contacts)
    {
        var from = message.Text("from");
        var user = message.Text("from_user_id");
        foreach (var contact in contacts)
        {
            if ((from is not null && contact.Text("wa_id") == from) || (user is not null && contact.Text("user_id") == user))
            {
                return contact;
            }
        }

        return contacts.Count == 1 ? contacts[0] : null;
    }

    /// <summary>The platform writes international numbers without their plus.</summary>
    private static string? Number(string? digits) =>
        string.IsNullOrWhiteSpace(digits) ? null : digits.All(char.IsAsciiDigit) ? "+" + digits : digits;
}
