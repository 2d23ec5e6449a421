using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Adapters.Tests.Views;
using Santral.AgentConsole;
using Santral.AgentConsole.Staff;
using Santral.Domain.Addresses;
using Santral.Domain.Agents;
using Santral.Domain.Cases;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Units;
using Santral.Embedded;
using Santral.Engine.Cells;
using Santral.Engine.Codec;
using Santral.Engine.Feeds;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;
using Santral.Engine.Pump;
using Santral.Journal;
using Santral.Views;
using Santral.Views.Rights;
using Xunit;

namespace Santral.Adapters.Tests.Console;

/// <summary>The console behind a real Kestrel on loopback, over the real engine with an in-memory journal. Only the switch is missing: effects go nowhere.</summary>
internal sealed class ConsoleServer : IAsyncDisposable
{
    public const string Password = "doğru-parola";
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly WebApplication app;
    private readonly DeliveryPump pump;
    private readonly EmbeddedHost host;
    private readonly string data;

    private ConsoleServer(WebApplication app, DeliveryPump pump, EmbeddedHost host, Gate gate, string data) =>
        (this.app, this.pump, this.host, Actors, this.data) = (app, pump, host, gate, data);

    /// <summary>The engine, which a test may make unavailable.</summary>
    public Gate Actors { get; }
    public Uri Address { get; private set; } = null!;
    public string Data => data;
    public StaffStore Staff => app.Services.GetRequiredService<StaffStore>();
    public ISealer Sealer => app.Services.GetRequiredService<ISealer>();
    public ITopics Topics => app.Services.GetRequiredService<ITopics>();

    public static async Task<ConsoleServer> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("santral-console-").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new(AgentConsoleServices.DataKey, data)]);
        var packs = new FixedPack(ViewPack.Pack);
        var journal = new InMemoryJournal();
        var feed = new DurableFeed(journal, RecordCodec.Default);
        var host = new EmbeddedHost(
            new ActorCatalog().Add(new AddressDecider()).Add(new CitizenDecider()).Add(new ContactDecider()).Add(new AgentDecider()).Add(new DeskDecider())
                .Add(new CaseDecider()).Add(new CaseNumberDecider()).Add(new UnitDecider()),
            new CellServices(journal, RecordCodec.Default, TimeProvider.System, packs, feed, new(), NullLogger.Instance));
        var pump = new DeliveryPump(feed, journal, host, [], TimeProvider.System, NullLogger.Instance);
        await pump.StartAsync(TestContext.Current.CancellationToken);
        var gate = new Gate(new Actors(host));
        builder.Services.AddSingleton<IJournal>(journal);
        builder.Services.AddSingleton<ISealer>(new Sealer(new InMemoryKeyStore()));
        builder.Services.AddSingleton<IPackSource>(packs);
        builder.Services.AddSingleton<IActors>(gate);
        builder.Services.AddViews();
        builder.Services.AddAgentConsole(builder.Configuration);
        var app = builder.Build();
        app.MapAgentConsole();
        var server = new ConsoleServer(app, pump, host, gate, data);
        server.AddStaff();
        await app.StartAsync();
        server.Address = new(app.Urls.Single());
        return server;
    }

    public static StaffAccount Account(string user, string role, bool agent = false, params UnitId[] units) => new(
        user, user, [role], agent ? new AgentId(user) : null, agent ? $"PJSIP/{user}" : null, agent ? "101" : null, ViewPack.Desk, units, "");

    public Browser Browse() => new(this);

    public async Task<Browser> SignInAsync(string user)
    {
        var browser = new Browser(this);
        var (status, _) = await browser.SignInAsync(user, Password);
        Xunit.Assert.Equal(HttpStatusCode.OK, status);
        return browser;
    }

    /// <summary>Gives a command as another part of the system would, and waits until the consoles show it.</summary>
    public async Task<Reply.Accepted> TellAsync(ActorId target, ICommand command)
    {
        var reply = await Actors.Inner.AskAsync(target, command, new CommandId(Guid.NewGuid()), Origin.System).AsTask().WaitAsync(Deadline);
        var accepted = Xunit.Assert.IsType<Reply.Accepted>(reply);
        await ShownAsync(accepted.Sequence);
        return accepted;
    }

    public async Task ShownAsync(long sequence) => await Topics.WaitForAsync(sequence, CancellationToken.None).AsTask().WaitAsync(Deadline);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await pump.DisposeAsync();
        await host.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private void AddStaff()
    {
        Staff.Put(Account("temsilci1", StaffRoles.Agent, true), Password);
        Staff.Put(Account("temsilci2", StaffRoles.Agent, true), Password);
        Staff.Put(Account("supervizor", StaffRoles.Supervisor), Password);
        Staff.Put(Account("fenci", StaffRoles.Unit, false, ViewPack.Works), Password);
        Staff.Put(Account("kadinci", StaffRoles.Unit, false, ViewPack.Women), Password);
    }

    internal sealed class Gate(IActors inner) : IActors
    {
        public IActors Inner => inner;
        public bool Closed { get; set; }
        public List<ICommand> Seen { get; } = [];

        public ValueTask<Reply> AskAsync(ActorId target, ICommand command, CommandId id, Origin by, Lane lane = Lane.Normal, CancellationToken cancel = default)
        {
            lock (Seen)
            {
                Seen.Add(command);
            }

            return Closed ? new(new Reply.Unavailable("unavailable", TimeSpan.FromSeconds(2))) : inner.AskAsync(target, command, id, by, lane, cancel);
        }
    }
}

/// <summary>One browser: cookies and the antiforgery token of its session.</summary>
internal sealed class Browser : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;
    private readonly ConsoleServer server;

    public Browser(ConsoleServer server)
    {
        this.server = server;
        client = new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = server.Address };
    }

    public string Antiforgery { get; set; } = "";
    public JsonNode? Session { get; private set; }
    public HttpClient Client => client;

    public async Task<(HttpStatusCode Status, JsonNode? Body)> SignInAsync(string user, string password)
    {
        var response = await client.PostAsJsonAsync("/api/session", new { user, password });
        var body = await Body(response);
        if (response.IsSuccessStatusCode)
        {
            Session = body;
            Antiforgery = body!["antiforgery"]!.GetValue<string>();
        }

        return (response.StatusCode, body);
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> GetAsync(string path)
    {
        var response = await client.GetAsync(path);
        return (response.StatusCode, await Body(response));
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body, HttpResponseMessage Response)> PostAsync(string path, object body, Guid? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", (key ?? Guid.NewGuid()).ToString());
        if (Antiforgery.Length > 0)
        {
            request.Headers.Add("X-CSRF", Antiforgery);
        }

        var response = await client.SendAsync(request);
        return (response.StatusCode, await Body(response), response);
    }

    /// <summary>Does it, expects 200, and waits until the consoles show it.</summary>
    public async Task<JsonNode> DoAsync(string path, object? body = null)
    {
        var (status, answer, _) = await PostAsync(path, body ?? new { });
        Xunit.Assert.True(status == HttpStatusCode.OK, $"{path}: {status} {answer}");
        await server.ShownAsync(answer!["seq"]!.GetValue<long>());
        return answer;
    }

    public Task<HubClient> HubAsync() => HubClient.ConnectAsync(server.Address, cookies);

    public void Dispose() => client.Dispose();

    private static async Task<JsonNode?> Body(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return text.StartsWith('{') ? JsonNode.Parse(text) : null;
    }
}
