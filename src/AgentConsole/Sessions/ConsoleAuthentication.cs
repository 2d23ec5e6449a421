using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Santral.AgentConsole.Staff;

namespace Santral.AgentConsole.Sessions;

/// <summary>A cookie for browsers, a bearer token for scripts, and one scheme that tells them apart by the request.</summary>
internal static class ConsoleAuthentication
{
    public const string Either = "either";
    public const string HubPath = "/hubs/console";
    private const string StampClaim = "stamp";

    public static IServiceCollection AddConsoleAuthentication(this IServiceCollection services, string dataDirectory)
    {
        var keys = Directory.CreateDirectory(Path.Combine(dataDirectory, "keys"));
        services.AddDataProtection().SetApplicationName("santral").PersistKeysToFileSystem(keys);
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = context =>
                IsBearer(context.Request) ? BearerTokenDefaults.AuthenticationScheme : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(Cookie)
            .AddBearerToken(options => options.Events.OnMessageReceived = message =>
            {
                // A browser cannot set a header on a WebSocket; the token in the query is taken there and nowhere else.
                if (message.Request.Path.StartsWithSegments(HubPath) && message.Request.Query.TryGetValue("access_token", out var token))
                {
                    message.Token = token;
                }

                return Task.CompletedTask;
            });
        return services;
    }

    /// <param name="roles">Null means all of the account's.</param>
    public static ClaimsPrincipal Principal(StaffAccount account, string scheme, IReadOnlyList<string>? roles = null) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.User), new(ClaimTypes.Name, account.User), new(StampClaim, account.Stamp),
            .. (roles ?? account.Roles).Select(r => new Claim(ClaimTypes.Role, r)),
        ],
        scheme));

    /// <summary>The account behind a request; null when it was changed since the sign-in, which ends the session.</summary>
    public static StaffAccount? AccountOf(StaffStore staff, ClaimsPrincipal? principal) =>
        staff.Find(principal?.Identity?.Name) is { } account && principal?.FindFirstValue(StampClaim) == account.Stamp ? account : null;

    public static IEnumerable<string> RolesOf(ClaimsPrincipal principal) => principal.FindAll(ClaimTypes.Role).Select(c => c.Value);

    public static bool IsBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        || (request.Path.StartsWithSegments(HubPath) && request.Query.ContainsKey("access_token"));

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "santral";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = ConsoleLimits.SessionLength;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = async context =>
        {
            if (AccountOf(context.HttpContext.RequestServices.GetRequiredService<StaffStore>(), context.Principal) is null)
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme).ConfigureAwait(false);
            }
        };
    }

    /// <summary>An interface for programs answers with a code, not with a page to sign in on.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
