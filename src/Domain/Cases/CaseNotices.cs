using Santral.Domain.Citizens;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Units;

namespace Santral.Domain.Cases;

/// <summary>What a case tells others, and its alarms.</summary>
public sealed partial class CaseDecider
{
    /// <summary>The pack's templates that a case itself uses; {{1}} is the case number, {{2}} the answer.</summary>
    public const string OpenedTemplate = "case-opened";
    public const string ResolvedTemplate = "case-resolved";

    /// <summary>Without the answer: a provider outside the country must learn nothing of anyone's health.</summary>
    public const string ResolvedPlainTemplate = "case-resolved-plain";

    private static Decision Ring(CaseState.Live live, CaseTimer c, in Context context)
    {
        var which = c.Name.EndsWith(CaseDeadlines.NearSuffix, StringComparison.Ordinal) ? c.Name[..^CaseDeadlines.NearSuffix.Length] : c.Name;
        var (deadline, from) = (which, live.Stage) switch
        {
            (CaseDeadlines.Acceptance, CaseStage.Escalated e) => (e.Acceptance, e.Since),
            (CaseDeadlines.Closing, CaseStage.Open or CaseStage.Escalated or CaseStage.Accepted or CaseStage.Returned) => (live.File.Deadline, live.File.ClockStart),
            _ => (null, default),
        };

        // An alarm that was on its way when its deadline was met or moved says nothing any more.
        return deadline is null ? Decision.Nothing
            : which == c.Name ? context.Now >= deadline.At ? Decision.Of(new DeadlinePassed(which, context.Now)) : Decision.Nothing
            : context.Now < deadline.At && context.Now >= CaseDeadlines.Near(from, deadline.At) ? Decision.Of(new DeadlineNear(which, context.Now)) : Decision.Nothing;
    }

    private static void SetClosing(Decision decision, Deadline? deadline, DateTimeOffset from, DateTimeOffset now)
    {
        if (deadline is not null)
        {
            SetAlarms(decision, CaseDeadlines.Closing, deadline, from, now);
        }
        else
        {
            CancelClosing(decision);
        }
    }

    private static void SetAlarms(Decision decision, string which, Deadline deadline, DateTimeOffset from, DateTimeOffset now)
    {
        var near = CaseDeadlines.Near(from, deadline.At);
        decision.Alarm(which + CaseDeadlines.NearSuffix, near > now ? near : now, new CaseTimer(which + CaseDeadlines.NearSuffix))
            .Alarm(which, deadline.At, new CaseTimer(which));
    }

    private static void CancelClosing(Decision decision) => decision.Cancel(CaseDeadlines.Closing).Cancel(CaseDeadlines.Closing + CaseDeadlines.NearSuffix);

    private static Decision TellAll(Decision decision, CaseFile file, UnitId unit, CaseStatus status, DateTimeOffset now) =>
        TellCitizens(decision.Send(unit.Actor, new NoteCaseStatus(file.Id, file.Number, status, now)), file, status, now);

    /// <summary>Applicant and beneficiary see the case among their own; a confidential one says so with every note.</summary>
    private static Decision TellCitizens(Decision decision, CaseFile file, CaseStatus status, DateTimeOffset now)
    {
        foreach (var citizen in file.Told)
        {
            decision.Send(citizen.Actor, new NoteCase(file.Id, file.Number, file.Service, status.ToString(), file.Confidential, now));
        }

        return decision;
    }

    private static Decision InformOfOpening(Decision decision, CaseFile file) => Inform(decision, file, OpenedTemplate, null);

    private static Decision InformOfAnswer(Decision decision, CaseFile file, Sealed<string> answer, Pack pack) =>
        pack.Service(file.Service) is { Facts.HealthOrDisabilityData: false } ? Inform(decision, file, ResolvedTemplate, answer) : Inform(decision, file, ResolvedPlainTemplate, null);

    /// <summary>
    /// Nobody is written to about a confidential case: the message itself could be read by the wrong person. Without a
    /// number yet, the notice follows when the number is confirmed.
    /// </summary>
    private static Decision Inform(Decision decision, CaseFile file, string template, Sealed<string>? value)
    {
        if (file.Confidential || file.Number is not { } number)
        {
            return decision;
        }

        foreach (var citizen in file.Told)
        {
            decision.Send(citizen.Actor, new Inform(file.Id, number, template, value is null ? [] : [value], file.Confidential));
        }

        return decision;
    }
}
