using Santral.Domain.Kernel;

namespace Santral.Engine.Ports;

/// <summary>One decision on its way to disk: the codec's bytes and what the journal needs to order them.</summary>
public readonly record struct EncodedRecord(ActorId Actor, long Version, ReadOnlyMemory<byte> Bytes);

/// <summary>One decision as stored, with its place in the whole store.</summary>
public readonly record struct StoredRecord(long Sequence, ActorId Actor, long Version, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// The truth. Records of all actors share one order, one hash chain and one group commit.
/// Sequences begin at 1 and have no gaps; an actor's versions begin at 1 and have no gaps.
/// </summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>The highest sequence that is durable.</summary>
    long DurableSequence { get; }

    JournalHealth Health { get; }

    /// <summary>
    /// Queues a record; returns at once. Completions are called in append order. Records of one actor must be appended in
    /// version order. An actor whose version is not the next one fails alone (<see cref="AppendFailure.Conflict"/>), and so
    /// do all its later records in flight.
    /// </summary>
    void Append(in EncodedRecord record, IAppendCompletion completion);

    /// <summary>All durable records of one actor after a version, in order.</summary>
    ValueTask<IReadOnlyList<StoredRecord>> LoadAsync(ActorId actor, long afterVersion, CancellationToken cancel);

    /// <summary>The durable records after a sequence, in order, ending at what was durable when it was called.</summary>
    IAsyncEnumerable<StoredRecord> ReadAsync(long afterSequence, CancellationToken cancel);

    /// <summary>Completes when <see cref="DurableSequence"/> is above the given one.</summary>
    ValueTask WaitBeyondAsync(long sequence, CancellationToken cancel);
}

public interface IAppendCompletion
{
    void Durable(long sequence);
    void Failed(AppendFailure failure);
}

public enum AppendFailure
{
    /// <summary>Another writer was first; reload and decide anew.</summary>
    Conflict,

    /// <summary>The commit did not happen: full disk, lost database.</summary>
    Unavailable,

    /// <summary>The commit may or may not have happened; the journal must be read before anything is decided.</summary>
    Unknown,
}

/// <param name="Writable">False when appends fail; readiness is red then.</param>
/// <param name="OldestPending">How long the oldest unfinished append has waited.</param>
public readonly record struct JournalHealth(bool Writable, TimeSpan OldestPending, string? Problem);
