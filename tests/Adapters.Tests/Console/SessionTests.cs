using System.Net;
using System.Net.Http.Headers;
using Santral.AgentConsole.Staff;
using Santral.Views.Rights;
using Xunit;

namespace Santral.Adapters.Tests.Console;

public sealed class SessionTests
{
    [Fact]
    public async Task A_stranger_gets_401_with_a_code_and_no_redirect()
    {
        await using var server = await ConsoleServer.StartAsync();
        using var browser = server.Browse();
        foreach (var path in new[] { "/api/session", "/api/contacts", "/api/reports/day?date=2026-11-23" })
        {
            var (status, body) = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, status);
            Assert.Equal("session.missing", body!["code"]!.GetValue<string>());
        }

        var (unknown, problem) = await browser.GetAsync("/api/typo");
        Assert.Equal(HttpStatusCode.NotFound, unknown);
        Assert.Equal("http.unknown", problem!["code"]!.GetValue<string>());
        Assert.Equal("Aradığınız adres bulunamadı.", problem["detail"]!.GetValue<string>());
    }

    [Fact]
    public async Task Signing_in_answers_with_the_pack_and_a_token_for_actions()
    {
        await using var server = await ConsoleServer.StartAsync();
        using var browser = await server.SignInAsync("temsilci1");
        Assert.Equal("temsilci1", browser.Session!["agent"]!.GetValue<string>());
        Assert.Equal("Test Belediyesi", browser.Session["pack"]!["name"]!.GetValue<string>());
        Assert.NotEmpty(browser.Antiforgery);
        var (status, again) = await browser.GetAsync("/api/session");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("agent", again!["roles"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_name_whether_it_exists_or_not()
    {
        await using var server = await ConsoleServer.StartAsync();
        foreach (var user in new[] { "temsilci1", "kimse" })
        {
            using var browser = server.Browse();
            for (var i = 0; i < 4; i++)
            {
                var (status, body) = await browser.SignInAsync(user, "yanlış");
                Assert.Equal(HttpStatusCode.Unauthorized, status);
                Assert.Equal("session.invalid", body!["code"]!.GetValue<string>());
            }

            Assert.Equal(HttpStatusCode.Locked, (await browser.SignInAsync(user, "yanlış")).Status);
            var (locked, problem) = await browser.SignInAsync(user, ConsoleServer.Password);
            Assert.Equal(HttpStatusCode.Locked, locked);
            Assert.Equal("session.locked", problem!["code"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task An_action_without_the_token_is_refused_under_the_cookie_and_taken_from_a_bearer()
    {
        await using var server = await ConsoleServer.StartAsync();
        using var browser = await server.SignInAsync("temsilci1");
        browser.Antiforgery = "";
        var (status, body, _) = await browser.PostAsync("/api/me/sign-in", new { });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("request.csrf", body!["code"]!.GetValue<string>());

        using var script = server.Browse();
        script.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", StaffTokens.Mint("agent", server.Data));
        await script.DoAsync("/api/me/sign-in");
    }

    [Fact]
    public async Task A_minted_token_carries_one_role_and_a_tampered_one_none()
    {
        await using var server = await ConsoleServer.StartAsync();
        var token = StaffTokens.Mint("supervisor", server.Data);
        using var script = server.Browse();
        script.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await script.GetAsync("/api/reports/month?month=2026-11")).Status);
        var (status, _, _) = await script.PostAsync("/api/me/sign-in", new { });
        Assert.Equal(HttpStatusCode.Forbidden, status);
        await using (var hub = await HubClient.ConnectAsync(server.Address, null, token: token))
        {
            Assert.NotNull(await hub.InvokeAsync("Subscribe", "desk:merkez"));
        }

        script.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token[..^6] + "AAAAAA");
        Assert.Equal(HttpStatusCode.Unauthorized, (await script.GetAsync("/api/contacts")).Status);
    }

    [Fact]
    public async Task A_changed_account_ends_its_sessions()
    {
        await using var server = await ConsoleServer.StartAsync();
        using var browser = await server.SignInAsync("supervizor");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/contacts")).Status);
        server.Staff.Put(server.Staff.Find("supervizor")! with { Roles = [StaffRoles.Auditor] }, null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/api/contacts")).Status);
    }

    [Fact]
    public void A_new_data_folder_gets_an_account_for_every_role_once()
    {
        var data = Directory.CreateTempSubdirectory("santral-staff-").FullName;
        var staff = new StaffStore(data, TimeProvider.System);
        var made = staff.EnsureFirstAccounts(Views.ViewPack.Pack);
        Assert.Equal(StaffRoles.All.Order(StringComparer.Ordinal), made.Select(m => m.Role).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(3, made.Count(m => m.Role == StaffRoles.Agent));
        Assert.Equal("PJSIP/ag101", staff.Find("temsilci1")!.Endpoint);
        var again = new StaffStore(data, TimeProvider.System);
        Assert.Empty(again.EnsureFirstAccounts(Views.ViewPack.Pack));
        Assert.IsType<SignInResult.Welcome>(again.SignIn(made[0].User, made[0].Password));
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_the_hub()
    {
        await using var server = await ConsoleServer.StartAsync();
        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() => HubClient.ConnectAsync(server.Address, null, "https://kotu.example"));
    }
}
