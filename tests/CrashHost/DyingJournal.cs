using System.Diagnostics;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.CrashHost;

public enum DiesAt
{
    Never,

    /// <summary>The record reached the journal and nothing of it reached the disk.</summary>
    BeforeCommit,

    /// <summary>The record is durable, and nobody has been told.</summary>
    BetweenCommitAndRelease,
}

/// <summary>A real journal whose process is killed at a chosen moment of the next append, as by a power cut.</summary>
internal sealed class DyingJournal(IJournal inner) : IJournal
{
    private DiesAt dies = DiesAt.Never;

    /// <summary>Set when an append was swallowed: whatever would leave early has every chance to do so before the end.</summary>
    public TaskCompletionSource Swallowed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long DurableSequence => inner.DurableSequence;
    public JournalHealth Health => inner.Health;

    public void Arm(DiesAt at) => dies = at;

    public void Append(in EncodedRecord record, IAppendCompletion completion)
    {
        switch (dies)
        {
            case DiesAt.Never:
                inner.Append(record, completion);
                break;
            case DiesAt.BeforeCommit:
                Swallowed.TrySetResult();
                break;
            case DiesAt.BetweenCommitAndRelease:
                inner.Append(record, new KillsOnDurable());
                break;
        }
    }

    public ValueTask<IReadOnlyList<StoredRecord>> LoadAsync(ActorId actor, long afterVersion, CancellationToken cancel) => inner.LoadAsync(actor, afterVersion, cancel);

    public IAsyncEnumerable<StoredRecord> ReadAsync(long afterSequence, CancellationToken cancel) => inner.ReadAsync(afterSequence, cancel);

    public ValueTask WaitBeyondAsync(long sequence, CancellationToken cancel) => inner.WaitBeyondAsync(sequence, cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private sealed class KillsOnDurable : IAppendCompletion
    {
        public void Durable(long sequence) => Process.GetCurrentProcess().Kill();

        public void Failed(AppendFailure failure) => Environment.FailFast($"The append failed: {failure}");
    }
}
