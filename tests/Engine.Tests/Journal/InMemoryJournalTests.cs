using Santral.Domain.Kernel;
using Santral.Engine.Contract.Journal;
using Santral.Engine.Ports;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Tests.Journal;

public sealed class InMemoryJournalContract : JournalContract
{
    private readonly InMemoryStore store = new();

    protected override IJournal Open() => new InMemoryJournal(store);
}

public sealed class InMemoryJournalTests
{
    private static readonly ActorId Ayse = new("citizen", "ayse");
    private static readonly ActorId Desk = new("desk", "merkez");

    private static EncodedRecord Record(ActorId actor, long version) => new(actor, version, new byte[8]);

    [Fact]
    public async Task Held_records_complete_only_on_release()
    {
        await using var journal = new InMemoryJournal();
        journal.Hold();
        var waits = journal.AppendEach([Record(Ayse, 1), Record(Ayse, 2)]);
        Assert.False(waits[0].Finished);
        Assert.Equal(0, journal.DurableSequence);
        journal.Release();
        Assert.Equal(2, await waits[1].Sequence());
    }

    [Fact]
    public async Task A_failed_commit_takes_all_records_in_flight_with_it_and_later_ones_pass()
    {
        await using var journal = new InMemoryJournal();
        journal.Hold();
        var waits = journal.AppendEach([Record(Ayse, 1), Record(Ayse, 2), Record(Desk, 1)]);
        journal.FailNext(AppendFailure.Unavailable);
        journal.Release();
        foreach (var wait in waits)
        {
            Assert.Equal(AppendFailure.Unavailable, await wait.Failure());
        }

        Assert.False(journal.Health.Writable);
        await journal.AppendAll([Record(Ayse, 1)]);
        Assert.True(journal.Health.Writable);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task An_unknown_outcome_may_be_either(bool stored, int count)
    {
        await using var journal = new InMemoryJournal();
        journal.FailNext(AppendFailure.Unknown, stored);
        Assert.Equal(AppendFailure.Unknown, await journal.AppendEach([Record(Ayse, 1)])[0].Failure());
        Assert.Equal(count, (await journal.LoadAsync(Ayse, 0, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task At_the_bound_an_append_is_refused_at_once()
    {
        await using var journal = new InMemoryJournal();
        journal.Hold();
        var waits = journal.AppendEach(Enumerable.Range(1, JournalLimits.MaxUnreleasedRecords + 1).Select(v => Record(Ayse, v)));
        Assert.True(waits[^1].Finished);
        Assert.Equal(AppendFailure.Unavailable, await waits[^1].Failure());
        journal.Release();
        Assert.Equal(JournalLimits.MaxUnreleasedRecords, await waits[^2].Sequence());
    }
}
