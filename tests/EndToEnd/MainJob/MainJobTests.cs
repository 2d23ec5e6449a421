using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Santral.EndToEnd.Harness;
using Santral.EndToEnd.Messaging;
using Santral.EndToEnd.Telephony;
using Xunit;

namespace Santral.EndToEnd.MainJob;

/// <summary>
/// The main job through real parts: the published binary on SQLite, a real Asterisk with SIPp at both ends, a real Chromium at each
/// desk. Only the message provider's own servers are played.
/// </summary>
[Collection(SwitchTests.Name)]
public sealed class MainJobTests(Asterisk asterisk) : IAsyncLifetime
{
    private const string Citizen = "+905321234567";
    private const string CitizenAsDialled = "05321234567";
    private const string Unit = "sosyal-hizmetler";
    private TwilioStub provider = null!;
    private SiloProcess silo = null!;
    private Browser browser = null!;
    private AgentPerson agent = null!;
    private UnitPerson unit = null!;

    public async ValueTask InitializeAsync()
    {
        await asterisk.ClearAsync();
        provider = await TwilioStub.StartAsync();
        silo = await SiloProcess.StartAsync(
            new(TwilioPosts.Environment)
            {
                ["Messaging__Twilio__AccountSid"] = "AC0",
                ["Messaging__Twilio__ApiBase"] = provider.Url,
                ["Telephony__Asterisk__Url"] = asterisk.Options.Url.ToString(),
                ["Telephony__Asterisk__User"] = asterisk.Options.User,
                ["Telephony__Asterisk__Password"] = asterisk.Options.Password,
                ["Telephony__Asterisk__App"] = asterisk.Options.App,
            },
            pack: "ibb");
        browser = await Browser.StartAsync();
        agent = new(await browser.SignIn(silo, "temsilci1"));
        unit = new(await browser.SignIn(silo, "birim"));
        await unit.Watch(Unit);
        await agent.BecomeReady();
    }

    [Fact]
    public async Task A_message_becomes_a_case_that_its_unit_answers_and_the_citizen_hears_of_it()
    {
        await Write("SM-main-1", "Merhaba, evimizde yakacak kalmadı, iki çocuğum var. Nasıl başvururum?");
        await agent.Offer.First.WaitForAsync();
        await Browser.Screenshot(agent.Page, "agent-message-offer-1366");
        await agent.AcceptByKeyboard();

        await agent.Page.GetByTestId("message-input").FillAsync("Merhaba, başvurunuzu hemen açıyorum.");
        await agent.Page.GetByTestId("message-send").ClickAsync();
        var reply = await provider.Next("the agent's reply", m => m.Body.Contains("hemen açıyorum", StringComparison.Ordinal));
        Assert.Equal($"whatsapp:{Citizen}", reply.To);
        await Browser.Screenshot(agent.Page, "agent-conversation-1366");

        await unit.SeesWithinOneSecond(() => agent.OpenCase("Yakacak yardımı istiyor, iki çocuklu hane.", Unit));
        await Browser.Screenshot(unit.Page, "unit-inbox-1366");
        await unit.AcceptAndResolve("Yakacak desteği başvurunuz kabul edildi.");
        await provider.Next("the unit's answer", m => m.To == $"whatsapp:{Citizen}" && !m.Body.Contains("hemen açıyorum", StringComparison.Ordinal) && Speaks(m, "sonuç"));
        await Browser.Screenshot(unit.Page, "unit-case-1366");
    }

    [Fact]
    public async Task A_call_rings_the_agent_with_the_open_case_is_bridged_and_reaches_the_unit()
    {
        await HaveAnOpenCase();
        await using var phone = Telephone.Waits(Asterisk.AgentPort, echo: true);
        await using var caller = Telephone.Rings("153", CitizenAsDialled, echo: true);

        await agent.Offer.First.WaitForAsync();
        await Assertions.Expect(agent.Offer.First).ToContainTextAsync("1");
        await agent.Page.Locator("[data-testid^='open-case-']").First.WaitForAsync();
        await Browser.Screenshot(agent.Page, "agent-call-offer-1366");
        await agent.AcceptByKeyboard();

        var leg = await AgentLegAsync();
        phone.Do(await asterisk.CallIdAsync(leg), "answer");
        await agent.Page.GetByTestId("call-hold").WaitForAsync();
        await BothHearAsync(leg);
        await Browser.Screenshot(agent.Page, "agent-talking-1366");

        await unit.SeesWithinOneSecond(() => agent.OpenCase("Kira desteği istiyor.", Unit));
        caller.HangUp();
        await agent.Page.GetByTestId("wrapup").WaitForAsync();
        await Browser.Screenshot(agent.Page, "agent-wrapup-1366");
        await agent.Page.GetByTestId("finish-informed").ClickAsync();
        await agent.Page.GetByTestId("wrapup").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await caller.EndsAsync();
        await asterisk.NothingIsLeftAsync();

        await unit.AcceptAndResolve("Kira desteği başvurunuz değerlendirildi.");
        await provider.Next("the unit's answer", m => Speaks(m, "sonuç"));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        await silo.DisposeAsync();
        await provider.DisposeAsync();
    }

    private static bool Speaks(SentMessage message, string word) =>
        message.Body.Contains(word, StringComparison.OrdinalIgnoreCase) || message.Template.Length > 0;

    /// <summary>The citizen wrote before; the conversation is over and its case is still open.</summary>
    private async Task HaveAnOpenCase()
    {
        await Write("SM-before-1", "Kira desteği hakkında bilgi almak istiyorum.");
        await agent.AcceptByKeyboard();
        await agent.OpenCase("Kira desteği için ilk başvuru.", "");
        await agent.Page.GetByTestId("finish-informed").ClickAsync();
        await agent.Page.GetByTestId("message-input").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    private async Task Write(string sid, string text)
    {
        using var answer = await silo.Http.SendAsync(TwilioPosts.Message(sid, Citizen, text), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The channel that rings at the agent's telephone.</summary>
    private Task<string> AgentLegAsync() => Eventually.Get("the agent's telephone rings", async () =>
    {
        var channels = await asterisk.ListAsync("channels");
        return channels.EnumerateArray()
            .Where(c => c.GetProperty("name").GetString()!.StartsWith("PJSIP/ag101", StringComparison.Ordinal) && c.GetProperty("state").GetString() == "Ringing")
            .Select(c => c.GetProperty("id").GetString())
            .FirstOrDefault();
    });

    /// <summary>Both telephones send back what they hear; the switch must have carried packets to and from the agent.</summary>
    private Task BothHearAsync(string leg) => Eventually.True("sound flows in both directions", async () =>
    {
        JsonElement counts;
        try
        {
            counts = await asterisk.ListAsync($"channels/{Uri.EscapeDataString(leg)}/rtp_statistics");
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return counts.GetProperty("rxcount").GetInt32() > 10 && counts.GetProperty("txcount").GetInt32() > 10;
    });
}
