using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Santral.AgentConsole.Staff;
using Santral.AgentConsole.Web;
using Santral.Engine.Ports;

namespace Santral.AgentConsole.Sessions;

internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/session", SignInAsync);
        app.MapGet("/api/session", Current);
        app.MapDelete("/api/session", (Delegate)SignOutAsync).AddEndpointFilter<CsrfFilter>();
    }

    private static async Task<IResult> SignInAsync(
        SignInBody body, HttpContext http, StaffStore staff, PasswordGate passwords, IAntiforgery antiforgery, IPackSource packs, IConfiguration configuration)
    {
        var pack = packs.Current;
        if (body is not { User: { Length: > 0 and <= ConsoleLimits.NameText } user, Password: { Length: > 0 and <= ConsoleLimits.NameText } password })
        {
            return Problems.Invalid("user", pack);
        }

        var result = await passwords.RunAsync(() => staff.SignIn(user, password)).ConfigureAwait(false);
        switch (result)
        {
            case null:
                return Problems.TryLater(http, new("session.busy", TimeSpan.FromSeconds(1)), pack);
            case SignInResult.Invalid:
                return Problems.Of(StatusCodes.Status401Unauthorized, "session.invalid", pack);
            case SignInResult.Locked locked:
                http.Response.Headers.RetryAfter = Math.Ceiling(locked.For.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Problems.Of(StatusCodes.Status423Locked, "session.locked", pack);
            case SignInResult.Welcome(var account):
                var principal = ConsoleAuthentication.Principal(account, CookieAuthenticationDefaults.AuthenticationScheme);
                await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal).ConfigureAwait(false);
                // The token belongs to who is signed in, so it is made for the new user and not for the stranger who asked.
                http.User = principal;
                return Answer(account, http, antiforgery, packs, configuration);
            default:
                throw new InvalidOperationException($"{result.GetType().Name} is no answer to a sign-in.");
        }
    }

    private static IResult Current(HttpContext http, StaffStore staff, IAntiforgery antiforgery, IPackSource packs, IConfiguration configuration) =>
        ConsoleAuthentication.AccountOf(staff, http.User) is { } account
            ? Answer(account, http, antiforgery, packs, configuration)
            : Problems.Of(StatusCodes.Status401Unauthorized, "session.missing", packs.Current);

    private static async Task<IResult> SignOutAsync(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme).ConfigureAwait(false);
        return Results.NoContent();
    }

    private static IResult Answer(StaffAccount account, HttpContext http, IAntiforgery antiforgery, IPackSource packs, IConfiguration configuration)
    {
        var token = ConsoleAuthentication.IsBearer(http.Request) ? null : antiforgery.GetAndStoreTokens(http).RequestToken;
        var roles = ConsoleAuthentication.RolesOf(http.User).ToArray();
        return Results.Ok(SessionAnswer.Of(account, roles, token, packs.Current, string.Equals(configuration["Demo"], "true", StringComparison.OrdinalIgnoreCase)));
    }
}
