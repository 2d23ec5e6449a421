using Santral.Domain.Citizens;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Contacts;

/// <summary>
/// An agent rings a citizen: safe contact is asked first, then the agent's phone rings, then the citizen's. Never recorded,
/// for no notice was heard.
/// </summary>
internal static class Outbound
{
    public static Decision Start(ContactId id, StartOutbound c, in Context context)
    {
        var turn = new Turn(new ContactState.Fresh(id), context);
        turn.Emit(new OutboundStarted(c.Agent, c.Endpoint, c.Citizen, c.Number, c.Desk, c.CallerId, context.Now, c.To));
        turn.Desk(new TakeSlot(id, c.Agent, Medium.Call));
        turn.Decision.Send(c.Citizen.Actor, new CheckOutreach(id.Actor, id.Value, new(Channel.Voice, c.To, OutreachPurpose.Dial, InSession: false)));
        turn.Alarm(Timers.Outreach, Waits.OutreachAnswer);
        return turn.Decision;
    }

    public static void Allowed(Turn turn, Guid request)
    {
        if (turn.Phase is not Phase.Judging at || at.Request != request)
        {
            return;
        }

        var leg = turn.NextLeg;
        turn.Cancel(Timers.Outreach).Emit(new AgentRinging(at.Agent, leg, turn.Now + turn.Limits.AgentLegTimeout));
        Legs.Ring(turn, leg, at.Endpoint, null, null, turn.Limits.AgentLegTimeout, at.CallerId);
    }

    /// <param name="code">Kept as the category of the ending: the agent sees which rule forbade it.</param>
    public static void Refused(Turn turn, Guid request, string code)
    {
        if (turn.Phase is Phase.Judging at && at.Request == request)
        {
            Over(turn, at.Agent, ContactOutcome.Refused, code);
        }
    }

    public static void Unjudged(Turn turn)
    {
        if (turn.Phase is Phase.Judging at)
        {
            Over(turn, at.Agent, ContactOutcome.Refused, "outreach.no_answer");
        }
    }

    /// <summary>The desk has no call slot for this agent: nothing rings any more.</summary>
    public static void NoSlot(Turn turn, AgentId agent, string code)
    {
        if (turn.Phase is Phase.Judging or Phase.RingingOwn or Phase.Dialling && turn.Phase.Owner == agent)
        {
            Over(turn, agent, ContactOutcome.Refused, code);
        }
    }

    public static void Dial(Turn turn, Phase.RingingOwn at)
    {
        var leg = turn.NextLeg;
        turn.Emit(new CallerDialled(leg, turn.Now + turn.Limits.OutboundTimeout));
        Legs.Ring(turn, leg, $"PJSIP/{turn.Pack.OutsideTrunk}", at.Number, at.Leg, turn.Limits.OutboundTimeout, at.CallerId);
    }

    public static void AgentUnreachable(Turn turn, AgentId agent, LegFailure cause)
    {
        turn.Desk(new ReportLegFailure(turn.Id, agent, cause));
        Over(turn, agent, ContactOutcome.Unreachable, ContactCodes.AgentPhone);
    }

    /// <summary>Ended before anyone talked: the outcome is certain, so there is nothing to write up.</summary>
    public static void Over(Turn turn, AgentId agent, ContactOutcome outcome, string? category)
    {
        turn.Cancel(Timers.Outreach).Cancel(Timers.Leg);
        turn.Desk(new ReleaseSlot(turn.Id, agent));
        Endings.Release(turn);
        Endings.Finish(turn, outcome, category, agent);
    }

    public static ContactOutcome OutcomeOf(LegFailure cause) => cause switch
    {
        LegFailure.NoAnswer => ContactOutcome.NoAnswer,
        LegFailure.Busy => ContactOutcome.Busy,
        LegFailure.Rejected => ContactOutcome.Refused,
        LegFailure.Unreachable => ContactOutcome.Unreachable,
        LegFailure.Cancelled => ContactOutcome.Disconnected,
    };
}
