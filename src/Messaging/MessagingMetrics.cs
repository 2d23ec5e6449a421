using System.Diagnostics.Metrics;

namespace Santral.Messaging;

/// <summary>What came in, what was refused and why, and what became of what went out. Never who or what was said.</summary>
public sealed class MessagingMetrics
{
    public const string MeterName = "Santral.Messaging";

    private readonly Counter<long> webhooks;
    private readonly Counter<long> sends;
    private readonly Counter<long> gaps;

    public MessagingMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(MeterName);
        webhooks = meter.CreateCounter<long>("santral.webhooks", "{request}", "Webhook and intake requests and the messages in them, by what became of them.");
        sends = meter.CreateCounter<long>("santral.messages.sent", "{message}", "Attempts to send, by result.");
        gaps = meter.CreateCounter<long>("santral.messages.gap", "{message}", "Inbound messages listed at the provider, by what became of them.");
    }

    /// <param name="source">twilio, meta, intake.</param>
    /// <param name="outcome">accepted, duplicate, unavailable, refused, stale, unrouted, or the code of the refusal.</param>
    public void Webhook(string source, string outcome) => webhooks.Add(1, new("source", source), new("outcome", outcome));

    public void Sent(string provider, string outcome) => sends.Add(1, new("provider", provider), new("outcome", outcome));

    public void Gap(string outcome) => gaps.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
}
