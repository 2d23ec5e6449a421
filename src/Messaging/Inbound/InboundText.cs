using Santral.Domain.Contacts;

namespace Santral.Messaging.Inbound;

/// <summary>A citizen's message as every provider's webhook and list is turned into. Not yet sealed, so it never leaves this adapter.</summary>
/// <param name="MessageId">The provider's id: it removes duplicates and makes the command's id.</param>
/// <param name="Sender">Where replies go: a number, or an opaque id for people who hide theirs.</param>
/// <param name="Alias">A further id of the same sender, when the provider names both.</param>
/// <param name="Line">The pack's line that was written to.</param>
internal sealed record InboundText(
    string Provider, string MessageId, Channel Channel, string Sender, string? Alias, string Line, string Text, string? ProfileName, int Attachments, DateTimeOffset ReceivedAt);

/// <summary>What a provider says of a message of ours.</summary>
/// <param name="Route">Which message of which actor; null when the provider does not say, and nothing can be done with it.</param>
internal sealed record InboundStatus(string Provider, string MessageId, StatusRoute? Route, MessageStatus Status, string? Code);

/// <summary>What became of one inbound message or status.</summary>
internal enum Taking
{
    Accepted,

    /// <summary>The same id was taken before.</summary>
    Duplicate,

    /// <summary>Nobody knows what to do with it, and asking again would not help.</summary>
    Unrouted,

    /// <summary>Not durable: the provider must send it again.</summary>
    Unavailable,
}

/// <param name="RetryAfter">Meaningful when unavailable.</param>
internal readonly record struct TakeResult(Taking What, TimeSpan RetryAfter = default);
