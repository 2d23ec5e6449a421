using Santral.Engine.Ports;
using Xunit;

namespace Santral.Engine.Contract.Journal;

/// <summary>A completion that a test can await, never longer than <see cref="Deadline"/>.</summary>
public sealed class Wait : IAppendCompletion
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<(long Sequence, AppendFailure? Failure)> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs inside the completion, before anybody who awaits it goes on.</summary>
    public Action<long>? OnDurable { get; set; }
    public Action<AppendFailure>? OnFailed { get; set; }

    public bool Finished => done.Task.IsCompleted;

    public void Durable(long sequence)
    {
        OnDurable?.Invoke(sequence);
        done.SetResult((sequence, null));
    }

    public void Failed(AppendFailure failure)
    {
        OnFailed?.Invoke(failure);
        done.SetResult((0, failure));
    }

    public async Task<long> Sequence()
    {
        var (sequence, failure) = await done.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.Null(failure);
        return sequence;
    }

    public async Task<AppendFailure> Failure()
    {
        var (sequence, failure) = await done.Task.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        Assert.True(failure is not null, $"Expected a failure, but sequence {sequence} is durable.");
        return failure.Value;
    }
}

public static class JournalTesting
{
    /// <summary>Appends all at once and gives a wait for each.</summary>
    public static List<Wait> AppendEach(this IJournal journal, IEnumerable<EncodedRecord> records)
    {
        var waits = new List<Wait>();
        foreach (var record in records)
        {
            waits.Add(new());
            journal.Append(record, waits[^1]);
        }

        return waits;
    }

    /// <summary>Appends all and waits until the last is durable.</summary>
    public static async Task AppendAll(this IJournal journal, IEnumerable<EncodedRecord> records)
    {
        foreach (var wait in journal.AppendEach(records))
        {
            await wait.Sequence();
        }
    }

    public static async Task<List<StoredRecord>> All(this IJournal journal, long after)
    {
        var all = new List<StoredRecord>();
        await foreach (var record in journal.ReadAsync(after, TestContext.Current.CancellationToken))
        {
            all.Add(record);
        }

        return all;
    }
}
