using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Santral.AgentConsole.Staff;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Silo.Composition;
using Santral.Silo.Demo;
using Santral.Views;
using Santral.Views.Rows;
using Xunit;

namespace Santral.Adapters.Tests.Demo;

/// <summary>The whole Silo as <c>run --demo</c> composes it, on loopback and with a data folder of its own.</summary>
public sealed class DemoRunTests : IAsyncLifetime
{
    /// <summary>The demo is alive in ten seconds; a busy test machine is given more before it is called dead.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(40);

    private static readonly string[] Played = ["temsilci2", "temsilci3"];
    private static readonly DeskId Desk = new("santral");

    private readonly string data = Directory.CreateTempSubdirectory("santral-demo-").FullName;
    private readonly Uri url = new($"http://127.0.0.1:{FreePort()}");
    private WebApplication app = null!;

    private ITopics Topics => app.Services.GetRequiredService<ITopics>();

    public async ValueTask InitializeAsync()
    {
        app = SiloHost.Build(SiloSettings.Parse(["--demo", "--data", data, "--urls", url.GetLeftPart(UriPartial.Authority)]));
        FirstStart.PrintAccounts(app.Services);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task Every_page_is_alive_soon_after_the_start()
    {
        Dictionary<string, Func<bool>> alive = new(StringComparer.Ordinal)
        {
            ["a contact waits"] = () => Rows<WaitingRow>($"desk:{Desk}").Any(),
            ["an agent talks"] = () => Rows<AgentRow>($"desk:{Desk}").Any(a => a.CallState == "talking"),
            ["the visitor's place is free"] = () => Rows<MeRow>("agent:temsilci1").All(me => !me.SignedIn),
            ["a conversation is answered and the answer delivered"] = () => Conversations().Any(c => Rows<MessageRow>($"contact:{c}").Any(m => m.Status is "Delivered" or "Read")),
            ["a unit has a case"] = () => Pack.Units.Any(u => Rows<InboxRow>($"unit:{u.Id}").Any()),
            ["a life is in danger"] = () => Rows<WaitingRow>($"desk:{Desk}").Any(w => w.Priority == nameof(Priority.P1)),
            ["the day's report counts"] = () => Report() is { Offered: > 0, Abandoned: > 0 },
        };
        await Happened(alive);
    }

    [Fact]
    public async Task The_session_says_that_it_is_a_demo_and_the_imagined_provider_knows_only_us()
    {
        using var http = new HttpClient { BaseAddress = url };
        var password = app.Services.GetRequiredService<DemoAccounts>().PasswordOf("temsilci1");
        using var signedIn = await http.PostAsJsonAsync("/api/session", new { user = "temsilci1", password }, TestContext.Current.CancellationToken);
        var session = await signedIn.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(session.GetProperty("demo").GetBoolean());

        using var form = new FormUrlEncodedContent([new("To", "whatsapp:+902000000001")]);
        using var stranger = await http.PostAsync($"{DemoEndpoint.ProviderPath}/2010-04-01/Accounts/ACdemo/Messages.json", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
    }

    private Domain.Packs.Pack Pack => app.Services.GetRequiredService<IPackSource>().Current;

    /// <summary>Looks after every record, so that nothing is missed and nothing is slept through.</summary>
    private async Task Happened(Dictionary<string, Func<bool>> conditions)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            while (true)
            {
                var seen = Topics.Sequence;
                foreach (var true_ in conditions.Where(c => c.Value()).Select(c => c.Key).ToArray())
                {
                    conditions.Remove(true_);
                }

                if (conditions.Count == 0)
                {
                    return;
                }

                await Topics.WaitForAsync(seen + 1, deadline.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Within {Deadline}, these did not happen: {string.Join("; ", conditions.Keys)}.");
        }
    }

    private IEnumerable<T> Rows<T>(string topic)
        where T : IRow => Topics.Snapshot(topic).Rows.Select(r => r.Row).OfType<T>();

    private IEnumerable<string> Conversations() =>
        Played.SelectMany(a => Rows<MyContactRow>($"agent:{a}")).Where(c => c.State == "conversation").Select(c => c.Id);

    private Report Report()
    {
        var today = DateOnly.FromDateTime(Pack.Zone.Local(DateTimeOffset.UtcNow).DateTime);
        return app.Services.GetRequiredService<IViews>().Read(r => r.Report(today, today));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
