using System.Globalization;
using System.Net;
using Microsoft.Playwright;
using Santral.EndToEnd.Harness;
using Santral.EndToEnd.MainJob;
using Xunit;

namespace Santral.EndToEnd.Consoles;

/// <summary>
/// The wire of a supervisor's, an agent's and a unit's console is cut while what they show changes: in the middle of a frame, before an
/// action has reached the server, and after it was done and before its answer came.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class CutTests : IAsyncLifetime
{
    private const int Cuts = 50;
    private const int Steps = 40;
    private const int MostBytes = 1_500;
    private const int KeptConversations = 3;
    private const string Citizen = "+905321120000";
    private const string Unit = "sosyal-hizmetler";
    private static readonly string[] Words = ["Kira desteği için hangi belgeler gerekiyor?", "Başvurum ne aşamada, öğrenebilir miyim?", "Çocuğum için süt desteği istiyorum.", "Yaşlı annem için evde bakım mümkün mü?"];
    private readonly Queue<string> cases = new();
    private readonly List<string> replies = [];
    private Random random = null!;
    private Town town = null!;
    private Desk supervisor = null!;
    private Desk agent = null!;
    private Desk unit = null!;
    private string talk = "";
    private int citizens;
    private int steps;

    public async ValueTask InitializeAsync()
    {
        town = await Town.StartAsync();
        supervisor = await Desk.OpenAsync(town, "supervizor");
        agent = await Desk.OpenAsync(town, "temsilci1");
        unit = await Desk.OpenAsync(town, "birim");
        await new AgentPerson(agent.Page).BecomeReady();
    }

    [Fact]
    public async Task A_console_cut_at_fifty_points_heals_without_a_reload_and_loses_and_doubles_nothing()
    {
        var seed = Environment.GetEnvironmentVariable("SANTRAL_CUT_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        Show.Line($"The consoles' wire is cut at {Cuts} points of seed {seed} (SANTRAL_CUT_SEED repeats them).");
        random = new(seed);
        await Begin();
        for (var cut = 1; cut <= Cuts; cut++)
        {
            var (desk, at) = Point();
            var (bytes, refused) = (random.Next(MostBytes), Math.Max(0, random.Next(6) - 3));
            var point = $"cut {cut} of seed {seed}: {desk.User} at {at}, {bytes} bytes, {refused} refused";
            var done = desk.Wire.Cut(at, bytes, refused);
            await Reply(cut);
            for (var step = 0; !done.IsCompleted; step++)
            {
                Assert.True(step < Steps, $"{point}: nothing went over the wire.");
                await Step();
            }

            await done;
            foreach (var each in new[] { supervisor, agent, unit })
            {
                await each.Heals(point);
            }
        }

        await NothingIsLostOrDoubled(seed);
        Assert.All([supervisor, agent, unit], desk => Assert.Equal(1, desk.Loads));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in new[] { supervisor, agent, unit })
        {
            await desk.DisposeAsync();
        }

        await town.DisposeAsync();
    }

    /// <summary>One conversation stays open in front of the agent, one case in front of the unit.</summary>
    private async Task Begin()
    {
        await town.Write(Citizen, "Merhaba, yakacak yardımı hakkında bilgi almak istiyorum.");
        await new AgentPerson(agent.Page).AcceptByKeyboard();
        talk = await Offers.Mine(agent.Eyes, "temsilci1");
        await OpenCase();
        await unit.Page.Locator("[data-testid^='unit-inbox-row-']").First.ClickAsync();
        await unit.Page.GetByTestId("case-number").WaitForAsync();
    }

    private (Desk Desk, CutAt At) Point() => random.Next(6) switch
    {
        0 => (supervisor, CutAt.SocketBytes),
        1 => (unit, CutAt.SocketBytes),
        2 => (agent, CutAt.Request),
        3 => (agent, CutAt.Answer),
        _ => (agent, CutAt.SocketBytes),
    };

    /// <summary>The agent writes as a person does, whatever the wire is doing.</summary>
    private async Task Reply(int number)
    {
        var text = $"Yanıt {number}: başvurunuzu inceliyorum.";
        replies.Add(text);
        await agent.Page.GetByTestId("message-input").FillAsync(text);
        await agent.Page.GetByTestId("message-send").ClickAsync();
    }

    /// <summary>Something happens in the town.</summary>
    private Task Step() => (steps++ % 6) switch
    {
        0 => town.Write(Citizen, Words[random.Next(Words.Length)]),
        1 => town.Write($"+90532113{citizens++:0000}", Words[random.Next(Words.Length)]),
        2 => OpenCase(),
        3 => TakeAndEnd(),
        4 => Move(),
        _ => town.Fill("Zeynep Çağlayan", $"053211400{random.Next(10, 99)}", Words[random.Next(Words.Length)]),
    };

    private async Task OpenCase()
    {
        var opened = await agent.Eyes.Do($"/api/contacts/{talk}/cases", new { description = Words[random.Next(Words.Length)], priority = "P4", confidential = false, escalateTo = Unit });
        cases.Enqueue(opened.GetProperty("caseId").GetString()!);
    }

    /// <summary>The agent accepts what is offered, and ends its oldest other conversations.</summary>
    private async Task TakeAndEnd()
    {
        var desk = await agent.Eyes.Snapshot("agent:temsilci1");
        foreach (var offer in desk.Kind("offer"))
        {
            Taken(await agent.Eyes.Try($"/api/offers/{offer.GetProperty("id").GetString()}/accept", new { }));
        }

        var others = desk.Kind("contact").Where(c => c.GetProperty("id").GetString() != talk).OrderBy(c => c.GetProperty("since").GetDateTimeOffset()).ToList();
        foreach (var id in others.Take(Math.Max(0, others.Count + 2 - KeptConversations)).Select(c => c.GetProperty("id").GetString()))
        {
            await agent.Eyes.Do($"/api/contacts/{id}/end", new { });
            await agent.Eyes.Do($"/api/contacts/{id}/finish", new { outcome = "Informed" });
        }
    }

    /// <summary>The unit takes its oldest case one step on.</summary>
    private async Task Move()
    {
        if (cases.TryDequeue(out var id))
        {
            await unit.Eyes.Do($"/api/cases/{id}/accept", new { });
            await unit.Eyes.Do($"/api/cases/{id}/notes", new { text = "Hane ziyareti planlandı." });
            if (cases.Count > KeptConversations)
            {
                await unit.Eyes.Do($"/api/cases/{id}/resolve", new { resolution = "Fulfilled", answer = "Destek başvurunuz olumlu sonuçlandı." });
            }
        }
    }

    /// <summary>An offer may end while it is being accepted; nothing else may be refused.</summary>
    private static void Taken((HttpStatusCode Status, System.Text.Json.JsonElement Answer) answer) =>
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, answer.Answer.GetRawText());

    private async Task NothingIsLostOrDoubled(int seed)
    {
        await Reply(Cuts + 1);
        await town.Provider.Next($"the last reply of seed {seed}", m => m.Body == replies[^1]);
        await Assertions.Expect(agent.Page.GetByTestId("message-pending")).ToHaveCountAsync(0);
        await agent.Heals("the last reply");

        Assert.Equal(replies, town.Provider.All.Select(m => m.Body).Where(b => b.StartsWith("Yanıt ", StringComparison.Ordinal)).Order(ByNumber));
        var rows = await agent.Eyes.Snapshot($"contact:{talk}");
        Assert.Equal(replies, rows.Kind("message").Select(m => m.GetProperty("text").GetString()!).Where(b => b.StartsWith("Yanıt ", StringComparison.Ordinal)).Order(ByNumber));
        foreach (var reply in replies)
        {
            await Assertions.Expect(agent.Page.Locator("[role=log]").GetByText(reply, new() { Exact = true })).ToHaveCountAsync(1);
        }
    }

    private static Comparer<string> ByNumber => Comparer<string>.Create((a, b) => Number(a).CompareTo(Number(b)));

    private static int Number(string reply) => int.Parse(reply.AsSpan(6, reply.IndexOf(':', StringComparison.Ordinal) - 6), CultureInfo.InvariantCulture);
}
