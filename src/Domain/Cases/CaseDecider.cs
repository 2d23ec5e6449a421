using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Cases;

/// <summary>
/// The life of a case: opened, numbered, sent to a unit, accepted or returned, resolved, reopened. Its deadlines are durable
/// alarms; a citizen's "not solved" starts the clock anew.
/// </summary>
public sealed partial class CaseDecider : IDecider<CaseState, CaseCommand, CaseEvent>
{
    /// <summary>People in one case: applicant, beneficiary, informants; a case about more is several cases.</summary>
    public const int MaxParties = 20;

    /// <summary>Contacts remembered for telling a repeated link from a new one; older ones stay in the journal.</summary>
    public const int MaxContacts = 200;

    public string Kind => ActorKinds.Case;

    public CaseState Initial(string key) => new CaseState.None(CaseId.Parse(key));

    public Outcome Decide(CaseState state, CaseCommand command, in Context context) => state switch
    {
        CaseState.None none => command is OpenCase open ? Open(none, open, context) : new Rejected("case.unknown"),
        CaseState.Live live => command switch
        {
            OpenCase => new Rejected("case.exists"),
            Escalate c => SendToUnit(live, c, context),
            AcceptCase c => Accept(live, c, context),
            ReturnCase c => Return(live, c, context),
            AddCaseNote c => Note(live, c, context),
            ResolveCase c => Resolve(live, c, context),
            ReopenCase c => Reopen(live, c, context),
            AttachContact c => Attach(live, c.Contact, context),
            RemindUnit c => Remind(live, c, context),
            GrantAccess c => Grant(live, c, context),
            ConfirmNumber c => Confirm(live, c, context),
            NumberTaken c => TryNextNumber(live, c),
            CaseTimer c => Ring(live, c, context),
            _ => throw Closed.Unhandled(command),
        },
        _ => throw Closed.Unhandled(state),
    };

    /// <summary>A citizen or unit that refused a note changes nothing here; an unsent notice is the citizen's own record.</summary>
    public Outcome Notice(CaseState state, Notice notice, in Context context) => notice switch
    {
        Kernel.Notice.SendRefused => Decision.Nothing,
        Kernel.Notice.EffectDone or Kernel.Notice.EffectFailed or Kernel.Notice.EffectExpired or Kernel.Notice.EffectInDoubt => Decision.Nothing,
        _ => throw Closed.Unhandled(notice),
    };

    public CaseState Evolve(CaseState state, CaseEvent @event) => state switch
    {
        CaseState.None none when @event is CaseOpened e => new CaseState.Live(NewFile(none.Id, e), new CaseStage.Open()),
        CaseState.None => throw new InvalidOperationException($"{@event.GetType().Name} happened to a case that was never opened."),
        CaseState.Live live => Evolve(live, @event),
        _ => throw Closed.Unhandled(state),
    };

    private static CaseState.Live Evolve(CaseState.Live live, CaseEvent @event)
    {
        var file = live.File;
        return @event switch
        {
            CaseOpened => throw new InvalidOperationException("A case was opened twice."),
            NumberRequested e => live with { File = file with { Candidate = e.Number, Attempts = file.Attempts + 1 } },
            CaseNumbered e => live with { File = file with { Number = e.Number, Candidate = null } },
            CaseEscalated e => new(file with { Deadline = e.Closing }, new CaseStage.Escalated(e.Unit, e.Acceptance, e.At)),
            CaseAccepted e => live with { Stage = new CaseStage.Accepted(e.Unit) },
            CaseReturned e => new(file.Promised ? file : file with { Deadline = null }, new CaseStage.Returned(e.Unit)),
            CaseResolved e => live with { Stage = new CaseStage.Resolved(e.Unit, e.Answer) },
            CaseReopened e => new(file with { ClockStart = e.At, Deadline = e.Deadline, Promised = e.Deadline is not null }, new CaseStage.Open()),
            ContactAttached e => live with { File = file with { Contacts = Remember(file.Contacts, e.Contact) } },
            UnitReminded e => live with { File = file with { Reminders = e.Count } },
            AccessGranted e => live with { File = file with { Access = file.Access.Add(e.Who) } },
            CaseNoteAdded or DeadlineNear or DeadlinePassed => live,
            _ => throw Closed.Unhandled(@event),
        };
    }

    private static CaseFile NewFile(CaseId id, CaseOpened e) => new(
        id, null, null, 0, e.Service, e.ServiceName, e.Priority, e.Confidential, e.OpenedBy, e.At, e.Deadline, e.Deadline is not null,
        [.. e.Parties.Where(p => p.Role is PartyRole.Applicant or PartyRole.Beneficiary).Select(p => p.Citizen).OfType<CitizenId>().Distinct()],
        e.Contact is { } contact ? [contact] : [], ImmutableSortedSet.Create(StringComparer.Ordinal, e.OpenedBy), 0);

    private static ImmutableArray<ContactId> Remember(ImmutableArray<ContactId> contacts, ContactId contact) =>
        contacts.Length < MaxContacts ? contacts.Add(contact) : contacts.RemoveAt(0).Add(contact);
}
