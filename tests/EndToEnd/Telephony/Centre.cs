using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Domain.Addresses;
using Santral.Domain.Agents;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Embedded;
using Santral.Engine;
using Santral.Engine.Cells;
using Santral.Engine.Codec;
using Santral.Engine.Feeds;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;
using Santral.Engine.Pump;
using Santral.Journal;
using Santral.Telephony;
using Santral.Telephony.Ari;
using Xunit;

namespace Santral.EndToEnd.Telephony;

/// <summary>
/// Everything of Santral that a call passes through: the engine, its pump, the deciders and the real telephony adapter, over a
/// store in memory. Agents act by the same commands as the console's.
/// </summary>
public sealed class Centre : IAsyncDisposable
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);
    private static readonly Origin Console = new("test", "agent", "console");
    private readonly EmbeddedHost host;
    private readonly DeliveryPump pump;
    private readonly DurableFeed feed;
    private readonly CallLedger ledger;
    private readonly AsteriskTelephony telephony;
    private readonly Actors actors;
    private readonly Sealer sealer;
    private readonly LastWords log = new();
    private int commands;

    private Centre(InMemoryStore store, InMemoryKeyStore keys, AriOptions options)
    {
        var journal = new InMemoryJournal(store, TimeProvider.System, keys);
        sealer = new Sealer(keys);
        feed = new DurableFeed(journal, RecordCodec.Default);
        var services = new CellServices(journal, RecordCodec.Default, TimeProvider.System, new FixedPack(TestPack.Pack), feed, new(), NullLogger.Instance);
        var catalog = new ActorCatalog().Add(new AddressDecider()).Add(new CitizenDecider()).Add(new ContactDecider()).Add(new DeskDecider()).Add(new AgentDecider());
        host = new EmbeddedHost(catalog, services);
        actors = new Actors(host);
        ledger = new CallLedger(feed, journal);
        telephony = new AsteriskTelephony(options, actors, sealer, ledger, ledger, TimeProvider.System, LoggerFactory.Create(b => b.AddProvider(log)));
        Port = new GatedPort(telephony);
        pump = new DeliveryPump(feed, journal, host, [Port], TimeProvider.System, NullLogger.Instance);
    }

    public GatedPort Port { get; }

    public static async Task<Centre> StartAsync(AriOptions options, InMemoryStore store, InMemoryKeyStore keys)
    {
        var centre = new Centre(store, keys, options);
        await centre.pump.StartAsync(CancellationToken.None);
        await centre.ledger.StartAsync(CancellationToken.None);
        await centre.telephony.StartAsync(CancellationToken.None);
        return centre;
    }

    public async Task AgentReadyAsync(string name, int extension)
    {
        var agent = new AgentId(name);
        var sealedName = sealer.Seal($"agent/{name}", DataClass.Contact, name, CommandId.From(name));
        await DoAsync(agent.Actor, new DefineAgent(sealedName, TestPack.Desk, [], 2, $"PJSIP/ag{extension}", $"{extension}"));
        await DoAsync(agent.Actor, new SignIn("test"));
        await UntilAsync<AgentJoined>(e => e.Agent == agent, "that the agent joined the desk");
        await DoAsync(agent.Actor, new SetPresence(Presence.Ready, null));
        await UntilAsync<PresenceChanged>(e => e.Agent == agent && e.Presence == Presence.Ready, "that the agent is ready");
    }

    public Task AcceptAsync(OfferMade offer) => DoAsync(TestPack.Desk.Actor, new AcceptOffer(offer.Offer, offer.Agent));

    public async Task DoAsync(ActorId target, ICommand command)
    {
        var id = CommandId.From($"test/{Guid.NewGuid()}/{commands++}");
        var reply = await actors.AskAsync(target, command, id, Console).AsTask().WaitAsync(Deadline);
        Assert.True(reply is Reply.Accepted, $"{command.GetType().Name}: {reply}");
    }

    public Sealed<string> Number(string number) => sealer.Seal("citizen/test", DataClass.Contact, number, CommandId.From(number));

    /// <summary>The first event of the kind that fits, from the beginning of the store on.</summary>
    public async Task<(ActorId Actor, T Event)> FindAsync<T>(Func<T, bool> fits, string what) where T : class, IEvent
    {
        using var limit = new CancellationTokenSource(Deadline);
        var seen = new List<string>();
        try
        {
            await foreach (var item in feed.ReadAsync(0, limit.Token))
            {
                foreach (var e in item.Record.Events)
                {
                    if (e is T wanted && fits(wanted))
                    {
                        return (item.Record.Actor, wanted);
                    }

                    seen.Add(e.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"Within {Deadline.TotalSeconds:0} s the journal did not say {what}. It said: {string.Join(", ", seen)}.{Environment.NewLine}The adapter's log:{Environment.NewLine}{log}");
        }

        throw new InvalidOperationException("The feed ended.");
    }

    public async Task<T> UntilAsync<T>(Func<T, bool> fits, string what) where T : class, IEvent => (await FindAsync(fits, what)).Event;

    public Task<T> UntilAsync<T>(string what) where T : class, IEvent => UntilAsync<T>(_ => true, what);

    public async Task<ContactOutcome> OutcomeAsync() => (await UntilAsync<ContactEnded>("that the contact ended")).Outcome;

    public async Task<ContactId> ContactAsync() => ContactId.Parse((await FindAsync<ContactEnded>(_ => true, "that the contact ended")).Actor.Key);

    /// <summary>Every call slot that was taken for the contact has been given back, by the desk's own events.</summary>
    public async Task SlotsAreFreeAsync(ContactId contact)
    {
        var busy = new HashSet<(ContactId, AgentId)>();
        var ended = false;
        using var limit = new CancellationTokenSource(Deadline);
        try
        {
            await foreach (var item in feed.ReadAsync(0, limit.Token))
            {
                foreach (var e in item.Record.Events)
                {
                    ended |= e is ContactEnded && item.Record.Actor == contact.Actor;
                    _ = e switch
                    {
                        OfferAccepted taken => busy.Add((taken.Contact, taken.Agent)),
                        SlotTaken taken => busy.Add((taken.Contact, taken.Agent)),
                        SlotReleased released => busy.Remove((released.Contact, released.Agent)),
                        _ => false,
                    };
                }

                if (ended && busy.Count == 0)
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            Assert.Fail($"Busy slots are left: {string.Join(", ", busy)}.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await telephony.StopAsync(CancellationToken.None);
        await ledger.StopAsync(CancellationToken.None);
        await pump.DisposeAsync();
        await host.DisposeAsync();
        telephony.Dispose();
        ledger.Dispose();
    }
}
