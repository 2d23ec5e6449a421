using Microsoft.Extensions.Logging;
using Santral.Engine.Codec;
using Santral.Engine.Feeds;
using Santral.Engine.Ports;

namespace Santral.Engine.Cells;

/// <summary>What every cell of a host shares.</summary>
public sealed record CellServices(
    IJournal Journal, RecordCodec Codec, TimeProvider Time, IPackSource Packs, DurableFeed Feed, UnreleasedBudget Budget, ILogger Log);

/// <summary>
/// Counts decisions on their way to disk. At the bound consoles and intake are turned away; telephony, alarms and effect
/// results keep the reserve.
/// </summary>
public sealed class UnreleasedBudget(int maxDecisions = UnreleasedBudget.MaxDecisions, int reservedDecisions = UnreleasedBudget.ReservedDecisions)
{
    public const int MaxDecisions = 20_000;
    public const int ReservedDecisions = 10_000;

    private int unreleased;

    public int Unreleased => Volatile.Read(ref unreleased);

    public bool HasRoom(Lane lane) => lane switch
    {
        Lane.Normal => Unreleased < maxDecisions,
        Lane.Reserved => Unreleased < maxDecisions + reservedDecisions,
    };

    internal void Take() => Interlocked.Increment(ref unreleased);

    internal void Return() => Interlocked.Decrement(ref unreleased);
}
