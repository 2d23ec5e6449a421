using System.Net;
using System.Threading.RateLimiting;

namespace Santral.Messaging.Intake;

/// <summary>How often forms come in from an address for which nobody signed in.</summary>
internal sealed class AnonymousForms : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = MessagingLimits.AnonymousFormsPerMinute, Window = Period, QueueLimit = 0 }));

    /// <summary>Null when the form may come in; otherwise how long to wait.</summary>
    public TimeSpan? TryTake(IPAddress? from)
    {
        using var lease = limiter.AttemptAcquire(from?.ToString() ?? "");
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Period;
    }

    public void Dispose() => limiter.Dispose();
}
