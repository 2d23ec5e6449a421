using Microsoft.Playwright;
using Santral.EndToEnd.MainJob;
using Xunit;

namespace Santral.EndToEnd.Consoles;

/// <summary>What somebody has half written is theirs, whatever becomes of the page or of the wire.</summary>
[Collection(ConsoleTests.Name)]
public sealed class DraftTests : IAsyncLifetime
{
    private const string Note = "Arayan iki çocukla yaşıyor, kira borcu üç ay";
    private const string Reply = "Merhaba Ayşe Hanım, başvurunuz için";
    private const string Description = "Kira ve gıda desteği; hanede çalışan";
    private const string Street = "Şehit Ömer Halisdemir Sk.";
    private Town town = null!;
    private Desk desk = null!;

    public async ValueTask InitializeAsync()
    {
        town = await Town.StartAsync();
        desk = await Desk.OpenAsync(town, "temsilci1");
        var agent = new AgentPerson(desk.Page);
        await agent.BecomeReady();
        await town.Write("+905321130001", "Merhaba, kira desteği almak istiyorum.");
        await agent.AcceptByKeyboard();
    }

    [Fact]
    public async Task A_half_written_note_reply_and_case_survive_a_reload()
    {
        await Write();
        await desk.Page.ReloadAsync();
        await Stands();
    }

    [Fact]
    public async Task A_half_written_note_reply_and_case_survive_a_cut_and_a_reload_after_it()
    {
        // The note's own saving is the request that never arrives, and the first two attempts to come back fail.
        var cut = desk.Wire.Cut(CutAt.Request, 0, refused: 2);
        await Write();
        await cut;
        await Stands();
        await desk.Heals("the cut");
        await Stands();
        await desk.Page.ReloadAsync();
        await Stands();
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await town.DisposeAsync();
    }

    private async Task Write()
    {
        var page = desk.Page;
        await page.GetByTestId("note").FillAsync(Note);
        await page.GetByTestId("message-input").FillAsync(Reply);
        await page.GetByTestId("case-new").ClickAsync();
        await page.GetByTestId("case-description").FillAsync(Description);
        await page.GetByTestId("case-place-street").FillAsync(Street);
        await page.GetByTestId("case-priority").SelectOptionAsync("P2");
    }

    private async Task Stands()
    {
        var page = desk.Page;
        await Assertions.Expect(page.GetByTestId("note")).ToHaveValueAsync(Note, new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByTestId("message-input")).ToHaveValueAsync(Reply);
        await Assertions.Expect(page.GetByTestId("case-description")).ToHaveValueAsync(Description);
        await Assertions.Expect(page.GetByTestId("case-place-street")).ToHaveValueAsync(Street);
        await Assertions.Expect(page.GetByTestId("case-priority")).ToHaveValueAsync("P2");
    }
}
