using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;

namespace Santral.Domain.Contacts;

/// <summary>Waiting, being offered, and the moment an agent has accepted. The desk matches; the contact only follows.</summary>
internal static class Queueing
{
    /// <summary>Waits from here on, with the age it has. An update of a waiting contact goes the same way.</summary>
    public static void Enter(Turn turn, QueueSpec queue, Priority priority, AgentId? only, AgentId? returnTo)
    {
        var facts = turn.Facts;
        var wasWaiting = turn.Phase is Phase.Waiting;
        if (wasWaiting && queue.Desk != facts.Desk)
        {
            turn.Desk(new Withdraw(facts.Id));
        }

        turn.Emit(new ContactQueued(queue.Id, queue.Name, queue.Desk, queue.Skills, priority, facts.CountsFrom, turn.Now, only, returnTo));
        Ask(turn);
        if (only is null)
        {
            turn.Cancel(Timers.Only);
        }
        else
        {
            turn.Alarm(Timers.Only, turn.Limits.TransferTimeout);
        }

        if (turn.IsCall && !wasWaiting)
        {
            turn.Do(new StartHoldMusic(facts.Id, facts.CallerLeg));
            turn.Alarm(Timers.Position, turn.Limits.PositionEvery);
        }
    }

    /// <summary>Back to where it waits, with its age.</summary>
    public static void Again(Turn turn) => Enter(turn, Queue(turn), turn.Facts.Priority, null, null);

    public static QueueSpec Queue(Turn turn) => turn.Facts.Queue is { } id && turn.Pack.Queue(id) is { } queue ? queue : turn.Pack.Triage;

    /// <summary>Asks the desk to match; sent again when the desk had no room.</summary>
    public static void Ask(Turn turn)
    {
        if (turn is { Phase: Phase.Waiting waiting, Facts: var facts })
        {
            turn.Desk(new Enqueue(facts.Id, Queue(turn).Id, facts.Medium, Queue(turn).Skills, facts.Priority, facts.CountsFrom, waiting.Only));
        }
    }

    /// <summary>The desk refused: a full desk is asked again until there is room, for the contact must not be forgotten.</summary>
    public static void Refused(Turn turn, Enqueue refused)
    {
        switch (turn.Phase)
        {
            case Phase.Waiting:
                turn.Alarm(Timers.Requeue, Waits.RequeueAfter);
                break;
            case Phase.Consulting { TargetLeg: null } when refused.Contact == turn.Id:
                Consults.Return(turn, LegFailure.Unreachable);
                break;
            default:
                break;
        }
    }

    public static Outcome Offered(Turn turn, NoteOffered c)
    {
        switch (turn.Phase)
        {
            case Phase.Waiting at:
                if (at.Offer != c.Offer)
                {
                    turn.Emit(new ContactOffered(c.Offer, c.Agent, c.Until));
                }

                return turn.Decision;
            case Phase.Consulting { TargetLeg: null }:
                return turn.Decision;

            // Refusing makes the desk withdraw the contact: it is with someone else, or over.
            default:
                return new Rejected(ContactCodes.NotWaiting);
        }
    }

    public static void OfferEnded(Turn turn, NoteOfferEnded c)
    {
        switch (turn.Phase)
        {
            case Phase.Waiting at when at.Offer == c.Offer:
                turn.Emit(new ContactOfferEnded(c.Offer, c.Agent, c.End));
                if (at.Only == c.Agent && c.End is OfferEnd.TimedOut or OfferEnd.Declined or OfferEnd.AgentLeft)
                {
                    OnlyGaveUp(turn, c.End is OfferEnd.TimedOut ? LegFailure.NoAnswer : LegFailure.Rejected);
                }

                break;
            case Phase.Consulting { TargetLeg: null, Target: { Kind: TransferKind.Agent } target } when target.Value == c.Agent.Value
                && c.End is OfferEnd.TimedOut or OfferEnd.Declined or OfferEnd.AgentLeft:
                Consults.Return(turn, c.End is OfferEnd.TimedOut ? LegFailure.NoAnswer : LegFailure.Rejected);
                break;
            default:
                break;
        }
    }

    /// <summary>The one agent it waited for does not take it: to the sender of the transfer, or, after the sender, to everyone.</summary>
    public static void OnlyGaveUp(Turn turn, LegFailure cause)
    {
        switch (turn.Phase)
        {
            case Phase.Waiting { ReturnTo: { } sender }:
                Transfers.Return(turn, sender, cause);
                break;
            case Phase.Waiting { Only: not null }:
                Again(turn);
                break;
            default:
                break;
        }
    }

    public static Outcome Assigned(Turn turn, Assign c)
    {
        switch (turn.Phase)
        {
            case Phase.Waiting:
                // Accepted perhaps before the desk heard that it waits elsewhere, and the news of the offer came after that
                // too: it must not be offered there any more. Where it does not wait, the desk does nothing.
                Leave(turn);
                turn.Desk(new Withdraw(turn.Id));
                Take(turn, c);
                return turn.Decision;

            // One who was asked before the present one, and taken back too late, is not who is wanted now.
            case Phase.Consulting { TargetLeg: null, Offer: null } at when Transfers.AgentOf(at.Target) is not { } wanted || wanted == c.Agent:
                turn.Desk(Transfers.QueueOf(turn, at.Target).Desk, new Withdraw(turn.Id));
                Consults.Assigned(turn, c);
                return turn.Decision;
            case Phase.Ringing at when at.Offer == c.Offer:
            case Phase.Consulting consult when consult.Offer == c.Offer:
                return turn.Decision;
            case { } phase when phase.Owner == c.Agent:
                return turn.Decision;

            // Refusing makes the desk free the agent.
            default:
                return new Rejected(ContactCodes.NotWaiting);
        }
    }

    /// <summary>Tells the caller's place, if the caller still waits for anyone at all.</summary>
    public static void Position(Turn turn, NotePosition c)
    {
        if (turn is { Phase: Phase.Waiting { Only: null }, IsCall: true })
        {
            turn.Do(new PlayPrompt(turn.Id, turn.Facts.CallerLeg, Prompts.Position, Prompts.PositionSounds(c.Position)));
        }
    }

    public static void PositionDue(Turn turn)
    {
        if (turn is { Phase: Phase.Waiting, IsCall: true })
        {
            turn.Desk(new AskPosition(turn.Id)).Alarm(Timers.Position, turn.Limits.PositionEvery);
        }
    }

    /// <summary>Waiting is over, in whatever way.</summary>
    public static void Leave(Turn turn)
    {
        turn.Cancel(Timers.Position).Cancel(Timers.Only).Cancel(Timers.Requeue);
    }

    private static void Take(Turn turn, Assign c)
    {
        var facts = turn.Facts;
        if (!turn.IsCall)
        {
            turn.Emit(new ContactAssigned(c.Offer, c.Agent, null, turn.Now)).Emit(new Connected(c.Agent, turn.Now));
            TransferDone(turn, c.Agent);
            Conversations.ArmIdle(turn);
            return;
        }

        var leg = turn.NextLeg;
        turn.Emit(new ContactAssigned(c.Offer, c.Agent, leg, turn.Now));
        if (c.Endpoint is not { } endpoint)
        {
            Legs.AgentFailed(turn, LegFailure.Unreachable);
            return;
        }

        turn.Emit(new AgentRinging(c.Agent, leg, turn.Now + turn.Limits.AgentLegTimeout));
        Legs.Ring(turn, leg, endpoint, null, facts.CallerLeg, turn.Limits.AgentLegTimeout, facts.Line);
    }

    /// <summary>A transfer reached an agent.</summary>
    public static void TransferDone(Turn turn, AgentId reached)
    {
        if (turn.Facts.Transfer is { } transfer && transfer.By != reached)
        {
            turn.Emit(new TransferCompleted(transfer.By, transfer.Target));
        }
    }
}
