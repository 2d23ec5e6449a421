using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Intake;
using Santral.Engine.Ports;
using Santral.Messaging.Inbound;

namespace Santral.Messaging.Outbound;

/// <summary>
/// Sends what contacts and citizens decided to send. Sealed words and numbers are opened here and nowhere before. Which provider
/// serves a line is a matter of configuration; with none the message fails and says so.
/// </summary>
internal sealed partial class MessagingPort(
    IEnumerable<IMessageSender> senders, ISealer sealer, IPackSource packs, MessagingMetrics metrics, ILogger<MessagingPort> log) : IEffectPort
{
    private readonly IMessageSender[] senders = [.. senders];

    public string Port => Ports.Messaging;

    /// <summary>A message sent twice is read twice.</summary>
    public bool RepeatIsVisible => true;

    public ValueTask<EffectResult> RunAsync(EffectCall call, CancellationToken cancel) =>
        CarryOutAsync(call, (sender, message) => sender.SendAsync(message, cancel));

    public ValueTask<EffectResult> SettleAsync(EffectCall call, CancellationToken cancel) =>
        CarryOutAsync(call, (sender, message) => sender.SettleAsync(message, call.StartedAt, cancel));

    private async ValueTask<EffectResult> CarryOutAsync(EffectCall call, Func<IMessageSender, OutboundMessage, ValueTask<EffectResult>> carryOut)
    {
        if (call.Effect is not SendText send)
        {
            throw new ArgumentException($"{call.Effect.GetType().Name} is no effect of this port.", nameof(call));
        }

        var (message, code) = Open(call.Source, send);
        if (message is null)
        {
            return Failed("none", code!);
        }

        if (senders.FirstOrDefault(sender => sender.Serves(message)) is not { } chosen)
        {
            return Failed("none", MessageCodes.NotConfigured);
        }

        var result = await carryOut(chosen, message).ConfigureAwait(false);
        metrics.Sent(chosen.Provider, Name(result));
        return result;
    }

    /// <summary>The message, or the code of why there is none to send.</summary>
    private (OutboundMessage? Message, string? Code) Open(ActorId source, SendText send)
    {
        if (send.Channel is not (Channel.WhatsApp or Channel.Sms))
        {
            return (null, MessageCodes.ChannelUnsupported);
        }

        var template = send.Template is null ? null : packs.Current.Template(send.Template);
        if (send.Template is not null && template is null)
        {
            return (null, MessageCodes.TemplateUnknown);
        }

        var values = send.TemplateValues.IsDefault ? [] : send.TemplateValues.Select(value => sealer.Open(value)).ToImmutableArray();
        var words = template is null ? sealer.Open(send.Text) : "";
        if (sealer.Open(send.To) is not { } to || words is null || values.Any(value => value is null))
        {
            return (null, MessageCodes.Erased);
        }

        if (send.Channel == Channel.Sms && Addressing.Phone(to) is null)
        {
            return (null, MessageCodes.BadAddress);
        }

        // A template says what is sent, whatever else was written beside it; by SMS it is a text like any other.
        // The number of a case is no secret and travels unsealed; it fills the first place.
        ImmutableArray<string> filled = [.. send.CaseNumber is { } number ? [number] : Array.Empty<string>(), .. values.Select(value => value!)];
        var text = template is null ? words : OutboundMessage.Fill(template.Body, filled);
        var approved = send.Channel == Channel.WhatsApp && template is { ProviderName.Length: > 0 } ? template : null;
        return (new(new StatusRoute(send.MessageId, source), send.Channel, send.Line, to, text, approved, filled), null);
    }

    private EffectResult.Failed Failed(string provider, string code)
    {
        metrics.Sent(provider, code);
        NotSent(log, code);
        return new(code);
    }

    private static string Name(EffectResult result) => result switch
    {
        EffectResult.Done => "done",
        EffectResult.Failed failed => failed.Code,
        EffectResult.Retry => "retry",
        EffectResult.InDoubt => "in_doubt",
        _ => throw new InvalidOperationException($"A result of unknown kind: {result.GetType().Name}."),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message was not sent: {Code}.")]
    private static partial void NotSent(ILogger log, string code);
}
