using System.Diagnostics;
using Microsoft.Playwright;
using Santral.EndToEnd.Harness;
using Xunit;

namespace Santral.EndToEnd.MainJob;

/// <summary>An agent at the console, who acts as a person does.</summary>
internal sealed class AgentPerson(IPage page)
{
    public IPage Page { get; } = page;

    public ILocator Offer => Page.GetByTestId("offer-card");

    public async Task BecomeReady()
    {
        await Page.GetByTestId("desk-join").ClickAsync();
        await Page.GetByTestId("presence").ClickAsync();
        await Page.GetByTestId("presence-Ready").ClickAsync();
        await Assertions.Expect(Page.GetByTestId("presence")).ToHaveAttributeAsync("data-presence", "Ready");
    }

    /// <summary>By the keyboard alone. A press within half a second of another belongs to that one, so nothing is pressed before.</summary>
    public async Task AcceptByKeyboard()
    {
        await Offer.First.WaitForAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Offer.First.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    public async Task OpenCase(string description, string unit)
    {
        await Page.GetByTestId("case-new").ClickAsync();
        await Page.GetByTestId("case-description").FillAsync(description);
        await Page.GetByTestId("case-escalate-to").SelectOptionAsync(unit);
        await Page.GetByTestId("case-open").ClickAsync();
        await Page.GetByTestId("case-form").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }
}

/// <summary>A unit's worker at the console.</summary>
internal sealed class UnitPerson(IPage page)
{
    private static readonly TimeSpan SeenWithin = TimeSpan.FromSeconds(1);

    public IPage Page { get; } = page;

    private ILocator Rows => Page.Locator("[data-testid^='unit-inbox-row-']");

    public async Task Watch(string unit) => await Page.GetByTestId("unit-choice").SelectOptionAsync(unit);

    /// <summary>Begins to look before the case is sent, so that the second is counted from the sending.</summary>
    public async Task SeesWithinOneSecond(Func<Task> send)
    {
        var before = await Rows.CountAsync();
        var appears = Assertions.Expect(Rows).ToHaveCountAsync(before + 1, new() { Timeout = (float)Eventually.Deadline.TotalMilliseconds });
        await send();
        var since = Stopwatch.GetTimestamp();
        await appears;
        var took = Stopwatch.GetElapsedTime(since);
        Assert.True(took < SeenWithin, $"The unit saw the case {took.TotalMilliseconds:0} ms after the agent's form had closed.");
    }

    public async Task AcceptAndResolve(string answer)
    {
        await Rows.Last.ClickAsync();
        await Page.GetByTestId("case-accept").ClickAsync();
        await Page.GetByTestId("case-resolve").ClickAsync();
        await Page.GetByTestId("case-resolve-text").FillAsync(answer);
        await Page.GetByTestId("case-resolve-confirm").ClickAsync();
        await Page.GetByTestId("case-resolve-text").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }
}
