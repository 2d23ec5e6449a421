using Santral.Engine.Ports;

namespace Santral.Messaging.Outbound;

/// <summary>One provider's way of sending.</summary>
internal interface IMessageSender
{
    string Provider { get; }

    /// <summary>True when this provider is configured to send for that line.</summary>
    bool Serves(OutboundMessage message);

    ValueTask<EffectResult> SendAsync(OutboundMessage message, CancellationToken cancel);

    /// <summary>Finds out what became of a send that began at that instant and whose answer was lost.</summary>
    ValueTask<EffectResult> SettleAsync(OutboundMessage message, DateTimeOffset? startedAt, CancellationToken cancel);
}
