using Santral.Domain.Addresses;
using Santral.Domain.Citizens;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Contacts;

/// <summary>
/// Every way out. Whatever the moment, an ending has a name, and legs, offers, slots and alarms are freed. An agent who talked
/// writes up first; the contact is over when the last writer is done.
/// </summary>
internal static class Endings
{
    /// <summary>The caller is gone, or the agent's leg is, or the switch lost both.</summary>
    /// <param name="certain">The outcome where the phase alone does not say it.</param>
    public static void CallOver(Turn turn, ContactOutcome? certain)
    {
        switch (turn.Phase)
        {
            case Phase.Prompting:
                turn.Cancel(Timers.Prompt).Cancel(Timers.Silence);
                Release(turn);
                Finish(turn, certain ?? (turn.Facts.Open ? ContactOutcome.AbandonedInPrompt : ContactOutcome.ClosedHours), null, null);
                break;
            case Phase.Waiting:
                Queueing.Leave(turn);
                turn.Desk(new Withdraw(turn.Id));
                Release(turn);
                FinishOrWrite(turn, certain ?? ContactOutcome.Abandoned);
                break;
            case Phase.Ringing at:
                turn.Cancel(Timers.Leg).Desk(new ReleaseSlot(turn.Id, at.Agent));
                Release(turn);
                FinishOrWrite(turn, certain ?? ContactOutcome.Abandoned);
                break;
            case Phase.Talking at:
                Release(turn);
                StartWriting(turn, at.Agent, certain);
                break;
            case Phase.Consulting at:
                Consults.Free(turn, at, LegFailure.Cancelled);
                Release(turn);
                StartWriting(turn, at.Agent, certain);
                break;
            case Phase.Transferring:
                turn.Cancel(Timers.Leg);
                Release(turn);
                FinishOrWrite(turn, certain ?? ContactOutcome.Abandoned);
                break;
            case Phase.Bridged:
                Release(turn);
                FinishOrWrite(turn, certain ?? ContactOutcome.Transferred);
                break;
            case Phase.Judging or Phase.RingingOwn or Phase.Dialling when turn.Phase.Owner is { } agent:
                Outbound.Over(turn, agent, certain ?? ContactOutcome.Disconnected, null);
                break;

            // No call, or a call that is over already.
            default:
                break;
        }
    }

    public static Outcome End(Turn turn, AgentId agent)
    {
        switch (turn.Phase)
        {
            case Phase.Ringing at:
                turn.HangUp(at.Leg, "agent");
                Legs.AgentFailed(turn, LegFailure.Rejected);
                return turn.Decision;
            case Phase.Consulting:
                return new Rejected(ContactCodes.TransferInProgress);
            case Phase.Conversing:
                turn.Cancel(Timers.Idle);
                StartWriting(turn, agent, null);
                return turn.Decision;
            default:
                CallOver(turn, null);
                return turn.Decision;
        }
    }

    /// <summary>One agent's after-contact work is done.</summary>
    public static Outcome Done(Turn turn, FinishContact c)
    {
        if (!Allowed(c.Outcome))
        {
            return new Rejected(ContactCodes.OutcomeNotAllowed);
        }

        if (turn.Facts.Writers.Any(w => w.Agent == c.Agent))
        {
            Written(turn, c.Agent, c.Outcome, c.Category);
            return turn.Decision;
        }

        return new Rejected(turn.Phase?.Owner == c.Agent ? ContactCodes.NotInWrapUp : ContactCodes.NotYours);
    }

    /// <param name="outcome">Null when the writer's time ended without one.</param>
    public static void Written(Turn turn, AgentId agent, ContactOutcome? outcome, string? category)
    {
        if (turn.Phase is not Phase.WrappingUp at || turn.Facts.Writers.Any(w => w.Agent != agent))
        {
            LeaveWriting(turn, agent, outcome, category);
            return;
        }

        // The outcome of whoever had the contact last counts; a sender who writes longer only fills a gap.
        var (mine, my) = at.Main == agent ? (outcome, category) : (at.Chosen ?? outcome, at.Category ?? category);
        Finish(turn, at.Certain ?? mine ?? ContactOutcome.TimedOut, my, at.Main);
    }

    public static void StartWriting(Turn turn, AgentId agent, ContactOutcome? certain)
    {
        DateTimeOffset? until = turn.Limits.WrapUpTimeout is { } time ? turn.Now + time : null;
        turn.Desk(new BeginWrapUp(turn.Id, agent)).Emit(new WrapUpStarted(agent, turn.Now, until, certain));
        if (until is { } at)
        {
            turn.Alarm(Timers.WrapUp(agent), at);
        }
    }

    /// <summary>The agent stops writing while the contact goes on.</summary>
    public static void LeaveWriting(Turn turn, AgentId agent, ContactOutcome? outcome, string? category)
    {
        if (turn.Facts.Writers.FirstOrDefault(w => w.Agent == agent) is { } writer)
        {
            turn.Cancel(Timers.WrapUp(agent)).Emit(new WrapUpEnded(agent, outcome, category, turn.Now));
            turn.Desk(writer.Desk, new ReleaseSlot(turn.Id, agent));
        }
    }

    /// <summary>The last effect of every call.</summary>
    public static void Release(Turn turn)
    {
        if (turn.IsCall)
        {
            turn.Do(new ReleaseCall(turn.Id), Waits.Cleanup);
        }
    }

    public static void Finish(Turn turn, ContactOutcome outcome, string? category, AgentId? agent)
    {
        var facts = turn.Facts;
        foreach (var writer in facts.Writers)
        {
            turn.Cancel(Timers.WrapUp(writer.Agent)).Desk(writer.Desk, new ReleaseSlot(facts.Id, writer.Agent));
        }

        turn.Emit(new ContactEnded(outcome, category, agent, turn.Now));
        if (facts.From is { } from)
        {
            turn.Decision.Send(from.Actor, new NoteContactEnded(facts.Id, outcome, facts.CountsFrom, turn.Now));
        }

        if (facts.Citizen is { } citizen)
        {
            turn.Decision.Send(citizen.Actor, new NoteContactOutcome(facts.Id, outcome, turn.Now));
        }
    }

    /// <summary>Nobody talks any more; an agent who sent the call on may still be writing.</summary>
    private static void FinishOrWrite(Turn turn, ContactOutcome certain)
    {
        if (turn.Facts.Writers is [.., { Agent: var last }])
        {
            StartWriting(turn, last, certain);
        }
        else
        {
            Finish(turn, certain, null, null);
        }
    }

    /// <summary>What a person may record; the others are found by the system alone.</summary>
    private static bool Allowed(ContactOutcome outcome) => outcome switch
    {
        ContactOutcome.Informed or ContactOutcome.CaseOpened or ContactOutcome.CaseFollowedUp or ContactOutcome.Transferred or ContactOutcome.ReferredOutside => true,
        ContactOutcome.CallbackPromised or ContactOutcome.SilentCall or ContactOutcome.WrongNumber or ContactOutcome.WarnedAndEnded or ContactOutcome.NoAnswer => true,
        ContactOutcome.Busy or ContactOutcome.Unreachable or ContactOutcome.Refused or ContactOutcome.Disconnected or ContactOutcome.Duplicate => true,
        ContactOutcome.Abandoned or ContactOutcome.AbandonedInPrompt or ContactOutcome.ClosedHours or ContactOutcome.SwitchLost or ContactOutcome.TimedOut => false,
    };
}
