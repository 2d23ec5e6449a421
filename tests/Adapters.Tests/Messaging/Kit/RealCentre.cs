using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Domain.Addresses;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Embedded;
using Santral.Engine.Cells;
using Santral.Engine.Codec;
using Santral.Engine.Feeds;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;
using Santral.Engine.Pump;
using Santral.Journal;
using Santral.Messaging;

namespace Santral.Adapters.Tests.Messaging.Kit;

/// <summary>
/// Webhooks, engine, deciders and messaging port as in production over a store in memory, with a stub for the provider. Disposing it
/// is the crash; another one on the same store is the restart.
/// </summary>
internal sealed class RealCentre : IAsyncDisposable
{
    private static readonly AgentId Ayse = new("ayse");
    private static readonly DeskId Desk = new("santral");
    private static readonly Origin Console = new("ayse", "agent", "console");

    private readonly WebApplication app;
    private readonly EmbeddedHost host;
    private readonly DeliveryPump pump;
    private readonly DurableFeed feed;

    private RealCentre(WebApplication app, EmbeddedHost host, DurableFeed feed, IJournal journal)
    {
        (this.app, this.host, this.feed) = (app, host, feed);
        pump = new(feed, journal, host, app.Services.GetServices<IEffectPort>(), TimeProvider.System, NullLogger.Instance);
        Client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Client { get; }
    public IActors Actors => app.Services.GetRequiredService<IActors>();
    public ISealer Sealer => app.Services.GetRequiredService<ISealer>();

    public static async Task<RealCentre> StartAsync(InMemoryStore store, InMemoryKeyStore keys, params (string Key, string Value)[] settings)
    {
        var journal = new InMemoryJournal(store, keys: keys);
        var feed = new DurableFeed(journal, RecordCodec.Default);
        var packs = new FixedPack(TestPack.Pack);
        var services = new CellServices(journal, RecordCodec.Default, TimeProvider.System, packs, feed, new(), NullLogger.Instance);
        var host = new EmbeddedHost(
            new ActorCatalog().Add(new AddressDecider()).Add(new CitizenDecider()).Add(new ContactDecider()).Add(new DeskDecider()), services);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Messaging:{s.Key}", (string?)s.Value)));
        builder.Services.AddSingleton<IActors>(new Actors(host)).AddSingleton<ISealer>(new Sealer(keys)).AddSingleton<IPackSource>(packs);
        builder.Services.AddMessaging(builder.Configuration);
        var app = builder.Build();
        app.MapMessaging();
        await app.StartAsync();
        var centre = new RealCentre(app, host, feed, journal);
        await centre.pump.StartAsync(CancellationToken.None);
        return centre;
    }

    /// <summary>The first event of that kind that fits, from the beginning of the store on, and the actor it happened to.</summary>
    public async Task<(ActorId Actor, T Event)> EventAsync<T>(Func<T, bool>? fits = null)
        where T : IEvent
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var item in feed.ReadAsync(0, deadline.Token))
        {
            foreach (var found in item.Record.Events.OfType<T>().Where(e => fits?.Invoke(e) != false))
            {
                return (item.Record.Actor, found);
            }
        }

        throw new TimeoutException(typeof(T).Name);
    }

    /// <summary>Every event of that kind in the store as it is now.</summary>
    public async Task<List<T>> EventsAsync<T>(long upTo)
        where T : IEvent
    {
        var found = new List<T>();
        await foreach (var item in feed.ReadAsync(0, CancellationToken.None))
        {
            found.AddRange(item.Record.Events.OfType<T>());
            if (item.Sequence >= upTo)
            {
                break;
            }
        }

        return found;
    }

    /// <summary>Signs the agent on and takes the first conversation that is offered.</summary>
    public async Task<ContactId> AnswerAsync()
    {
        await Ask(Desk.Actor, new JoinDesk(Ayse, [], 4, null));
        await Ask(Desk.Actor, new ChangePresence(Ayse, Presence.Ready, null));
        var (_, offer) = await EventAsync<OfferMade>();
        await Ask(Desk.Actor, new AcceptOffer(offer.Offer, Ayse));
        await EventAsync<ContactAssigned>();
        return offer.Contact;
    }

    public Task WriteAsync(ContactId contact, Guid message, string words) =>
        Ask(contact.Actor, new WriteMessage(Ayse, message, Sealer.Seal("agent/ayse", DataClass.Message, words, CommandId.From($"{message}")), null, [], false));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await pump.DisposeAsync();
        await host.DisposeAsync();
    }

    private async Task Ask(ActorId actor, ICommand command)
    {
        var reply = await Actors.AskAsync(actor, command, CommandId.From($"{Guid.NewGuid()}"), Console);
        if (reply is not Reply.Accepted)
        {
            throw new InvalidOperationException($"{command.GetType().Name}: {reply}");
        }
    }
}
