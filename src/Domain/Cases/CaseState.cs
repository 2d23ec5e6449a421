using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Cases;

/// <summary>A case that was never opened, or one that lives and stands at a <see cref="CaseStage"/>.</summary>
public abstract record CaseState
{
    private CaseState()
    {
    }

    public sealed record None(CaseId Id) : CaseState;

    public sealed record Live(CaseFile File, CaseStage Stage) : CaseState;
}

/// <summary>Where a case stands; each stage holds what only it knows.</summary>
public abstract record CaseStage
{
    private CaseStage()
    {
    }

    /// <summary>With nobody yet: in the pool of open cases.</summary>
    public sealed record Open : CaseStage;

    /// <summary>Sent to a unit that has not taken it on.</summary>
    public sealed record Escalated(UnitId Unit, Deadline Acceptance, DateTimeOffset Since) : CaseStage;

    /// <summary>The unit works on it.</summary>
    public sealed record Accepted(UnitId Unit) : CaseStage;

    /// <summary>A unit gave it back with a reason; it is in the pool again.</summary>
    public sealed record Returned(UnitId By) : CaseStage;

    public sealed record Resolved(UnitId By, Sealed<string> Answer) : CaseStage;

    public CaseStatus Status => this switch
    {
        Open => CaseStatus.Open,
        Escalated => CaseStatus.Escalated,
        Accepted => CaseStatus.Accepted,
        Returned => CaseStatus.Returned,
        Resolved => CaseStatus.Resolved,
        _ => throw Closed.Unhandled(this),
    };

    /// <summary>The unit in whose hands it is; null in the pool and after its end.</summary>
    public UnitId? Holder => this switch
    {
        Escalated e => e.Unit,
        Accepted a => a.Unit,
        Open or Returned or Resolved => null,
        _ => throw Closed.Unhandled(this),
    };
}

/// <summary>What stays the same, or grows, through all stages.</summary>
/// <param name="Candidate">The number being claimed; <paramref name="Number"/> once it is confirmed.</param>
/// <param name="ClockStart">When the running answer period began: at opening, and anew at each reopening.</param>
/// <param name="Deadline">The closing deadline now in force; null while no period and no unit's target applies.</param>
/// <param name="Promised">True when <paramref name="Deadline"/> is the service's answer period and not merely a unit's target.</param>
/// <param name="Told">Applicant and beneficiary, when known: they see the case among their own.</param>
/// <param name="Contacts">The last contacts about it, bounded by <see cref="CaseDecider.MaxContacts"/>.</param>
/// <param name="Access">Who was granted sight of a confidential case, besides its opener and its unit.</param>
public sealed record CaseFile(
    CaseId Id,
    string? Number,
    string? Candidate,
    int Attempts,
    string? Service,
    string? ServiceName,
    Priority Priority,
    bool Confidential,
    string OpenedBy,
    DateTimeOffset ClockStart,
    Deadline? Deadline,
    bool Promised,
    ImmutableArray<CitizenId> Told,
    ImmutableArray<ContactId> Contacts,
    ImmutableSortedSet<string> Access,
    int Reminders);
