using System.Collections.Immutable;
using Santral.Domain.Cases;
using Santral.Domain.Kernel;

namespace Santral.Domain.Units;

/// <summary>
/// Keeps a unit's inbox by what its cases say, and rings when one is not accepted in time. The case itself decides who may
/// do what; the unit only ever follows, so nothing here is refused.
/// </summary>
public sealed class UnitDecider : IDecider<UnitState, UnitCommand, UnitEvent>
{
    public string Kind => ActorKinds.Unit;

    public UnitState Initial(string key) => new(new(key), ImmutableDictionary<CaseId, InboxItem>.Empty);

    public Outcome Decide(UnitState state, UnitCommand command, in Context context) => command switch
    {
        ReceiveCase c => Decision
            .Of(new CaseReceived(c.Case, c.Number, c.ServiceName, c.Priority, c.Confidential, c.Acceptance, c.Closing, context.Now))
            .Alarm(AcceptanceAlarm(c.Case), c.Acceptance.At, new AcceptanceDue(c.Case)),
        NoteCaseStatus c => Status(state, c),
        NoteReminder c => state.Inbox.ContainsKey(c.Case) ? Decision.Of(new ReminderNoted(c.Case, c.Count, c.At)) : Decision.Nothing,
        ReleaseCase c => state.Inbox.ContainsKey(c.Case) ? Decision.Of(new CaseReleased(c.Case, c.Status, c.At)).Cancel(AcceptanceAlarm(c.Case)) : Decision.Nothing,
        AcceptanceDue c => state.Inbox.GetValueOrDefault(c.Case) is InboxItem.Waiting { Overdue: false } item && context.Now >= item.Acceptance.At
            ? Decision.Of(new AcceptanceOverdue(c.Case, context.Now))
            : Decision.Nothing,
        _ => throw Closed.Unhandled(command),
    };

    /// <summary>A case that refused what a unit sent would be a mistake elsewhere: a unit sends nothing.</summary>
    public Outcome Notice(UnitState state, Notice notice, in Context context) => Decision.Nothing;

    public UnitState Evolve(UnitState state, UnitEvent @event) => @event switch
    {
        CaseReceived e => With(state, e.Case, new InboxItem.Waiting(e.Number, e.Closing, 0, e.Acceptance, false)),
        CaseStatusNoted e => With(state, e.Case, Noted(state.Inbox[e.Case], e)),
        ReminderNoted e => With(state, e.Case, state.Inbox[e.Case] with { Reminders = e.Count }),
        CaseReleased e => state with { Inbox = state.Inbox.Remove(e.Case) },
        AcceptanceOverdue e => With(state, e.Case, state.Inbox[e.Case] is InboxItem.Waiting waiting ? waiting with { Overdue = true } : state.Inbox[e.Case]),
        _ => throw Closed.Unhandled(@event),
    };

    private static string AcceptanceAlarm(CaseId id) => $"acceptance/{id}";

    private static Decision Status(UnitState state, NoteCaseStatus c)
    {
        if (!state.Inbox.ContainsKey(c.Case))
        {
            return Decision.Nothing;
        }

        var decision = Decision.Of(new CaseStatusNoted(c.Case, c.Number, c.Status, c.At));
        return c.Status is CaseStatus.Accepted ? decision.Cancel(AcceptanceAlarm(c.Case)) : decision;
    }

    private static InboxItem Noted(InboxItem item, CaseStatusNoted e) => item switch
    {
        InboxItem.Waiting when e.Status is CaseStatus.Accepted => new InboxItem.AtWork(e.Number ?? item.Number, item.Closing, item.Reminders),
        InboxItem.Waiting or InboxItem.AtWork => item with { Number = e.Number ?? item.Number },
        _ => throw Closed.Unhandled(item),
    };

    private static UnitState With(UnitState state, CaseId id, InboxItem item) => state with { Inbox = state.Inbox.SetItem(id, item) };
}
