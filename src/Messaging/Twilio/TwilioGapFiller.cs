using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Engine.Ports;
using Santral.Messaging.Http;
using Santral.Messaging.Inbound;

namespace Santral.Messaging.Twilio;

/// <summary>
/// Twilio repeats a webhook once and then falls silent. So at start and every quarter of an hour the inbound messages since the
/// last one seen are listed and taken by the same path as a webhook; what was taken before is recognised by its id.
/// </summary>
internal sealed partial class TwilioGapFiller(
    TwilioOptions options, TwilioApi api, InboundDesk desk, IPackSource packs, TimeProvider clock, MessagingMetrics metrics, ILogger<TwilioGapFiller> log) : BackgroundService
{
    private DateTimeOffset? lastSeen;

    /// <summary>Lists and takes once. False when the provider or the journal could not be reached; what was missed is listed again.</summary>
    internal async Task<bool> FillAsync(CancellationToken cancel)
    {
        var since = (lastSeen ?? clock.GetUtcNow() - MessagingLimits.GapFillLookBack) - MessagingLimits.GapFillOverlap;
        if (await ListAsync(since, cancel).ConfigureAwait(false) is not { } inbound)
        {
            metrics.Gap("list_failed");
            ListFailed(log);
            return false;
        }

        // Oldest first, so that a conversation reads in the order in which it was written.
        foreach (var (message, at) in inbound.OrderBy(item => item.At))
        {
            var taken = await desk.TakeAsync(message.ToText(packs.Current, at), cancel).ConfigureAwait(false);
            metrics.Gap(taken.What.ToString());
            if (taken.What == Taking.Unavailable)
            {
                return false;
            }

            lastSeen = lastSeen > at ? lastSeen : at;
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.CanSend)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            var filled = await TryFillAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(filled ? MessagingLimits.GapFillEvery : MessagingLimits.GapFillRetryAfter, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryFillAsync(CancellationToken cancel)
    {
        try
        {
            return await FillAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return false;
        }
#pragma warning disable CA1031 // A fault of one round must not end the gap filling for good, and with it the whole host.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            RoundFailed(log, fault);
            return false;
        }
    }

    private async Task<List<(TwilioInbound Message, DateTimeOffset At)>?> ListAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var found = new List<(TwilioInbound, DateTimeOffset)>();
        var from = since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var answer = await api.ListAsync($"DateSent%3E={Uri.EscapeDataString(from)}&PageSize={MessagingLimits.GapFillPageSize}", cancel).ConfigureAwait(false);
        for (var page = 1; ; page++)
        {
            if (answer is not ProviderAnswer.Answered { IsSuccess: true } listed || listed.Body.Array("messages") is not { } messages)
            {
                return null;
            }

            found.AddRange(messages.Select(Read).OfType<(TwilioInbound Message, DateTimeOffset At)>().Where(item => item.At >= since));
            if (listed.Body.Text("next_page_uri") is not { Length: > 0 } next)
            {
                return found;
            }

            if (page == MessagingLimits.GapFillPages)
            {
                TooManyPages(log, MessagingLimits.GapFillPages);
                return found;
            }

            answer = await api.NextAsync(next, cancel).ConfigureAwait(false);
        }
    }

    private static (TwilioInbound Message, DateTimeOffset At)? Read(JsonElement item) =>
        item.Text("direction") == "inbound" && item.Text("sid") is { } sid && item.Text("from") is { } from && item.Text("to") is { } to
            && TwilioDates.Read(item.Text("date_sent") ?? item.Text("date_created")) is { } at
            ? (new(sid, from, to, item.Text("body") is { Length: > 0 } body ? body : null, Media(item), null, null, null), at)
            : null;

    private static int Media(JsonElement item) => int.TryParse(item.Text("num_media"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio's inbound messages could not be listed; tried again soon.")]
    private static partial void ListFailed(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of filling Twilio's gaps failed.")]
    private static partial void RoundFailed(ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Twilio lists more than {Pages} pages since the last message seen; older ones were not looked at.")]
    private static partial void TooManyPages(ILogger log, int pages);
}
