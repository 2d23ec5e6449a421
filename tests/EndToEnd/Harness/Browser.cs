using Microsoft.Playwright;

namespace Santral.EndToEnd.Harness;

/// <summary>Debian's Chromium, headless, one for a test run; each person gets a context of their own.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser chromium;

    private Browser(IPlaywright playwright, IBrowser chromium) => (this.playwright, this.chromium) = (playwright, chromium);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new(playwright, chromium);
    }

    /// <summary>A person at a desk: the console, signed in.</summary>
    /// <param name="url">The way to the Silo, when it is not the straight one.</param>
    public async Task<IPage> SignIn(SiloProcess silo, string user, int width = 1366, int height = 768, string? url = null)
    {
        var page = await Open(url ?? silo.Url, width, height);
        var (name, password) = silo.Account(user);
        await page.GetByTestId("signin-user").FillAsync(name);
        await page.GetByTestId("signin-password").FillAsync(password);
        await page.GetByTestId("signin-submit").ClickAsync();
        await page.GetByTestId("connection-state").WaitForAsync();
        return page;
    }

    /// <summary>The console before anybody has signed in, with storage and cookies of its own.</summary>
    public async Task<IPage> Open(string url, int width = 1366, int height = 768)
    {
        var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "tr-TR", TimezoneId = "Europe/Istanbul" });
        context.SetDefaultTimeout((float)Eventually.Deadline.TotalMilliseconds);
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        return page;
    }

    public static Task Screenshot(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Screenshots, $"{name}.png") });

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }
}
