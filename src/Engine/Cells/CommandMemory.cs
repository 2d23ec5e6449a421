using Santral.Domain.Kernel;

namespace Santral.Engine.Cells;

/// <summary>
/// What commands from outside this actor has applied, with their replies, for <see cref="KeepFor"/>. Providers retry for up to
/// seven days; a day more covers clocks and weekends.
/// </summary>
internal sealed class CommandMemory
{
    public static readonly TimeSpan KeepFor = TimeSpan.FromDays(8);

    private readonly Dictionary<CommandId, Remembered> known = [];
    private readonly Queue<(CommandId Id, DateTimeOffset At)> byAge = new();

    public int Count => known.Count;

    public bool TryGet(CommandId id, out Remembered remembered) => known.TryGetValue(id, out remembered);

    public void Add(CommandId id, ulong payloadHash, IReply? reply, DateTimeOffset at)
    {
        while (byAge.TryPeek(out var oldest) && at - oldest.At > KeepFor)
        {
            byAge.Dequeue();
            known.Remove(oldest.Id);
        }

        if (known.TryAdd(id, new(payloadHash, reply)))
        {
            byAge.Enqueue((id, at));
        }
    }

    internal readonly record struct Remembered(ulong PayloadHash, IReply? Reply);
}
