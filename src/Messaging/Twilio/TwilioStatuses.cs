using Santral.Domain.Contacts;

namespace Santral.Messaging.Twilio;

/// <summary>Twilio's words for the life of an outbound message.</summary>
internal static class TwilioStatuses
{
    /// <summary>Null for a word that says nothing of an outbound message, or that nobody foresaw.</summary>
    public static MessageStatus? Read(string? word) => word?.ToUpperInvariant() switch
    {
        "ACCEPTED" or "SCHEDULED" or "QUEUED" or "SENDING" => MessageStatus.Queued,
        "SENT" => MessageStatus.Sent,
        "DELIVERED" => MessageStatus.Delivered,
        "READ" => MessageStatus.Read,
        "FAILED" or "UNDELIVERED" or "CANCELED" => MessageStatus.Failed,
        _ => null,
    };
}
