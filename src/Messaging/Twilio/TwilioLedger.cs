using System.Globalization;
using System.Text.Json;
using Santral.Messaging.Http;
using Santral.Messaging.Outbound;

namespace Santral.Messaging.Twilio;

/// <summary>What the provider's list says of one send.</summary>
internal abstract record TwilioLook
{
    private TwilioLook()
    {
    }

    public static TwilioLook Unknown { get; } = new UnknownLook();

    /// <param name="Error">The provider's error number when it already failed.</param>
    internal sealed record Found(string Sid, string? Error) : TwilioLook;

    /// <summary>The list could be read and the message is not in it.</summary>
    internal sealed record AbsentLook : TwilioLook;

    /// <summary>The list could not be read, or more than one message in it could be the one.</summary>
    internal sealed record UnknownLook : TwilioLook;
}

/// <summary>
/// Recognises a send in the provider's list by receiver, sender, words and time, because the provider keeps no word of ours
/// with a message. A message is recognised as at most one send.
/// </summary>
internal sealed class TwilioLedger(TwilioApi api)
{
    /// <summary>The two clocks may differ by this much; the list shows whole seconds.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    private const int PageSize = 50;
    private const int RememberedClaims = 10_000;

    private readonly Lock gate = new();
    private readonly HashSet<string> claimed = new(StringComparer.Ordinal);
    private readonly Queue<string> byAge = new();

    /// <summary>The message is known to be that of another send.</summary>
    public bool Claim(string sid)
    {
        lock (gate)
        {
            if (!claimed.Add(sid))
            {
                return false;
            }

            byAge.Enqueue(sid);
            if (byAge.Count > RememberedClaims)
            {
                claimed.Remove(byAge.Dequeue());
            }

            return true;
        }
    }

    /// <param name="startedAt">Null when nobody knows; then only absence can be certain.</param>
    public async Task<TwilioLook> LookAsync(OutboundMessage message, DateTimeOffset? startedAt, CancellationToken cancel)
    {
        var to = TwilioInbound.Prefixed(message.Channel, message.To);
        var from = TwilioInbound.Prefixed(message.Channel, message.Line);
        var answer = await api.ListAsync($"To={Uri.EscapeDataString(to)}&From={Uri.EscapeDataString(from)}&PageSize={PageSize}", cancel).ConfigureAwait(false);
        if (answer is not ProviderAnswer.Answered { IsSuccess: true } listed || listed.Body.Array("messages") is not { } messages)
        {
            return TwilioLook.Unknown;
        }

        var candidates = messages.Where(item => Fits(item, to, from, message, startedAt)).ToList();
        if (candidates.Count == 0)
        {
            return messages.Count < PageSize || startedAt is not null ? new TwilioLook.AbsentLook() : TwilioLook.Unknown;
        }

        return candidates.Count == 1 && startedAt is not null && candidates[0].Text("sid") is { } sid && Claim(sid)
            ? new TwilioLook.Found(sid, TwilioStatuses.Read(candidates[0].Text("status")) == Domain.Contacts.MessageStatus.Failed ? candidates[0].Text("error_code") ?? "" : null)
            : TwilioLook.Unknown;
    }

    private bool Fits(JsonElement item, string to, string from, OutboundMessage message, DateTimeOffset? startedAt)
    {
        var sid = item.Text("sid");
        lock (gate)
        {
            if (sid is null || claimed.Contains(sid))
            {
                return false;
            }
        }

        return item.Text("direction")?.StartsWith("outbound", StringComparison.Ordinal) == true
            && item.Text("to") == to && item.Text("from") == from && item.Text("body") == message.Text
            && (startedAt is not { } start || (TwilioDates.Read(item.Text("date_created")) is { } created && created >= start - ClockSkew));
    }
}

/// <summary>Twilio writes instants as RFC 2822, such as <c>Sun, 22 Nov 2026 08:00:00 +0000</c>.</summary>
internal static class TwilioDates
{
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(text, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var at)
            || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out at)
            ? at
            : null;
}
