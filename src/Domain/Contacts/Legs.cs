using System.Collections.Immutable;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Contacts;

/// <summary>What the switch reports of legs, sorted to the phase that waits for it. A report nobody waits for changes nothing.</summary>
internal static class Legs
{
    /// <param name="callerLeg">The leg it is rung for; when that one leaves, this one is cancelled.</param>
    public static void Ring(Turn turn, string leg, string endpoint, Sealed<string>? number, string? callerLeg, TimeSpan timeout, string callerId)
    {
        turn.Do(new RingLeg(turn.Id, leg, endpoint, number, callerLeg, timeout, callerId));
        turn.Alarm(Timers.Leg, timeout + Waits.LegGrace);
    }

    public static void Join(Turn turn, ImmutableArray<string> legs, string? recordAs = null) => turn.Do(new BridgeLegs(turn.Id, legs, recordAs));

    public static void Answered(Turn turn, string leg)
    {
        switch (turn.Phase)
        {
            case Phase.Ringing at when at.Leg == leg:
                turn.Cancel(Timers.Leg);
                Connect(turn, at);
                break;
            case Phase.RingingOwn at when at.Leg == leg:
                turn.Cancel(Timers.Leg);
                Outbound.Dial(turn, at);
                break;
            case Phase.Dialling at when turn.Facts.CallerLeg == leg:
                turn.Cancel(Timers.Leg);
                Join(turn, [at.Leg, leg]);
                turn.Emit(new Connected(at.Agent, turn.Now));
                break;
            case Phase.Transferring at when at.Leg == leg:
                turn.Cancel(Timers.Leg);
                Join(turn, [turn.Facts.CallerLeg, leg]);
                turn.Emit(new TransferAnswered(leg)).Emit(new TransferCompleted(at.By, at.Target));
                break;
            case Phase.Consulting { Answered: false } at when at.TargetLeg == leg:
                turn.Cancel(Timers.Leg);
                Join(turn, [at.Leg, leg]);
                turn.Emit(new TransferAnswered(leg));
                break;
            default:
                HangUpStranger(turn, leg);
                break;
        }
    }

    public static void Failed(Turn turn, string leg, LegFailure cause)
    {
        switch (turn.Phase)
        {
            case Phase.Ringing at when at.Leg == leg:
                AgentFailed(turn, cause);
                break;
            case Phase.RingingOwn at when at.Leg == leg:
                Outbound.AgentUnreachable(turn, at.Agent, cause);
                break;
            case Phase.Dialling at when turn.Facts.CallerLeg == leg:
                Outbound.Over(turn, at.Agent, Outbound.OutcomeOf(cause), null);
                break;
            case Phase.Transferring at when at.Leg == leg:
                turn.Cancel(Timers.Leg);
                Transfers.Return(turn, at.By, cause);
                break;
            case Phase.Consulting { Answered: false } at when at.TargetLeg == leg:
                Consults.Return(turn, cause);
                break;
            default:
                break;
        }
    }

    public static void HungUp(Turn turn, string leg)
    {
        switch (turn.Phase)
        {
            case { } when turn.Facts.CallerLeg == leg:
                Endings.CallOver(turn, null);
                break;
            case Phase.Talking at when at.Leg == leg:
                Endings.CallOver(turn, null);
                break;
            case Phase.Consulting at when at.Leg == leg:
                Consults.AgentLeft(turn);
                break;
            case Phase.Consulting { Answered: true } at when at.TargetLeg == leg:
                Consults.Return(turn, LegFailure.Cancelled);
                break;
            case Phase.Bridged at when at.Leg == leg:
                Endings.CallOver(turn, null);
                break;
            case Phase.Dialling at when at.Leg == leg:
                Outbound.Over(turn, at.Agent, ContactOutcome.Disconnected, null);
                break;

            // It went before it was answered.
            default:
                Failed(turn, leg, LegFailure.Rejected);
                break;
        }
    }

    /// <summary>The switch never told what became of the leg.</summary>
    public static void TimedOut(Turn turn)
    {
        if (Awaited(turn) is { } leg)
        {
            turn.HangUp(leg, "timeout");
            Failed(turn, leg, LegFailure.NoAnswer);
        }
    }

    /// <summary>The accepted agent's phone came to nothing: the desk frees the agent, and the caller waits on with the same age.</summary>
    public static void AgentFailed(Turn turn, LegFailure cause)
    {
        if (turn.Phase is not Phase.Ringing at)
        {
            return;
        }

        turn.Cancel(Timers.Leg).Emit(new AgentLegFailed(at.Agent, at.Leg, cause));
        turn.Desk(new ReportLegFailure(turn.Id, at.Agent, cause));
        if (at.ReturnTo is { } sender)
        {
            Transfers.Return(turn, sender, cause);
        }
        else
        {
            Queueing.Again(turn);
        }
    }

    /// <summary>The legs could not be joined: nobody hears anybody. The caller goes on waiting; the agent's phone is suspect.</summary>
    public static void JoinFailed(Turn turn, BridgeLegs failed)
    {
        if (turn.Phase is Phase.Talking { Held: false } at && failed.Legs.Contains(at.Leg) && failed.Legs.Contains(turn.Facts.CallerLeg))
        {
            turn.HangUp(at.Leg, "bridge");
            turn.Emit(new AgentLegFailed(at.Agent, at.Leg, LegFailure.Unreachable));
            turn.Desk(new ReportLegFailure(turn.Id, at.Agent, LegFailure.Unreachable));
            Queueing.Again(turn);
        }
    }

    private static void Connect(Turn turn, Phase.Ringing at)
    {
        var facts = turn.Facts;

        // Nothing is recorded before the notice was heard to its end, nor ever on a line that does not record.
        var record = facts is { NoticeGiven: true, Recorded: true } ? $"{facts.Id}-rec{facts.Recordings + 1}" : null;
        Join(turn, [facts.CallerLeg, at.Leg], record);
        turn.Emit(new Connected(at.Agent, turn.Now));
        if (record is not null)
        {
            turn.Emit(new RecordingStarted(record, turn.Now));
        }

        Queueing.TransferDone(turn, at.Agent);
    }

    /// <summary>A leg that answers after it was given up must not sit in an empty room.</summary>
    private static void HangUpStranger(Turn turn, string leg)
    {
        var known = turn.Facts.CallerLeg == leg || turn.Phase switch
        {
            Phase.Talking p => p.Leg == leg,
            Phase.Consulting p => p.Leg == leg || p.TargetLeg == leg,
            Phase.Bridged p => p.Leg == leg,
            Phase.Dialling p => p.Leg == leg,
            _ => false,
        };
        if (!known)
        {
            turn.HangUp(leg, "late");
        }
    }

    private static string? Awaited(Turn turn) => turn.Phase switch
    {
        Phase.Ringing p => p.Leg,
        Phase.RingingOwn p => p.Leg,
        Phase.Dialling => turn.Facts.CallerLeg,
        Phase.Transferring p => p.Leg,
        Phase.Consulting { Answered: false } p => p.TargetLeg,
        _ => null,
    };
}
