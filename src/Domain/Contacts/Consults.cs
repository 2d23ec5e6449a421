using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Contacts;

/// <summary>
/// Attended transfer: the caller is held while the agent reaches a colleague, a queue, an extension or a number outside, talks,
/// and then completes or takes the caller back. A colleague is found by the desk, so that nobody's capacity is exceeded.
/// </summary>
internal static class Consults
{
    public static Outcome Start(Turn turn, StartConsult c)
    {
        if (turn.Phase is Phase.Consulting)
        {
            return new Rejected(ContactCodes.TransferInProgress);
        }

        if (turn.Phase is not Phase.Talking at)
        {
            return new Rejected(ContactCodes.NotTalking);
        }

        if (Transfers.Fault(turn, c.Agent, c.Target) is { } code)
        {
            return new Rejected(code);
        }

        var facts = turn.Facts;
        var leg = c.Target.Kind is TransferKind.Extension or TransferKind.Outside ? turn.NextLeg : null;
        if (!at.Held)
        {
            turn.Do(new HoldLeg(facts.Id, facts.CallerLeg));
        }

        turn.Emit(new TransferStarted(c.Agent, c.Target, c.Note, true, leg, turn.Now + turn.Limits.TransferTimeout));
        if (leg is not null)
        {
            Legs.Ring(turn, leg, Transfers.Endpoint(turn.Pack, c.Target), null, at.Leg, turn.Limits.TransferTimeout, facts.Line);
            return turn.Decision;
        }

        if (Transfers.AgentOf(c.Target) is { } colleague)
        {
            Endings.LeaveWriting(turn, colleague, null, null);
        }

        var queue = Transfers.QueueOf(turn, c.Target);
        turn.Desk(queue.Desk, new Enqueue(
            facts.Id, queue.Id, Medium.Call, queue.Skills, Transfers.Raised(facts.Priority), facts.CountsFrom, Transfers.AgentOf(c.Target)));
        turn.Alarm(Timers.Only, turn.Limits.TransferTimeout);
        return turn.Decision;
    }

    /// <summary>A colleague accepted to be consulted.</summary>
    public static void Assigned(Turn turn, Assign c)
    {
        if (turn.Phase is not Phase.Consulting at)
        {
            return;
        }

        var leg = turn.NextLeg;
        turn.Cancel(Timers.Only).Emit(new ContactAssigned(c.Offer, c.Agent, leg, turn.Now));
        if (c.Endpoint is not { } endpoint)
        {
            Return(turn, LegFailure.Unreachable);
            return;
        }

        turn.Emit(new AgentRinging(c.Agent, leg, turn.Now + turn.Limits.AgentLegTimeout));
        Legs.Ring(turn, leg, endpoint, null, at.Leg, turn.Limits.AgentLegTimeout, turn.Facts.Line);
    }

    public static Outcome Complete(Turn turn)
    {
        switch (turn.Phase)
        {
            case Phase.Consulting { Answered: true } at:
                HandTo(turn, at);
                turn.HangUp(at.Leg, "transfer");
                return turn.Decision;
            case Phase.Consulting:
                return new Rejected(ContactCodes.TransferNotAnswered);
            default:
                return new Rejected(ContactCodes.TransferNone);
        }
    }

    public static Outcome Cancel(Turn turn)
    {
        if (turn.Phase is not Phase.Consulting)
        {
            return new Rejected(ContactCodes.TransferNone);
        }

        Return(turn, LegFailure.Cancelled);
        return turn.Decision;
    }

    /// <summary>The consultation came to nothing or was cancelled: the agent has the caller back.</summary>
    public static void Return(Turn turn, LegFailure cause)
    {
        if (turn.Phase is not Phase.Consulting at)
        {
            return;
        }

        Free(turn, at, cause);
        turn.Emit(new TransferReturned(at.Agent, at.Target, cause));
        Legs.Join(turn, [turn.Facts.CallerLeg, at.Leg]);
    }

    /// <summary>
    /// The agent hung up while consulting. With someone on the line that completes the transfer, as on every switchboard; otherwise
    /// the held caller must not be lost and waits again, one level up.
    /// </summary>
    public static void AgentLeft(Turn turn)
    {
        switch (turn.Phase)
        {
            case Phase.Consulting { Answered: true } at:
                HandTo(turn, at);
                break;
            case Phase.Consulting at:
                Free(turn, at, LegFailure.Cancelled);
                turn.Emit(new TransferReturned(at.Agent, at.Target, LegFailure.Cancelled));
                Endings.StartWriting(turn, at.Agent, null);
                Queueing.Enter(turn, Queueing.Queue(turn), Transfers.Raised(turn.Facts.Priority), null, null);
                break;
            default:
                break;
        }
    }

    /// <summary>Lets go of whoever was being consulted.</summary>
    public static void Free(Turn turn, Phase.Consulting at, LegFailure cause)
    {
        turn.Cancel(Timers.Only).Cancel(Timers.Leg);
        var desk = Transfers.QueueOf(turn, at.Target).Desk;
        if (at.TargetLeg is { } leg)
        {
            turn.HangUp(leg, "cancelled");
        }
        else
        {
            turn.Desk(desk, new Withdraw(turn.Id));
        }

        if (at.Partner is { } partner)
        {
            turn.Desk(desk, at.Answered ? new ReleaseSlot(turn.Id, partner) : new ReportLegFailure(turn.Id, partner, cause));
        }
    }

    private static void HandTo(Turn turn, Phase.Consulting at)
    {
        if (at.TargetLeg is not { } leg)
        {
            return;
        }

        Legs.Join(turn, [turn.Facts.CallerLeg, leg]);
        turn.Emit(new TransferCompleted(at.Agent, at.Target));
        if (at.Partner is { } partner)
        {
            turn.Emit(new Connected(partner, turn.Now));
        }

        Endings.StartWriting(turn, at.Agent, null);
    }
}
