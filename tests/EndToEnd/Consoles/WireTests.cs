using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Santral.EndToEnd.MainJob;
using Xunit;

namespace Santral.EndToEnd.Consoles;

/// <summary>What a console asks of the network, counted at the browser.</summary>
[Collection(ConsoleTests.Name)]
public sealed partial class WireTests : IAsyncLifetime
{
    private const string Citizen = "+905321110001";
    private readonly ConcurrentQueue<string> asked = new();
    private Town town = null!;

    public async ValueTask InitializeAsync() => town = await Town.StartAsync();

    [Fact]
    public async Task After_sign_in_an_agent_s_console_asks_for_nothing_but_its_actions()
    {
        var page = await town.SignIn("temsilci1");
        await page.GetByTestId("desk-join").WaitForAsync();
        Watch(page);
        var agent = new AgentPerson(page);
        await agent.BecomeReady();
        await town.Write(Citizen, "İyi günler, eşim işsiz kaldı. Gıda desteği için nereye başvurabilirim?");
        await agent.AcceptByKeyboard();
        await page.GetByTestId("message-input").FillAsync("İyi günler, size hemen yardımcı olacağım.");
        await page.GetByTestId("message-send").ClickAsync();
        await town.Provider.Next("the agent's reply", m => m.Body.Contains("yardımcı olacağım", StringComparison.Ordinal));
        await town.Write(Citizen, "Teşekkür ederim, Esenler'de oturuyoruz.");
        await page.GetByText("Esenler'de oturuyoruz").First.WaitForAsync();
        await agent.OpenCase("Gıda desteği istiyor, eşi işsiz.", "sosyal-hizmetler");
        await page.Locator("[data-testid^='open-case-']").First.WaitForAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Listbox).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.RunAndWaitForResponseAsync(() => page.GetByTestId("finish-informed").ClickAsync(), r => r.Url.EndsWith("/finish", StringComparison.Ordinal));

        Assert.Equal(
            [
                "POST /api/me/sign-in",
                "POST /api/me/presence",
                "POST /api/offers/{id}/accept",
                "POST /api/contacts/{id}/messages",
                "POST /api/contacts/{id}/cases",
                "POST /api/contacts/{id}/end",
                "POST /api/contacts/{id}/finish",
            ],
            asked);
    }

    [Fact]
    public async Task While_others_work_a_supervisor_s_console_and_a_unit_s_ask_for_nothing_at_all()
    {
        var supervisor = await town.SignIn("supervizor");
        var unit = await town.SignIn("birim");
        await supervisor.GetByTestId("desk-view").WaitForAsync();
        await unit.GetByTestId("unit-choice").WaitForAsync();
        Watch(supervisor);
        Watch(unit);
        using var agent = await town.HandOf("temsilci1");
        await agent.Do("/api/me/sign-in", new { });
        await agent.Do("/api/me/presence", new { presence = "Ready" });
        await town.Write(Citizen, "Merhaba, annem yatağa bağımlı; evde bakım desteği istiyoruz.");
        var contact = await Offers.Accept(agent, "temsilci1");
        await agent.Do($"/api/contacts/{contact}/cases", new { description = "Evde bakım desteği istiyor.", priority = "P3", confidential = false, escalateTo = "engelli" });
        await unit.Locator("[data-testid^='unit-inbox-row-']").First.WaitForAsync();
        await agent.Do($"/api/contacts/{contact}/end", new { });
        await agent.Do($"/api/contacts/{contact}/finish", new { outcome = "CaseOpened" });
        await town.Write("+905321110002", "Merhaba, yaşlı destek kartı nasıl alınır?");
        await supervisor.Locator("[data-testid^='waiting-']").First.WaitForAsync();

        Assert.Empty(asked);
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    /// <summary>Keeps every request and every new socket from now on.</summary>
    private void Watch(IPage page)
    {
        page.Request += (_, request) => asked.Enqueue($"{request.Method} {Id().Replace(new Uri(request.Url).PathAndQuery, "{id}")}");
        page.WebSocket += (_, socket) => asked.Enqueue($"SOCKET {new Uri(socket.Url).PathAndQuery}");
    }

    [GeneratedRegex(@"(?<=/)[0-9a-fA-F-]{32,36}(?=/|$)")]
    private static partial Regex Id();
}
