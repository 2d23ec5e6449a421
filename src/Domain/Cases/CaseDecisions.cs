using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Units;

namespace Santral.Domain.Cases;

public sealed partial class CaseDecider
{
    /// <summary>A case is never refused for what is missing: an unknown service is kept in its own words and waits in the pool.</summary>
    private static Outcome Open(CaseState.None none, OpenCase c, in Context context)
    {
        if (c.Parties.Length > MaxParties)
        {
            return new Rejected("case.too_many_parties");
        }

        var service = context.Pack.Service(c.Service);
        var opened = new CaseOpened(
            c.Contact, service?.Id, service?.Name, service is null ? c.RawService ?? c.Service : c.RawService, c.Description, c.Place, Higher(c.Priority, service?.Priority),
            c.Parties, c.Confidential || service is { Confidential: true }, c.OpenedBy, c.SenderReference, CaseDeadlines.Promise(context.Pack, service, context.Now), context.Now);
        var number = CaseNumbers.Candidate(none.Id, 0);
        var decision = Decision.Of(opened).Event(new NumberRequested(number)).Send(NumberActor(number), new ClaimNumber(none.Id)).Reply(new CaseIsOpen(none.Id));
        var file = NewFile(none.Id, opened);
        SetClosing(decision, opened.Deadline, file.ClockStart, context.Now);
        return TellCitizens(decision, file, CaseStatus.Open, context.Now);
    }

    private static Decision Confirm(CaseState.Live live, ConfirmNumber c, in Context context)
    {
        if (live.File.Candidate != c.Number)
        {
            return Decision.Nothing;
        }

        var file = live.File with { Number = c.Number };
        var decision = TellCitizens(Decision.Of(new CaseNumbered(c.Number)), file, live.Stage.Status, context.Now);
        if (live.Stage.Holder is { } unit)
        {
            decision.Send(unit.Actor, new NoteCaseStatus(file.Id, c.Number, live.Stage.Status, context.Now));
        }

        return live.Stage is CaseStage.Resolved resolved ? InformOfAnswer(decision, file, resolved.Answer, context.Pack) : InformOfOpening(decision, file);
    }

    /// <summary>Tries again without an end: each attempt is a command of its own, and a case without a number could not be followed.</summary>
    private static Decision TryNextNumber(CaseState.Live live, NumberTaken c)
    {
        if (live.File.Candidate != c.Number)
        {
            return Decision.Nothing;
        }

        var next = CaseNumbers.Candidate(live.File.Id, live.File.Attempts);
        return Decision.Of(new NumberRequested(next)).Send(NumberActor(next), new ClaimNumber(live.File.Id));
    }

    private static Outcome SendToUnit(CaseState.Live live, Escalate c, in Context context)
    {
        if (context.Pack.Unit(c.Unit) is not { } unit)
        {
            return new Rejected("case.unknown_unit");
        }

        var (file, stage) = live;
        return stage switch
        {
            CaseStage.Escalated e when e.Unit == c.Unit => new Rejected("case.already_there"),
            CaseStage.Escalated e => Place(Decision.Nothing.Send(e.Unit.Actor, new ReleaseCase(file.Id, CaseStatus.Escalated, context.Now)), file, unit, c.Note, c.Who, context),
            CaseStage.Open or CaseStage.Returned => Place(Decision.Nothing, file, unit, c.Note, c.Who, context),
            CaseStage.Accepted or CaseStage.Resolved => WrongState(stage),
            _ => throw Closed.Unhandled(stage),
        };
    }

    /// <summary>Puts the case into a unit's inbox with both deadlines: the unit's target for taking it on, the citizen's period (or the unit's target) for closing it.</summary>
    private static Decision Place(Decision decision, CaseFile file, UnitSpec unit, Sealed<string>? note, string who, in Context context)
    {
        var acceptance = CaseDeadlines.AcceptanceBy(context.Pack, unit, context.Now);
        var closing = file is { Promised: true, Deadline: { } promised } ? promised : CaseDeadlines.ClosingBy(context.Pack, unit, context.Now);
        decision.Event(new CaseEscalated(unit.Id, unit.Name, note, acceptance, closing, who, context.Now))
            .Send(unit.Id.Actor, new ReceiveCase(file.Id, file.Number, file.ServiceName, file.Priority, file.Confidential, acceptance, closing));
        SetAlarms(decision, CaseDeadlines.Acceptance, acceptance, context.Now, context.Now);
        if (!file.Promised)
        {
            SetAlarms(decision, CaseDeadlines.Closing, closing, context.Now, context.Now);
        }

        return TellCitizens(decision, file, CaseStatus.Escalated, context.Now);
    }

    private static Outcome Accept(CaseState.Live live, AcceptCase c, in Context context) => live.Stage switch
    {
        CaseStage.Escalated e when e.Unit == c.Unit => TellAll(
            Decision.Of(new CaseAccepted(c.Unit, c.Who, context.Now)).Cancel(CaseDeadlines.Acceptance).Cancel(CaseDeadlines.Acceptance + CaseDeadlines.NearSuffix),
            live.File, c.Unit, CaseStatus.Accepted, context.Now),
        CaseStage.Escalated => NotYourUnit,
        CaseStage.Open or CaseStage.Accepted or CaseStage.Returned or CaseStage.Resolved => WrongState(live.Stage),
        _ => throw Closed.Unhandled(live.Stage),
    };

    private static Outcome Return(CaseState.Live live, ReturnCase c, in Context context)
    {
        if (live.Stage.Holder is not { } holder)
        {
            return WrongState(live.Stage);
        }

        if (holder != c.Unit)
        {
            return NotYourUnit;
        }

        var decision = Decision.Of(new CaseReturned(c.Unit, c.Reason, c.Who, context.Now))
            .Cancel(CaseDeadlines.Acceptance).Cancel(CaseDeadlines.Acceptance + CaseDeadlines.NearSuffix)
            .Send(c.Unit.Actor, new ReleaseCase(live.File.Id, CaseStatus.Returned, context.Now));
        if (!live.File.Promised)
        {
            CancelClosing(decision);
        }

        return TellCitizens(decision, live.File, CaseStatus.Returned, context.Now);
    }

    private static Outcome Note(CaseState.Live live, AddCaseNote c, in Context context) => c.Unit is { } unit && unit != UnitOf(live.Stage)
        ? NotYourUnit
        : Decision.Of(new CaseNoteAdded(c.Note, c.Who, c.Unit, context.Now));

    private static Outcome Resolve(CaseState.Live live, ResolveCase c, in Context context)
    {
        if (live.Stage is not CaseStage.Accepted accepted)
        {
            return WrongState(live.Stage);
        }

        if (accepted.Unit != c.Unit)
        {
            return NotYourUnit;
        }

        var decision = Decision.Of(new CaseResolved(c.Unit, c.Resolution, c.Answer, c.Who, context.Now))
            .Send(c.Unit.Actor, new ReleaseCase(live.File.Id, CaseStatus.Resolved, context.Now));
        CancelClosing(decision);
        TellCitizens(decision, live.File, CaseStatus.Resolved, context.Now);
        return InformOfAnswer(decision, live.File, c.Answer, context.Pack);
    }

    private static Outcome Reopen(CaseState.Live live, ReopenCase c, in Context context)
    {
        if (live.Stage is not CaseStage.Resolved resolved)
        {
            return WrongState(live.Stage);
        }

        var promise = CaseDeadlines.Promise(context.Pack, context.Pack.Service(live.File.Service), context.Now);
        var decision = Decision.Of(new CaseReopened(c.Reason, c.Who, context.Now, promise));
        var file = live.File with { ClockStart = context.Now, Deadline = promise, Promised = promise is not null };
        SetClosing(decision, promise, context.Now, context.Now);

        // A unit that the pack no longer has cannot be told; the case waits in the pool for a new one.
        return context.Pack.Unit(resolved.By) is { } unit
            ? Place(decision, file, unit, null, c.Who, context)
            : TellCitizens(decision, file, CaseStatus.Open, context.Now);
    }

    private static Decision Attach(CaseState.Live live, ContactId contact, in Context context) =>
        live.File.Contacts.Contains(contact) ? Decision.Nothing : Decision.Of(new ContactAttached(contact, context.Now));

    private static Outcome Remind(CaseState.Live live, RemindUnit c, in Context context)
    {
        if (live.Stage.Holder is not { } unit)
        {
            return new Rejected("case.not_with_unit");
        }

        var count = live.File.Reminders + 1;
        var decision = c.Contact is { } contact ? Attach(live, contact, context) : Decision.Nothing;
        return decision.Event(new UnitReminded(unit, count, c.Who, context.Now)).Send(unit.Actor, new NoteReminder(live.File.Id, count, context.Now));
    }

    private static Outcome Grant(CaseState.Live live, GrantAccess c, in Context context) =>
        live.File.Access.Contains(c.Who) ? Decision.Nothing
        : c.Who == c.GrantedBy ? new Rejected("case.self_grant")
        : Decision.Of(new AccessGranted(c.Who, c.GrantedBy, context.Now));

    private static Rejected NotYourUnit => new("case.not_your_unit");

    private static Rejected WrongState(CaseStage stage) => new("case.wrong_state", $"The case is {stage.Status}.");

    private static ActorId NumberActor(string number) => new(ActorKinds.CaseNumber, number);

    private static Priority Higher(Priority a, Priority? b) => b is { } other && other < a ? other : a;

    private static UnitId? UnitOf(CaseStage stage) => stage is CaseStage.Resolved resolved ? resolved.By : stage.Holder;
}
