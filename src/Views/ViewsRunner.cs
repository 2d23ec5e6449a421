using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Engine;
using Santral.Engine.Feeds;
using Santral.Engine.Ports;
using Santral.Views.Lists;
using Santral.Views.Model;
using Santral.Views.Rights;
using Santral.Views.Topics;

namespace Santral.Views;

/// <summary>Turns a stored record back into a decision.</summary>
public delegate DecisionRecord DecodeRecord(StoredRecord record);

/// <summary>
/// Tails the journal and folds it, one record after another on one task, publishing after each batch what changed on the topics
/// that someone holds open. Readers and the fold take turns by one lock; nothing waits inside it.
/// </summary>
public sealed partial class ViewsRunner : BackgroundService, ITopics, IViews
{
    /// <summary>Records folded before the screens are told: changes of one batch reach a screen as one.</summary>
    private const int BatchSize = 256;
    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly IJournal journal;
    private readonly DecodeRecord decode;
    private readonly TimeProvider time;
    private readonly ILogger<ViewsRunner> logger;
    private readonly DurableFeed? feed;
    private readonly TopicFold fold;
    private readonly TopicBook book;
    private readonly List<Listener> listeners = [];
    private readonly PriorityQueue<TaskCompletionSource, long> waiters = new();
    private readonly Meter meter;
    private DateTimeOffset foldedAt;

    public ViewsRunner(IJournal journal, DecodeRecord decode, IPackSource packs, ISealer sealer, TimeProvider time, IMeterFactory meters, ILogger<ViewsRunner> logger, DurableFeed? feed = null)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(meters);
        this.journal = journal;
        this.decode = decode;
        this.time = time;
        this.logger = logger;
        this.feed = feed;
        fold = new(packs.Current, sealer);
        book = new(fold);
        meter = meters.Create("Santral.Views");
        meter.CreateObservableGauge("santral.views.lag.records", () => Lag, "{record}", "Durable records that the consoles do not show yet");
        meter.CreateObservableGauge("santral.views.topics.open", () => book.Count, "{topic}", "Topics that someone looks at");
    }

    public long Sequence => Interlocked.Read(ref folded);

    private long folded;

    /// <summary>Durable records that are not folded yet.</summary>
    public long Lag => Math.Max(0, journal.DurableSequence - Sequence);

    /// <summary>The time of the last folded record.</summary>
    public DateTimeOffset FoldedAt => foldedAt;

    public TopicSnapshot Snapshot(string topic)
    {
        lock (gate)
        {
            return TopicKey.Parse(topic) is { } key ? book.Snapshot(key) : new(topic, fold.Sequence, []);
        }
    }

    public IDisposable Open(string topic, Action<TopicSnapshot> onOpened)
    {
        ArgumentNullException.ThrowIfNull(onOpened);
        var key = TopicKey.Parse(topic) ?? throw new ArgumentException($"'{topic}' is no topic.", nameof(topic));
        lock (gate)
        {
            onOpened(book.Open(key));
        }

        return new Undo(() =>
        {
            lock (gate)
            {
                book.Close(key);
            }
        });
    }

    public IDisposable Listen(Action<TopicChange> onChange, Action<string>? onRights = null)
    {
        var listener = new Listener(onChange, onRights);
        lock (gate)
        {
            listeners.Add(listener);
        }

        return new Undo(() =>
        {
            lock (gate)
            {
                listeners.Remove(listener);
            }
        });
    }

    public ValueTask WaitForAsync(long sequence, CancellationToken cancel)
    {
        lock (gate)
        {
            if (fold.Sequence >= sequence)
            {
                return ValueTask.CompletedTask;
            }

            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Enqueue(waiter, sequence);
            return new(waiter.Task.WaitAsync(cancel));
        }
    }

    public T Read<T>(Func<ViewReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (gate)
        {
            return read(new ViewReader(fold.State));
        }
    }

    public override void Dispose()
    {
        meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host must not wait for years of records before it listens.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(stoppingToken).ConfigureAwait(false);
                await journal.WaitBeyondAsync(fold.Sequence, stoppingToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogReadFailed(logger, failure, fold.Sequence);
                await Task.Delay(RetryAfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken cancel)
    {
        // What this process has just decided is at hand as objects; reading it back from the disk would cost more than folding it.
        var recent = new List<FeedItem>(BatchSize);
        var batch = new List<(long, DecisionRecord)>(BatchSize);
        while (feed?.TakeRecent(fold.Sequence, BatchSize, recent) > 0)
        {
            batch.AddRange(recent.Select(item => (item.Sequence, item.Record)));
            recent.Clear();
            Fold(batch);
        }

        await foreach (var stored in journal.ReadAsync(fold.Sequence, cancel).ConfigureAwait(false))
        {
            batch.Add((stored.Sequence, decode(stored)));
            if (batch.Count == BatchSize)
            {
                Fold(batch);
            }
        }

        Fold(batch);
    }

    private void Fold(List<(long Sequence, DecisionRecord Record)> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        lock (gate)
        {
            foreach (var (sequence, record) in batch)
            {
                try
                {
                    fold.Fold(sequence, record);
                }
                catch (ViewFoldException unknown)
                {
                    // One event the views do not know must not blind every console.
                    LogUnknown(logger, unknown, sequence);
                }

                foldedAt = record.At;
            }

            Interlocked.Exchange(ref folded, fold.Sequence);
            book.Publish(
                topic => listeners.ForEach(l => l.Rights?.Invoke(topic)),
                change => listeners.ForEach(l => l.Change(change)));
            while (waiters.TryPeek(out var waiter, out var sequence) && sequence <= fold.Sequence)
            {
                waiters.Dequeue();
                waiter.TrySetResult();
            }
        }

        batch.Clear();
    }

    private sealed record Listener(Action<TopicChange> Change, Action<string>? Rights);

    private sealed class Undo(Action undo) : IDisposable
    {
        private Action? undo = undo;

        public void Dispose() => Interlocked.Exchange(ref undo, null)?.Invoke();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The views could not read the journal after {Sequence}; they try again")]
    private static partial void LogReadFailed(ILogger logger, Exception failure, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "The views left out an event at {Sequence}")]
    private static partial void LogUnknown(ILogger logger, Exception failure, long sequence);
}
