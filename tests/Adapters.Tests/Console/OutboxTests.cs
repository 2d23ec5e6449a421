using Santral.AgentConsole;
using Santral.AgentConsole.Hub;
using Xunit;

namespace Santral.Adapters.Tests.Console;

public sealed class OutboxTests
{
    [Fact]
    public async Task Changes_of_one_topic_wait_as_one_with_the_last_row_of_each()
    {
        using var outbox = new Outbox();
        outbox.Add(Change("desk:a", 1, 2, ("agent", "x", 10)));
        outbox.Add(Change("desk:a", 2, 5, ("agent", "x", 20), ("agent", "y", 10)));
        var message = Assert.IsType<WireChange>(await outbox.TakeAsync(TestContext.Current.CancellationToken));
        Assert.Equal((1L, 5L, 2), (message.Prev, message.Seq, message.Changes.Count));
        Assert.Equal(20, message.Changes[0].Row!.Json.Length);
        Assert.Equal(0, outbox.Bytes);
    }

    [Fact]
    public async Task A_console_that_does_not_read_costs_a_bounded_number_of_bytes_and_is_shown_a_gap()
    {
        using var outbox = new Outbox();
        for (var i = 1; i < 10_000; i++)
        {
            outbox.Add(Change("desk:a", i, i + 1, ("agent", $"{i}", 500)));
            Assert.InRange(outbox.Bytes, 0, ConsoleLimits.OutboxBytes);
        }

        var message = Assert.IsType<WireChange>(await outbox.TakeAsync(TestContext.Current.CancellationToken));
        Assert.NotEqual(1, message.Prev);
        Assert.Empty(message.Changes);
    }

    [Fact]
    public async Task Nothing_that_waited_goes_out_after_the_right_was_lost()
    {
        using var outbox = new Outbox();
        outbox.Add(Change("card:a", 1, 2, ("citizen", "x", 10)));
        outbox.Revoke("card:a");
        Assert.Equal(new WireRevoked("card:a"), await outbox.TakeAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, outbox.Bytes);
    }

    private static WireChange Change(string topic, long prev, long seq, params (string Kind, string Id, int Bytes)[] rows) =>
        new(topic, prev, seq, [.. rows.Select(r => new WireRow(r.Kind, r.Id, new RawRow(new byte[r.Bytes])))]);
}
