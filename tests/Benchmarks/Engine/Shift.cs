using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Domain.Addresses;
using Santral.Domain.Agents;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Engine.Codec;
using Santral.Engine.Ports;
using Santral.Views;
using Santral.Views.Rows;

namespace Santral.Benchmarks.Engine;

/// <summary>
/// 1,000 agents on 50 desks, each agent's topic held open as a console does. Agents take every offer the moment their screen shows
/// it and end the conversation at once, so that there is always someone free and only the way to the screen is measured.
/// </summary>
internal sealed class Shift : IAsyncDisposable
{
    private static readonly TimeSpan SignInWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SettleWithin = TimeSpan.FromSeconds(15);

    private readonly BenchEngine engine;
    private readonly ServiceProvider provider;
    private readonly ViewsRunner views;
    private readonly ConcurrentDictionary<string, long> dueAt = new();
    private readonly ConcurrentDictionary<string, long> took = new();
    private readonly ConcurrentDictionary<string, byte> ended = new();
    private readonly TaskCompletionSource everyoneReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<string> ready = [];
    private TaskCompletionSource settled = new();
    private int expected;
    private int doubles;
    private volatile string? refused;

    private Shift(BenchEngine engine)
    {
        this.engine = engine;
        provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        views = new(
            engine.Journal, stored => RecordCodec.Default.Decode(stored.Bytes), new FixedPack(BenchPack.Pack), BenchPack.Sealer, TimeProvider.System,
            provider.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), NullLogger<ViewsRunner>.Instance);
    }

    public static async Task<Shift> BeginAsync(BenchEngine engine)
    {
        var shift = new Shift(engine);
        await engine.StartPumpAsync();
        await shift.views.StartAsync(CancellationToken.None);
        shift.views.Listen(shift.Seen);
        await Task.WhenAll(Enumerable.Range(0, BenchPack.Desks * BenchPack.AgentsPerDesk).Select(shift.JoinAsync));
        await shift.everyoneReady.Task.WaitAsync(SignInWithin);
        return shift;
    }

    /// <summary>A contact becomes ready at its own actor (one commit), asks its desk (a second), and the desk offers it.</summary>
    public Task<ShiftResult> OffersAsync(int perSecond, TimeSpan time) => RunAsync(perSecond, time, (n, _) =>
    {
        var contact = new ContactId(Guid.NewGuid());
        var start = new StartConversation(
            Channel.WhatsApp, new(BenchPack.Addresses[n % BenchPack.Addresses.Length].Key), new(Guid.NewGuid()), BenchPack.Seal("+905521530034"), BenchPack.Line(n % BenchPack.Desks), DateTimeOffset.UtcNow, Message(n));
        return (contact.ToString(), () => AskAsync(contact.Actor, start));
    });

    /// <summary>A message arrives at its sender's address (one commit), opens a contact (a second), which asks its desk (a third).</summary>
    public Task<ShiftResult> MessagesAsync(int perSecond, TimeSpan time) => RunAsync(perSecond, time, (n, command) =>
    {
        var address = new AddressKey(command.ToString());
        var text = new ReceiveText(Channel.WhatsApp, BenchPack.Seal("+905521530034"), BenchPack.Line(n % BenchPack.Desks), Message(n), BenchPack.Seal("Ayşe Yılmaz"));

        // The id of the contact that the address will mint, so that its offer is known when it comes.
        return (new ContactId(UuidV8.Of(command, 0)).ToString(), () => AskAsync(address.Actor, text, command));
    });

    public async ValueTask DisposeAsync()
    {
        await views.StopAsync(CancellationToken.None);
        views.Dispose();
        await engine.DisposeAsync();
        await provider.DisposeAsync();
    }

    private async Task JoinAsync(int n)
    {
        var agent = new AgentId(string.Create(CultureInfo.InvariantCulture, $"agent{n:0000}"));
        views.Open($"agent:{agent}", _ => { });
        await AskAsync(agent.Actor, new DefineAgent(BenchPack.Seal(agent.Value), BenchPack.Desk(n % BenchPack.Desks), [], 4, null, null));
        await AskAsync(agent.Actor, new SignIn("bench"));
        await AskAsync(agent.Actor, new SetPresence(Presence.Ready, null));
    }

    private static IncomingMessage Message(int n) =>
        new(string.Create(CultureInfo.InvariantCulture, $"SM{n}-{Guid.NewGuid():N}"), "bench", BenchPack.Seal("Sokak lambası yanmıyor."), DateTimeOffset.UtcNow);

    private async Task<ShiftResult> RunAsync(int perSecond, TimeSpan time, Func<int, CommandId, (string Contact, Func<Task> Start)> next)
    {
        dueAt.Clear();
        took.Clear();
        ended.Clear();
        (expected, doubles) = ((int)(perSecond * time.TotalSeconds), 0);
        settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var from = engine.Journal.DurableSequence;
        var late = await OpenLoop.RunAsync(perSecond, time, (n, due) =>
        {
            var (contact, start) = next(n, new(Guid.NewGuid()));
            dueAt[contact] = due;
            _ = start();
        });
        await Task.WhenAny(settled.Task, Task.Run(async () =>
        {
            using var deadline = new PeriodicTimer(SettleWithin);
            await deadline.WaitForNextTickAsync();
        }));
        var records = engine.Journal.DurableSequence - from;
        if (refused is not null)
        {
            throw new InvalidOperationException(refused);
        }

        long[] sorted = [.. took.Values.Order()];
        return new(Latencies.At(sorted, 0.5), Latencies.At(sorted, 0.99), Latencies.At(sorted, 0.999), expected - sorted.Length, doubles, late, (double)records / expected);
    }

    /// <summary>Under the views' lock: it only notes and posts.</summary>
    private void Seen(TopicChange change)
    {
        var now = Stopwatch.GetTimestamp();
        var agent = new AgentId(change.Topic[(change.Topic.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        foreach (var row in change.Changes)
        {
            switch (row.Row)
            {
                case MeRow { Presence: nameof(Presence.Ready) } when !everyoneReady.Task.IsCompleted:
                    if (ready.Add(agent.Value) && ready.Count == BenchPack.Desks * BenchPack.AgentsPerDesk)
                    {
                        everyoneReady.SetResult();
                    }

                    break;
                case OfferRow offer:
                    Offered(offer, agent, now);
                    break;
                case MyContactRow { State: "conversation" } contact when ended.TryAdd(contact.Id, 1):
                    _ = AskAsync(ContactId.Parse(contact.Id).Actor, new EndContact(agent));
                    break;
                case MyContactRow { State: "wrapUp" } contact when ended.TryUpdate(contact.Id, 2, 1):
                    _ = AskAsync(ContactId.Parse(contact.Id).Actor, new FinishContact(agent, ContactOutcome.Informed, null));
                    break;
                default:
                    break;
            }
        }
    }

    private void Offered(OfferRow offer, AgentId agent, long now)
    {
        if (!dueAt.TryGetValue(offer.ContactId, out var due))
        {
            return;
        }

        if (!took.TryAdd(offer.ContactId, now - due))
        {
            doubles++;
            return;
        }

        var desk = BenchPack.Desk(int.Parse(agent.Value.AsSpan("agent".Length), CultureInfo.InvariantCulture) % BenchPack.Desks);
        _ = AskAsync(desk.Actor, new AcceptOffer(OfferId.Parse(offer.Id), agent));
        if (took.Count == expected)
        {
            settled.TrySetResult();
        }
    }

    private Task AskAsync(ActorId target, ICommand command) => AskAsync(target, command, new(Guid.NewGuid()));

    private async Task AskAsync(ActorId target, ICommand command, CommandId id)
    {
        var reply = await engine.Actors.AskAsync(target, command, id, Origin.System);
        if (reply is not Reply.Accepted)
        {
            refused ??= $"{command.GetType().Name} was answered {reply}.";
        }
    }
}

/// <param name="P50">Milliseconds from the moment a contact was due to the change of the agent's topic.</param>
/// <param name="Lost">Offers that did not come within the deadline.</param>
/// <param name="Doubles">Second offers for one contact.</param>
/// <param name="Late">The generator's latest start, milliseconds.</param>
internal sealed record ShiftResult(double P50, double P99, double P999, int Lost, int Doubles, double Late, double RecordsEach);
