using System.Net;
using System.Text.Json.Nodes;
using Santral.Adapters.Tests.Views;
using Santral.Domain.Addresses;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Xunit;

namespace Santral.Adapters.Tests.Console;

/// <summary>The main job over the real engine: a message arrives, is offered, taken, becomes a case, and the unit sees it.</summary>
public sealed class LiveTests
{
    private const string Phone = "+905321234567";

    [Fact]
    public async Task A_message_reaches_the_agent_becomes_a_case_and_the_unit_resolves_it()
    {
        await using var server = await ConsoleServer.StartAsync();
        using var agent = await server.SignInAsync("temsilci1");
        await using var desk = await agent.HubAsync();
        await desk.InvokeAsync("Subscribe", "agent:temsilci1");
        await ReadyAsync(agent, desk);

        using var unit = await server.SignInAsync("fenci");
        await using var inbox = await unit.HubAsync();
        await inbox.InvokeAsync("Subscribe", "unit:fen");

        await WriteAsync(server, "m1");
        var offer = Row(await desk.NextAsync("changed", m => Row(m, "offer") is not null), "offer")!;
        var contact = offer["contactId"]!.GetValue<string>();
        var card = await desk.InvokeAsync("Subscribe", $"card:{contact}");
        Assert.False(Row(card!, "citizen")!["verified"]!.GetValue<bool>());
        Assert.Null(Row(card!, "citizen")!["phone"]);
        Assert.Contains(server.Actors.Seen, c => c is RecordRead);

        await agent.DoAsync($"/api/offers/{offer["id"]}/accept");
        await desk.NextAsync("changed", m => Row(m, "contact")?["state"]?.GetValue<string>() == "conversation");
        await agent.DoAsync($"/api/contacts/{contact}/verify", new { passed = true });
        await desk.NextAsync("changed", m => Row(m, "citizen")?["phone"]?.GetValue<string>() == Phone);

        // An id goes back exactly as its row brought it.
        await agent.DoAsync("/api/me/help", new { contactId = contact });

        var key = Guid.NewGuid();
        var body = new { service = ViewPack.OpenService, description = "Sokakta çukur var.", priority = "P4", confidential = false, escalateTo = "fen" };
        var (status, opened, _) = await agent.PostAsync($"/api/contacts/{contact}/cases", body, key);
        Assert.True(status == HttpStatusCode.OK, $"{status} {opened}");
        var id = opened!["caseId"]!.GetValue<string>();
        Assert.Null(opened["escalation"]);
        var row = Row(await inbox.NextAsync("changed", m => Row(m, "inbox") is not null), "inbox")!;
        Assert.Equal(id, row["id"]!.GetValue<string>());

        // The answer was lost and the console tries again with the same key: the same case, not a second one.
        var (_, again, _) = await agent.PostAsync($"/api/contacts/{contact}/cases", body, key);
        Assert.Equal(id, again!["caseId"]!.GetValue<string>());
        Assert.Equal(1, (await agent.GetAsync("/api/cases")).Body!["total"]!.GetValue<int>());

        await unit.DoAsync($"/api/cases/{id}/accept");
        await unit.DoAsync($"/api/cases/{id}/resolve", new { resolution = "Fulfilled", answer = "Çukur kapatıldı." });
        await inbox.NextAsync("changed", m => Removed(m, "inbox", id));
        await desk.NextAsync("changed", m => Row(m, "case")?["status"]?.GetValue<string>() == "Resolved");
    }

    [Fact]
    public async Task Refusals_of_rules_roles_and_the_journal_keep_their_codes()
    {
        await using var server = await ConsoleServer.StartAsync();
        using var agent = await server.SignInAsync("temsilci1");
        using var unit = await server.SignInAsync("fenci");

        var (rule, refused, _) = await agent.PostAsync($"/api/offers/{Guid.NewGuid()}/accept", new { });
        Assert.Equal(HttpStatusCode.Conflict, rule);
        Assert.NotNull(refused!["detail"]);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.PostAsync("/api/me/sign-in", new { })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.PostAsync($"/api/cases/{Guid.NewGuid()}/accept", new { })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await agent.PostAsync("/api/me/presence", new { presence = "Uyuyor" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.PostAsync($"/api/citizens/{Guid.NewGuid()}/identity", new { name = "A" })).Status);

        server.Actors.Closed = true;
        var (later, problem, response) = await agent.PostAsync("/api/me/sign-in", new { });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, later);
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter!.Delta);
        Assert.Equal("unavailable", problem!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Topics_of_others_are_forbidden_and_losing_the_right_revokes()
    {
        await using var server = await ConsoleServer.StartAsync();
        using var agent = await server.SignInAsync("temsilci1");
        await using var hub = await agent.HubAsync();
        foreach (var topic in new[] { "desk:merkez", "agent:temsilci2", "unit:fen", $"case:{Guid.NewGuid()}", "yok", "" })
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => hub.InvokeAsync("Subscribe", topic));
            Assert.EndsWith("topic.forbidden", refused.Message, StringComparison.Ordinal);
        }

        using var supervisor = await server.SignInAsync("supervizor");
        await using var board = await supervisor.HubAsync();
        await board.InvokeAsync("Subscribe", "desk:merkez");
        server.Staff.Put(server.Staff.Find("supervizor")! with { Roles = ["auditor"] }, null);
        Assert.Equal("desk:merkez", (await board.NextAsync("revoked"))["topic"]!.GetValue<string>());
    }

    private static async Task ReadyAsync(Browser agent, HubClient hub)
    {
        // The actor of the agent is made in the background after the start.
        while ((await agent.PostAsync("/api/me/sign-in", new { })).Status != HttpStatusCode.OK)
        {
            await hub.NextAsync("changed");
        }

        await hub.NextAsync("changed", m => Row(m, "me")?["signedIn"]?.GetValue<bool>() == true);
        await agent.DoAsync("/api/me/presence", new { presence = "Ready" });
    }

    private static async Task WriteAsync(ConsoleServer server, string id)
    {
        var key = Engine.Intake.Addressing.Key(server.Sealer, Channel.WhatsApp, Phone);
        var command = new CommandId(Guid.NewGuid());
        var subject = $"address/{key}";
        await server.TellAsync(key.Actor, new ReceiveText(
            Channel.WhatsApp, server.Sealer.Seal(subject, DataClass.Contact, Phone, command), "+905321112233",
            new(id, "test", server.Sealer.Seal(subject, DataClass.Message, "Merhaba", command), DateTimeOffset.UtcNow), null));
    }

    /// <summary>The last row of a kind in a change or snapshot.</summary>
    private static JsonNode? Row(JsonNode message, string kind) =>
        (message["changes"] ?? message["rows"])!.AsArray().LastOrDefault(r => r!["kind"]!.GetValue<string>() == kind && r["row"] is not null)?["row"];

    private static bool Removed(JsonNode message, string kind, string id) =>
        message["changes"]!.AsArray().Any(r => r!["kind"]!.GetValue<string>() == kind && r["id"]!.GetValue<string>() == id && r["row"] is null);
}
