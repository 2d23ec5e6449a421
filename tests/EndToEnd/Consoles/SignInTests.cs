using Microsoft.Playwright;
using Santral.EndToEnd.Harness;
using Xunit;

namespace Santral.EndToEnd.Consoles;

/// <summary>The door: what it says to a wrong password, and that it closes.</summary>
[Collection(ConsoleTests.Name)]
public sealed class SignInTests : IAsyncLifetime
{
    private const int FailuresUntilLocked = 5;
    private const string Wrong = "Kullanıcı adı veya parola hatalı. Lütfen kontrol edip yeniden deneyin.";
    private const string Locked = "Çok sayıda hatalı deneme nedeniyle hesap kilitlendi. 15 dakika sonra yeniden deneyin.";
    private Town town = null!;

    public async ValueTask InitializeAsync() => town = await Town.StartAsync();

    [Fact]
    public async Task A_wrong_password_is_answered_beside_the_form_and_five_of_them_lock_the_account()
    {
        var page = await town.Browser.Open(town.Silo.Url);
        var (user, password) = town.Silo.Account("temsilci1");
        for (var i = 1; i < FailuresUntilLocked; i++)
        {
            await Try(page, user, $"yanlış-{i}");
            await Assertions.Expect(page.Locator("form").GetByTestId("refusal")).ToHaveTextAsync(Wrong);
        }

        await Browser.Screenshot(page, "sign-in-wrong");
        await Try(page, user, "yanlış");
        await Assertions.Expect(page.Locator("form").GetByTestId("refusal")).ToHaveTextAsync(Locked);
        await Try(page, user, password);
        await Assertions.Expect(page.Locator("form").GetByTestId("refusal")).ToHaveTextAsync(Locked);
        await Browser.Screenshot(page, "sign-in-locked");
        await Assertions.Expect(page.GetByTestId("connection-state")).ToHaveCountAsync(0);

        var other = await town.SignIn("temsilci2");
        await other.GetByTestId("desk-join").WaitForAsync();
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    /// <summary>Presses, and waits until the server has answered.</summary>
    private static async Task Try(IPage page, string user, string password)
    {
        await page.GetByTestId("signin-user").FillAsync(user);
        await page.GetByTestId("signin-password").FillAsync(password);
        await page.RunAndWaitForResponseAsync(() => page.GetByTestId("signin-submit").ClickAsync(), r => r.Url.EndsWith("/api/session", StringComparison.Ordinal));
    }
}
