using System.Runtime.CompilerServices;
using Santral.Benchmarks.Journal;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Journal;

namespace Santral.Benchmarks.Engine;

/// <summary>The journal's port over one SQLite transaction per record. Readers are served from memory, which only helps the peer.</summary>
internal sealed class SingleTransactionJournal(string folder, Action? afterCommit, bool readers) : IJournal
{
    private readonly OneTransactionPerEvent writer = new(folder, afterCommit);
    private readonly DurableSignal durable = new();
    private readonly List<StoredRecord> records = [];
    private readonly Lock gate = new();

    public long DurableSequence => durable.Sequence;

    public JournalHealth Health => new(true, TimeSpan.Zero, null);

    public void Append(in EncodedRecord record, IAppendCompletion completion) => writer.Append(record, new Kept(this, record, completion));

    /// <summary>Every actor of a run stays in memory, so each is loaded once, before its first record.</summary>
    public ValueTask<IReadOnlyList<StoredRecord>> LoadAsync(ActorId actor, long afterVersion, CancellationToken cancel) => new([]);

#pragma warning disable CS1998 // A list needs no waiting.
    public async IAsyncEnumerable<StoredRecord> ReadAsync(long afterSequence, [EnumeratorCancellation] CancellationToken cancel)
#pragma warning restore CS1998
    {
        var end = DurableSequence;
        for (var sequence = afterSequence; sequence < end; sequence++)
        {
            StoredRecord record;
            lock (gate)
            {
                record = records[(int)sequence];
            }

            yield return record;
        }
    }

    public ValueTask WaitBeyondAsync(long sequence, CancellationToken cancel) => durable.WaitBeyondAsync(sequence, cancel);

    public ValueTask DisposeAsync()
    {
        writer.Dispose();
        durable.Close();
        return ValueTask.CompletedTask;
    }

    private sealed class Kept(SingleTransactionJournal journal, EncodedRecord record, IAppendCompletion completion) : IAppendCompletion
    {
        public void Durable(long sequence)
        {
            if (journal.readers)
            {
                lock (journal.gate)
                {
                    journal.records.Add(new(sequence, record.Actor, record.Version, record.Bytes));
                }
            }

            journal.durable.Advance(sequence);
            completion.Durable(sequence);
        }

        public void Failed(AppendFailure failure) => completion.Failed(failure);
    }

    private readonly bool readers = readers;
}
