using System.Collections.Immutable;
using Santral.Domain.Citizens;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Agents;

/// <summary>
/// An agent asks its desk and believes only what the desk says back: presence is what <see cref="NotePresence"/> told, and
/// a sign-off is true once <see cref="NoteLeft"/> came. So no console ever shows an agent free who is still on a call.
/// </summary>
public sealed partial class AgentDecider : IDecider<AgentState, AgentCommand, AgentEvent>
{
    public string Kind => ActorKinds.Agent;

    public AgentState Initial(string key) => new AgentState.Undefined { Id = new(key) };

    public Outcome Decide(AgentState state, AgentCommand command, in Context context) => command switch
    {
        DefineAgent c => Define(state, c),
        Agents.SignIn => SignIn(state, context.Now),
        SetPresence c => SetPresence(state, c),
        SignOff c => SignOff(state, c, context.Now),
        NotePresence c => Note(state, new PresenceNoted(c.Presence, c.Reason, c.At)),
        NoteOffer c => Note(state, new OfferNoted(c.Offer, c.Contact, c.End, c.At)),
        NoteDone c => Note(state, new ContactDone(c.Contact, c.At)),
        NoteLeft c => Left(state, c.At),
        NoteCallback c => NoteCallback(state, c),
        _ => throw Closed.Unhandled(command),
    };

    /// <summary>What the desk refused did not happen, and the event says so.</summary>
    public Outcome Notice(AgentState state, Notice notice, in Context context) => (notice, state) switch
    {
        (Kernel.Notice.SendRefused { Command: JoinDesk } refused, AgentState.In or AgentState.Leaving) => Decision.Of(new SignInRefused(refused.Code, context.Now)),
        (Kernel.Notice.SendRefused { Command: LeaveDesk } refused, AgentState.Leaving leaving) =>
            // What was defined meanwhile has not reached the desk.
            Decision.Of(new SignOffRefused(refused.Code, context.Now)).Send(leaving.Profile.Desk.Actor, Join(state.Id, leaving.Profile)),

        // Presence is noted only when the desk says so, and a promise stays with the citizen: nothing to take back.
        (Kernel.Notice.SendRefused, _) => Decision.Nothing,
        (Kernel.Notice.EffectDone or Kernel.Notice.EffectFailed or Kernel.Notice.EffectExpired or Kernel.Notice.EffectInDoubt, _) =>
            throw new InvalidOperationException("An agent asks for no effects."),
        _ => throw Closed.Unhandled(notice),
    };

    /// <summary>New skills and a new phone count at once; the desk changes only while signed off, as an agent is on one desk at a time.</summary>
    private static Outcome Define(AgentState state, DefineAgent c)
    {
        var profile = new AgentProfile(c.Name, c.Desk, c.Skills.IsDefault ? [] : c.Skills, Math.Max(0, c.Conversations), c.Endpoint, c.Extension);
        var known = Profile(state);
        if (known is not null && Same(known, profile))
        {
            return Decision.Nothing;
        }

        var signedIn = state is AgentState.In or AgentState.Leaving;
        if (signedIn && known!.Desk != profile.Desk)
        {
            return new Rejected(AgentCodes.SignedIn);
        }

        var decision = Decision.Of(new AgentDefined(profile.Name, profile.Desk, profile.Skills, profile.Conversations, profile.Endpoint, profile.Extension));
        return state is AgentState.In ? decision.Send(profile.Desk.Actor, Join(state.Id, profile)) : decision;
    }

    /// <summary>One question to the desk at a time: whoever signs off waits the moment until the desk has answered.</summary>
    private static Outcome SignIn(AgentState state, DateTimeOffset now) => state switch
    {
        AgentState.Undefined => new Rejected(AgentCodes.Undefined),
        AgentState.In => Decision.Nothing,
        AgentState.Out { Profile: var profile } => Decision.Of(new SignedIn(now)).Send(profile.Desk.Actor, Join(state.Id, profile)),
        AgentState.Leaving => new Rejected(AgentCodes.SigningOff),
        _ => throw Closed.Unhandled(state),
    };

    private static Outcome SetPresence(AgentState state, SetPresence c)
    {
        if (c.Presence is Presence.Missed or Presence.PhoneUnreachable)
        {
            return new Rejected(DeskCodes.PresenceNotSettable);
        }

        return state switch
        {
            AgentState.Undefined => new Rejected(AgentCodes.Undefined),
            AgentState.Out or AgentState.Leaving => new Rejected(AgentCodes.NotSignedIn),
            AgentState.In { Profile.Desk: var desk } => new Decision().Send(desk.Actor, new ChangePresence(state.Id, c.Presence, c.Reason)),
            _ => throw Closed.Unhandled(state),
        };
    }

    private static Outcome SignOff(AgentState state, SignOff c, DateTimeOffset now)
    {
        AgentId? to = c.HandOverTo == state.Id ? null : c.HandOverTo;
        return state switch
        {
            AgentState.Undefined => new Rejected(AgentCodes.Undefined),
            AgentState.Out => new Rejected(AgentCodes.NotSignedIn),
            AgentState.Leaving => Decision.Nothing,
            AgentState.In { Profile.Desk: var desk } => Decision.Of(new SignOffAsked(to, now)).Send(desk.Actor, new LeaveDesk(state.Id, to)),
            _ => throw Closed.Unhandled(state),
        };
    }

    /// <summary>The promises go with the conversations, to the same colleague or to the pool; none stays with who went home.</summary>
    private static Decision Left(AgentState state, DateTimeOffset at)
    {
        if (state is not AgentState.Leaving leaving)
        {
            return Decision.Nothing;
        }

        var decision = Decision.Of(new SignedOff(at, leaving.HandOverTo));
        foreach (var callback in state.Callbacks.Values)
        {
            decision.Event(new CallbackNoted(callback.Task, callback.Citizen, callback.Due, false));
            decision.Send(callback.Citizen.Actor, new ReassignCallback(callback.Task, leaving.HandOverTo));
        }

        return decision;
    }

    private static Outcome Note(AgentState state, AgentEvent @event) => state is AgentState.Undefined ? new Rejected(AgentCodes.Undefined) : Decision.Of(@event);

    /// <summary>
    /// Owned only while on shift: what comes later is refused, and the citizen gives it to the pool, where someone sees it.
    /// </summary>
    private static Outcome NoteCallback(AgentState state, NoteCallback c)
    {
        var known = state.Callbacks.GetValueOrDefault(c.Task);
        if (!c.Open)
        {
            return known is null ? Decision.Nothing : Decision.Of(new CallbackNoted(c.Task, c.Citizen, c.Due, false));
        }

        return state switch
        {
            AgentState.Undefined => new Rejected(AgentCodes.Undefined),
            AgentState.Out => new Rejected(AgentCodes.NotSignedIn),
            AgentState.In or AgentState.Leaving => known == new OwnCallback(c.Task, c.Citizen, c.Due)
                ? Decision.Nothing
                : Decision.Of(new CallbackNoted(c.Task, c.Citizen, c.Due, true)),
            _ => throw Closed.Unhandled(state),
        };
    }

    private static JoinDesk Join(AgentId agent, AgentProfile profile) => new(agent, profile.Skills, profile.Conversations, profile.Endpoint);

    private static AgentProfile? Profile(AgentState state) => state switch
    {
        AgentState.Undefined => null,
        AgentState.Out s => s.Profile,
        AgentState.In s => s.Profile,
        AgentState.Leaving s => s.Profile,
        _ => throw Closed.Unhandled(state),
    };

    private static bool Same(AgentProfile known, AgentProfile profile) =>
        known with { Skills = profile.Skills } == profile && known.Skills.AsSpan().SequenceEqual(profile.Skills.AsSpan());
}

/// <summary>The agent's refusals. They are stable: consoles show the pack's <c>error.{code}</c>.</summary>
public static class AgentCodes
{
    public const string Undefined = "agent.undefined";
    public const string NotSignedIn = "agent.not_signed_in";

    /// <summary>The desk has not answered the sign-off yet; try again in a moment.</summary>
    public const string SigningOff = "agent.signing_off";

    /// <summary>The desk of an agent changes only while signed off.</summary>
    public const string SignedIn = "agent.signed_in";
}
