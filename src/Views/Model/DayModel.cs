using Santral.Domain.Contacts;

namespace Santral.Views.Model;

/// <summary>
/// The figures of one local day, by the day a contact arrived; it is counted once it has ended, so that
/// offered = answered + abandoned + transferredOut + closed + callback at every moment.
/// </summary>
internal sealed class DayModel
{
    public ReportCounts Total { get; } = new();
    public Dictionary<string, ReportCounts> ByQueue { get; } = new(StringComparer.Ordinal);
    public ReportCounts[] ByHour { get; } = [.. Enumerable.Range(0, 24).Select(_ => new ReportCounts())];
    public Dictionary<ContactOutcome, int> ByOutcome { get; } = [];

    /// <summary>Arrived and not yet ended.</summary>
    public int Live { get; set; }
    public int Outbound { get; set; }
}

internal sealed class ReportCounts
{
    public int Answered { get; set; }
    public int Abandoned { get; set; }
    public int TransferredOut { get; set; }
    public int Closed { get; set; }
    public int Callback { get; set; }
    public int Offered { get; set; }
}
