using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Santral.AgentConsole.Sessions;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Staff;

/// <summary>Bearer tokens for scripts: <c>santral token</c>. Any process that reads the data folder's keys can mint one, also while the server runs.</summary>
public static class StaffTokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>A token for the first account of the role; it carries that role alone.</summary>
    /// <exception cref="ArgumentException">No such role.</exception>
    /// <exception cref="InvalidOperationException">The data folder has no account of that role: it was never started.</exception>
    public static string Mint(string role, string dataDirectory)
    {
        if (!StaffRoles.All.Contains(role))
        {
            throw new ArgumentException($"'{role}' is no role. Roles: {string.Join(", ", StaffRoles.All)}.", nameof(role));
        }

        if (!File.Exists(Path.Combine(dataDirectory, "staff.db")))
        {
            throw new InvalidOperationException($"'{dataDirectory}' holds no accounts yet; start Santral once with this data folder.");
        }

        var account = new StaffStore(dataDirectory, TimeProvider.System).Accounts.FirstOrDefault(a => a.Roles.Contains(role))
            ?? throw new InvalidOperationException($"No account has the role '{role}'.");
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddConsoleAuthentication(dataDirectory)
            .BuildServiceProvider();
        var options = services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(BearerTokenDefaults.AuthenticationScheme);
        var principal = ConsoleAuthentication.Principal(account, BearerTokenDefaults.AuthenticationScheme, [role]);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(
            principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Lifetime }, $"{BearerTokenDefaults.AuthenticationScheme}:AccessToken");
        return options.BearerTokenProtector.Protect(ticket);
    }
}
