using Santral.Domain.Kernel;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Staff;

/// <summary>Someone who may sign in. Never a citizen.</summary>
/// <param name="Agent">The agent this person is, if the roles hold <c>agent</c>.</param>
/// <param name="Stamp">Changes with the password and the roles; a session of an older stamp is over.</param>
public sealed record StaffAccount(
    string User, string Name, IReadOnlyList<string> Roles, AgentId? Agent, string? Endpoint, string? Extension, DeskId? Desk, IReadOnlyList<UnitId> Units, string Stamp)
{
    /// <param name="roles">A token may carry fewer roles than its account has.</param>
    public Viewer Viewer(IEnumerable<string>? roles = null) => new(
        User, (roles is null ? Roles : Roles.Intersect(roles, StringComparer.Ordinal)).ToHashSet(StringComparer.Ordinal), Agent, Desk, Units.ToHashSet());
}

/// <summary>Printed once by the first start; the password is stored only as its hash.</summary>
public sealed record FirstAccount(string User, string Role, string Password);

internal abstract record SignInResult
{
    private SignInResult()
    {
    }

    public sealed record Welcome(StaffAccount Account) : SignInResult;
    public sealed record Invalid : SignInResult;
    public sealed record Locked(TimeSpan For) : SignInResult;
}
