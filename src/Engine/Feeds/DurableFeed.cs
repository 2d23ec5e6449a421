using System.Runtime.CompilerServices;
using Santral.Engine.Codec;
using Santral.Engine.Ports;

namespace Santral.Engine.Feeds;

/// <summary>A durable record at its place in the store.</summary>
public readonly record struct FeedItem(long Sequence, DecisionRecord Record);

/// <summary>
/// The journal's tail for views and pump. Records decided in this process are handed over as objects; whatever is missing
/// (older ones, those of another process, those whose commit was in doubt) is read from the journal. No gap is possible.
/// </summary>
public sealed class DurableFeed(IJournal journal, RecordCodec codec)
{
    /// <summary>How many records stay in memory for readers that are a little behind. A power of two.</summary>
    private const int RecentRecords = 16_384;

    /// <summary>How long a reader waits for a record that is durable but not yet handed over before it reads the journal.</summary>
    private static readonly TimeSpan HandOverPatience = TimeSpan.FromMilliseconds(20);

    private readonly FeedItem[] recent = new FeedItem[RecentRecords];
    private readonly Lock gate = new();
    private TaskCompletionSource? awaited;

    /// <summary>Called by cells in the journal's order, after the commit.</summary>
    public void Publish(long sequence, DecisionRecord record)
    {
        TaskCompletionSource? signal;
        lock (gate)
        {
            recent[sequence & (RecentRecords - 1)] = new(sequence, record);
            signal = awaited;
            awaited = null;
        }

        signal?.TrySetResult();
    }

    /// <summary>All records after a sequence, for ever, in order.</summary>
    public async IAsyncEnumerable<FeedItem> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            if (TryRecent(after + 1, out var item, out var next))
            {
                after = item.Sequence;
                yield return item;
                continue;
            }

            if (journal.DurableSequence <= after)
            {
                await Task.WhenAny(next, journal.WaitBeyondAsync(after, cancel).AsTask()).ConfigureAwait(false);
                cancel.ThrowIfCancellationRequested();
                continue;
            }

            var handedOver = await Task.WhenAny(next, Task.Delay(HandOverPatience, cancel)).ConfigureAwait(false) == next;
            if (handedOver && TryRecent(after + 1, out _, out _))
            {
                continue;
            }

            await foreach (var stored in journal.ReadAsync(after, cancel).ConfigureAwait(false))
            {
                after = stored.Sequence;
                yield return new(stored.Sequence, codec.Decode(stored.Bytes));
            }
        }
    }

    /// <summary>Takes the records right after a sequence that are in memory, up to so many; none when the next one is not.</summary>
    public int TakeRecent(long after, int most, List<FeedItem> into)
    {
        lock (gate)
        {
            var taken = 0;
            for (; taken < most; taken++)
            {
                var item = recent[(after + taken + 1) & (RecentRecords - 1)];
                if (item.Record is null || item.Sequence != after + taken + 1)
                {
                    break;
                }

                into.Add(item);
            }

            return taken;
        }
    }

    private bool TryRecent(long sequence, out FeedItem item, out Task next)
    {
        lock (gate)
        {
            item = recent[sequence & (RecentRecords - 1)];
            if (item.Sequence == sequence && item.Record is not null)
            {
                next = Task.CompletedTask;
                return true;
            }

            awaited ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            next = awaited.Task;
            return false;
        }
    }
}
