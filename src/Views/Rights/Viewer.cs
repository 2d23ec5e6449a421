using Santral.Domain.Kernel;

namespace Santral.Views.Rights;

/// <summary>Someone who is signed in, as far as what may be seen depends on it.</summary>
/// <param name="Desk">The desk of an agent or supervisor; a supervisor without one sees all desks.</param>
public sealed record Viewer(string User, IReadOnlySet<string> Roles, AgentId? Agent, DeskId? Desk, IReadOnlySet<UnitId> Units)
{
    public bool Is(string role) => Roles.Contains(role);
}

/// <summary>The roles, as they are stored with accounts and tokens.</summary>
public static class StaffRoles
{
    public const string Agent = "agent";
    public const string Supervisor = "supervisor";
    public const string Unit = "unit";
    public const string Expert = "expert";
    public const string Chief = "chief";
    public const string Manager = "manager";
    public const string Board = "board";
    public const string Payer = "payer";
    public const string Administrator = "administrator";
    public const string Auditor = "auditor";

    public static IReadOnlyList<string> All { get; } = [Agent, Supervisor, Unit, Expert, Chief, Manager, Board, Payer, Administrator, Auditor];
}
