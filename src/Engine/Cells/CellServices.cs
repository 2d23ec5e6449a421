using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Engine.Codec;
using Santral.Engine.Feeds;
using Santral.Engine.Ports;

namespace Santral.Engine.Cells;

/// <summary>What every cell of a host shares.</summary>
public sealed record CellServices(
    IJournal Journal, RecordCodec Codec, TimeProvider Time, IPackSource Packs, DurableFeed Feed, UnreleasedBudget Budget, ILogger Log)
{
    /// <summary>For cells that only replay: what they would need to decide is not there.</summary>
    public static CellServices ForReplay(RecordCodec codec) => new(null!, codec, TimeProvider.System, null!, null!, new(), NullLogger.Instance);
}

/// <summary>
/// Counts what is on its way to disk, in decisions and in bytes. At the bound consoles and intake are turned away; telephony,
/// alarms and effect results keep the reserve. Both together stay below the journal's own bound, so that it never has to refuse.
/// </summary>
public sealed class UnreleasedBudget(int maxDecisions = UnreleasedBudget.MaxDecisions, long maxBytes = UnreleasedBudget.MaxBytes)
{
    public const int MaxDecisions = 14_000;
    public const int ReservedDecisions = 4_000;
    public const long MaxBytes = 20L * 1024 * 1024;
    public const long ReservedBytes = 8L * 1024 * 1024;

    private int decisions;
    private long bytes;

    public int Unreleased => Volatile.Read(ref decisions);

    public bool HasRoom(Lane lane) => lane switch
    {
        Lane.Normal => Unreleased < maxDecisions && Interlocked.Read(ref bytes) < maxBytes,
        Lane.Reserved => Unreleased < maxDecisions + ReservedDecisions && Interlocked.Read(ref bytes) < maxBytes + ReservedBytes,
    };

    internal void Take(int recordBytes)
    {
        Interlocked.Increment(ref decisions);
        Interlocked.Add(ref bytes, recordBytes);
    }

    internal void Return(int recordBytes)
    {
        Interlocked.Decrement(ref decisions);
        Interlocked.Add(ref bytes, -recordBytes);
    }
}
