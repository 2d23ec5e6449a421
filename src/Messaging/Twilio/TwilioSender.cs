using Microsoft.Extensions.Logging;
using Santral.Domain.Contacts;
using Santral.Engine.Ports;
using Santral.Messaging.Http;
using Santral.Messaging.Meta;
using Santral.Messaging.Outbound;

namespace Santral.Messaging.Twilio;

/// <summary>
/// Sends WhatsApp and SMS through Twilio. When an answer is lost it looks into the provider's list before it says anything: found is
/// sent, absent after a while is not sent, and what stays unknown is in doubt until the status callback settles it.
/// </summary>
internal sealed partial class TwilioSender(TwilioOptions options, MetaLines metaLines, TwilioApi api, TwilioLedger ledger, TimeProvider clock, ILogger<TwilioSender> log) : IMessageSender
{
    /// <summary>When the list is looked at after an answer was lost; a message not there at the last look was never taken.</summary>
    internal static readonly TimeSpan[] LookAfter = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(20)];

    public string Provider => TwilioInbound.Provider;

    public bool Serves(OutboundMessage message) =>
        options.CanSend && !(message.Channel == Channel.WhatsApp && metaLines.HasConfigured(message.Line));

    public async ValueTask<EffectResult> SendAsync(OutboundMessage message, CancellationToken cancel)
    {
        if (message.Text.Length > MessagingLimits.TwilioTextCharacters)
        {
            return new EffectResult.Failed(MessageCodes.TooLong);
        }

        var startedAt = clock.GetUtcNow();
        switch (await api.CreateAsync(message, cancel).ConfigureAwait(false))
        {
            case ProviderAnswer.Answered { IsSuccess: true } created when created.Body.Text("sid") is { } sid:
                ledger.Claim(sid);
                return new EffectResult.Done(sid);
            case ProviderAnswer.Answered { Status: >= 400 and < 500 and not 408 } refused:
                return Refused(refused);
            case ProviderAnswer.NotSent:
                return new EffectResult.Retry(MessagingLimits.RetryAfter);
            default:
                AnswerLost(log);
                return await SettleAsync(message, startedAt, cancel).ConfigureAwait(false);
        }
    }

    public async ValueTask<EffectResult> SettleAsync(OutboundMessage message, DateTimeOffset? startedAt, CancellationToken cancel)
    {
        var looked = TwilioLook.Unknown;
        foreach (var wait in LookAfter)
        {
            await Task.Delay(wait, clock, cancel).ConfigureAwait(false);
            looked = await ledger.LookAsync(message, startedAt, cancel).ConfigureAwait(false);
            if (looked is TwilioLook.Found found)
            {
                return found.Error is null ? new EffectResult.Done(found.Sid) : new EffectResult.Failed(TwilioErrors.Code(found.Error));
            }
        }

        return looked is TwilioLook.AbsentLook ? new EffectResult.Retry(TimeSpan.Zero) : new EffectResult.InDoubt();
    }

    private EffectResult Refused(ProviderAnswer.Answered refused)
    {
        var number = refused.Body.Text("code") ?? $"{refused.Status}";
        if (refused.Status == 429 || TwilioErrors.IsPassing(number))
        {
            var after = refused.RetryAfter ?? MessagingLimits.RetryAfter;
            return new EffectResult.Retry(after < MessagingLimits.LongestRetryAfter ? after : MessagingLimits.LongestRetryAfter);
        }

        ProviderRefused(log, number);
        return new EffectResult.Failed(refused.Status is 401 or 403 ? MessageCodes.Account : TwilioErrors.Code(number));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio refused a message with error {Number}.")]
    private static partial void ProviderRefused(ILogger log, string number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio's answer to a message was lost; its list is looked at.")]
    private static partial void AnswerLost(ILogger log);
}
