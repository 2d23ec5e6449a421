using Microsoft.Playwright;
using Santral.EndToEnd.Harness;
using Santral.EndToEnd.MainJob;
using Xunit;

namespace Santral.EndToEnd.Consoles;

/// <summary>Every page on an ordinary morning, drawn for a reader and judged by axe-core: no finding of WCAG 2.2 AA and nothing to scroll sideways.</summary>
[Collection(ConsoleTests.Name)]
public sealed class PagesTests : IAsyncLifetime
{
    private const string Ayse = "+905321140001";
    private const string Unit = "sosyal-hizmetler";
    private readonly List<string> findings = [];
    private Town town = null!;

    public async ValueTask InitializeAsync() => town = await Town.StartAsync();

    [Fact]
    public async Task Every_page_is_readable_for_everybody_in_light_and_dark_at_both_sizes()
    {
        await SignIn();
        await MorningBefore();
        await AgentsDay();
        await Units();
        await Supervisors();

        Show.Line($"Screenshots of every page: {Checkout.Screenshots}");
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    /// <summary>A judge who acquits everybody would prove nothing.</summary>
    [Fact]
    public async Task A_page_that_is_hard_to_read_or_too_wide_is_found_out()
    {
        var page = await town.Browser.Open(town.Silo.Url);
        await page.GetByTestId("signin-submit").WaitForAsync();
        await page.EvaluateAsync("""
            () => {
              const main = document.querySelector('main');
              main.insertAdjacentHTML('beforeend', '<p style="color:#999;background:#aaa;width:3000px">soluk</p><button></button>');
            }
            """);
        var found = await Audit.Look(page, "spoilt", show: false);

        Assert.Contains(found, f => f.Contains("color-contrast", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Contains("button-name", StringComparison.Ordinal));
        Assert.Contains(found, f => f.Contains("wide", StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    private async Task Look(IPage page, string name) => findings.AddRange(await Audit.Look(page, name));

    private async Task SignIn()
    {
        var page = await town.Browser.Open(town.Silo.Url);
        await page.GetByTestId("signin-submit").WaitForAsync();
        await Look(page, "sign-in");
        await page.Context.CloseAsync();
    }

    /// <summary>Others have worked since eight o'clock: cases lie at the units, citizens wait.</summary>
    private async Task MorningBefore()
    {
        using var other = await town.HandOf("temsilci2");
        await other.Do("/api/me/sign-in", new { });
        await other.Do("/api/me/presence", new { presence = "Ready" });
        (string Phone, string Says, string Case, string Priority)[] morning =
        [
            ("+905321140011", "Günaydın, babam felç geçirdi; tekerlekli sandalye desteği var mı?", "Babası felçli; tekerlekli sandalye ve hasta bezi talep ediyor.", "P3"),
            ("+905321140012", "Merhaba, üç çocuğum var, eşim cezaevinde. Gıda yardımı almak istiyorum.", "Eşi cezaevinde, üç çocuklu hane; gıda ve kırtasiye desteği istiyor.", "P2"),
            ("+905321140013", "Evimiz su aldı, eşyalarımız kullanılamıyor.", "Su baskını sonrası eşya desteği istiyor. Çığır Sokağı No: 14.", "P2"),
            (Ayse, "İyi günler, yaşlı aylığım kesildi; ne yapmalıyım?", "Yaşlı destek kartı yenileme talebi.", "P4"),
        ];
        foreach (var (phone, says, description, priority) in morning)
        {
            await town.Write(phone, says);
            var contact = await Offers.Accept(other, "temsilci2");
            await other.Do($"/api/contacts/{contact}/messages", new { messageId = Guid.NewGuid(), text = "Merhaba, ben Temsilci. Başvurunuzu hemen kaydediyorum." });
            await other.Do($"/api/contacts/{contact}/cases", new { service = "ibb-02", description, priority, confidential = false, place = new { province = "İstanbul", district = "Üsküdar", neighbourhood = "Çengelköy" }, escalateTo = Unit });
            await other.Do($"/api/contacts/{contact}/end", new { });
            await other.Do($"/api/contacts/{contact}/finish", new { outcome = "CaseOpened" });
        }

        await other.Do("/api/me/presence", new { presence = "Break", reason = "Yemek" });
    }

    private async Task AgentsDay()
    {
        var page = await town.SignIn("temsilci1");
        var agent = new AgentPerson(page);
        await agent.BecomeReady();
        await Look(page, "agent-idle");

        await town.Write(Ayse, "Merhaba, geçen hafta başvurmuştum. Yaşlı destek kartım ne zaman gelir?");
        await agent.Offer.First.WaitForAsync();
        await page.Locator("[data-testid^='open-case-']").First.WaitForAsync();
        await Look(page, "agent-offer");
        await agent.AcceptByKeyboard();

        await page.GetByTestId("message-input").FillAsync("Merhaba Ayşe Hanım, başvurunuz değerlendirme aşamasında. Size hemen bilgi veriyorum.");
        await page.GetByTestId("message-send").ClickAsync();
        await town.Provider.Next("the agent's reply", m => m.Body.Contains("değerlendirme aşamasında", StringComparison.Ordinal));
        await town.Write(Ayse, "Çok teşekkür ederim. Bir de ısınma desteği için başvurmak istiyorum, Çengelköy'de oturuyorum.");
        await page.GetByText("ısınma desteği için").First.WaitForAsync();
        await page.GetByTestId("note").FillAsync("Tek başına yaşıyor, 78 yaşında. Isınma desteği de istiyor; kızı Gülşah Hanım yardımcı oluyor.");
        await Look(page, "agent-conversation");

        await page.GetByTestId("case-new").ClickAsync();
        await page.GetByTestId("case-description").FillAsync("Isınma (yakacak) desteği istiyor; 78 yaşında, yalnız yaşıyor.");
        await page.GetByTestId("case-place-district").FillAsync("Üsküdar");
        await page.GetByTestId("case-place-neighbourhood").FillAsync("Çengelköy");
        await page.GetByTestId("case-escalate-to").SelectOptionAsync(Unit);
        await Look(page, "agent-case-form");
        await page.GetByTestId("case-open").ClickAsync();
        await page.GetByTestId("case-form").WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        await page.GetByRole(AriaRole.Banner).ClickAsync();
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await Look(page, "agent-help");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).FillAsync("a");
        await Look(page, "agent-palette");
        await page.Keyboard.PressAsync("Escape");

        using var hand = await town.HandOf("temsilci1");
        var contact = await Offers.Mine(hand, "temsilci1");
        await hand.Do($"/api/contacts/{contact}/end", new { });
        await page.GetByTestId("wrapup").WaitForAsync();
        await Look(page, "agent-wrap-up");
        await hand.Do($"/api/contacts/{contact}/finish", new { outcome = "CaseOpened" });
        await hand.Do("/api/me/presence", new { presence = "Break" });
    }

    private async Task Units()
    {
        var page = await town.SignIn("birim");
        await page.Locator("[data-testid^='unit-inbox-row-']").First.WaitForAsync();
        await Look(page, "unit-inbox");
        await page.Locator("[data-testid^='unit-inbox-row-']").First.ClickAsync();
        await page.GetByTestId("case-accept").ClickAsync();
        await page.GetByTestId("case-resolve").ClickAsync();
        await page.GetByTestId("case-resolve-text").FillAsync("Başvurunuz kabul edildi; desteğiniz on iş günü içinde ulaştırılacaktır.");
        await Look(page, "unit-case");
    }

    private async Task Supervisors()
    {
        await town.Write("+905321140021", "Kadın danışma merkezi nerede?");
        await town.Write("+905321140022", "Öğrenci bursu başvuruları ne zaman başlıyor?");
        await town.Fill("Şükrü Işık", "05321140023", "Mahallemize hasta nakil aracı talep ediyoruz.");
        var page = await town.SignIn("supervizor");
        await page.Locator("[data-testid^='waiting-']").First.WaitForAsync();
        await Look(page, "supervisor-live");
        await page.Locator("[data-testid^='waiting-']").First.ClickAsync();
        await Look(page, "supervisor-waiting");
        await page.Keyboard.PressAsync("r");
        await page.GetByTestId("report").WaitForAsync();
        await page.GetByTestId("report").GetByRole(AriaRole.Table).First.WaitForAsync();
        await Look(page, "supervisor-report-day");
    }
}
