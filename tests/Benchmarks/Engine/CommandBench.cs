using System.Globalization;
using Santral.Benchmarks.Table;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Benchmarks.Engine;

/// <summary>
/// Goal 3: acknowledged commands per second through embedded host, cell, decider, codec and journal. The command is the intake of
/// a form: the decider validates, writes one event and one send (the outbox is in the record), and the cell keeps the command's id
/// and payload hash. The pump rests, as the goal counts acknowledged commands and not what they set going.
/// </summary>
public static class CommandBench
{
    private const int Callers = 1_000;
    private const int Entities = 100_000;
    private const double Theta = 0.99;
    private const int Pairs = 5;
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(600);

    public static async Task RunAsync(Action<Figure> figure)
    {
        var zipf = new Zipf(Entities, Theta, seed: 1);
        var spread = $"{Callers:N0} callers, {Entities:N0} entities, Zipf {Theta.ToString(CultureInfo.InvariantCulture)}";
        foreach (var slow in new[] { false, true })
        {
            await OneAsync(figure, "durable commands, Zipf", spread, slow, (caller, turn) => zipf[(caller * 7919) + turn]);
            await OneAsync(figure, "durable commands, one hot entity", $"{Callers:N0} callers, 1 entity", slow, (_, _) => 0);
        }
    }

    private static async Task OneAsync(Action<Figure> figure, string name, string conditions, bool slow, Func<int, int, int> entity)
    {
        var asked = 0;
        var (cpu, counted) = (TimeSpan.Zero, 0);
        await using var own = BenchEngine.Own(BenchPack.Pack, slow);
        await using var peer = BenchEngine.OneTransactionPerEvent(BenchPack.Pack, slow, readers: false);
        var mailbox = slow ? null : new MailboxPeer(Entities);
        var runs = new List<(LoopResult Own, LoopResult Peer, LoopResult? Mailbox)>();
        await RoundAsync();
        runs.Clear();
        (cpu, counted) = (TimeSpan.Zero, 0);
        for (var pair = 0; pair < Pairs; pair++)
        {
            await RoundAsync();
        }

        mailbox?.Stop();
        var bytes = await RecordBytesAsync(own.Journal);
        var disk = slow ? "+1 ms" : "real";
        var about = string.Create(
            CultureInfo.InvariantCulture,
            $"{conditions}, closed loop; form intake: 1 event, 1 send, id and payload hash kept, {bytes} B record; {cpu.TotalMicroseconds / counted:0.0} us of processor time a command, callers and collector included; p50 {Figure.Median(runs.Select(r => r.Own.P50)):0.0} ms, p99 {Figure.Median(runs.Select(r => r.Own.P99)):0.0} ms; not accepted: {runs.Sum(r => r.Own.Failed)}; {Pairs} rounds of {Each.TotalSeconds} s after one to warm up");
        figure(Figure.OfPairs("commands", name, "/s", "same engine, one transaction per event", [.. runs.Select(r => (r.Own.PerSecond, r.Peer.PerSecond))], disk, about));
        if (mailbox is not null)
        {
            figure(Figure.OfPairs("commands", name, "/s", "channel mailbox, no disk", [.. runs.Select(r => (r.Own.PerSecond, r.Mailbox!.PerSecond))], disk, "the same rounds; the peer keeps nothing, so this is what durability, codec and decider cost"));
        }

        async Task RoundAsync() => runs.Add((
            await OwnAsync(),
            await ClosedLoop.RunAsync(Callers, Each, (caller, turn) => AskAsync(peer.Actors, entity(caller, turn))),
            mailbox is null ? null : await ClosedLoop.RunAsync(Callers, Each, (caller, turn) => mailbox.AskAsync(entity(caller, turn)))));

        async Task<LoopResult> OwnAsync()
        {
            var (before, started) = (Environment.CpuUsage.TotalTime, asked);
            var result = await ClosedLoop.RunAsync(Callers, Each, (caller, turn) => AskAsync(own.Actors, entity(caller, turn)));
            (cpu, counted) = (cpu + Environment.CpuUsage.TotalTime - before, counted + asked - started);
            return result;
        }

        async ValueTask<bool> AskAsync(IActors actors, int to)
        {
            var number = Interlocked.Increment(ref asked);
            return await actors.AskAsync(BenchPack.Addresses[to], Forms[number % Forms.Length], new(new Guid(number, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)), Origin) is Reply.Accepted;
        }
    }

    private static Origin Origin { get; } = new("form", "system", "intake");

    /// <summary>Sealed once: sealing belongs to the edge and is measured with the journal (<c>journal seal</c>).</summary>
    private static ReceiveForm[] Forms { get; } =
        [.. Enumerable.Range(0, 64).Select(n => new ReceiveForm(Channel.Web, null, $"2026-{n:000000}", "yol", BenchPack.Seal("Kaldırım taşları yerinden oynamış."), null, null, BenchPack.Start))];

    private static async Task<int> RecordBytesAsync(IJournal journal)
    {
        await foreach (var record in journal.ReadAsync(0, CancellationToken.None))
        {
            return record.Bytes.Length;
        }

        return 0;
    }
}
