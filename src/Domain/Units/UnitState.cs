using System.Collections.Immutable;
using Santral.Domain.Cases;
using Santral.Domain.Kernel;

namespace Santral.Domain.Units;

/// <summary>A unit's inbox: the cases in its hands. A case is never refused, so the inbox is bounded only by the open cases.</summary>
public sealed record UnitState(UnitId Id, ImmutableDictionary<CaseId, InboxItem> Inbox);

/// <summary>One case in an inbox: waiting to be taken on, or at work.</summary>
public abstract record InboxItem(string? Number, Deadline Closing, int Reminders)
{
    /// <param name="Overdue">True once nobody accepted it in time.</param>
    public sealed record Waiting(string? Number, Deadline Closing, int Reminders, Deadline Acceptance, bool Overdue) : InboxItem(Number, Closing, Reminders);

    public sealed record AtWork(string? Number, Deadline Closing, int Reminders) : InboxItem(Number, Closing, Reminders);
}
