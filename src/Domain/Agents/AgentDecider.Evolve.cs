using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Agents;

public sealed partial class AgentDecider
{
    public AgentState Evolve(AgentState state, AgentEvent @event) => @event switch
    {
        AgentDefined e => Defined(state, new(e.Name, e.Desk, e.Skills, e.Conversations, e.Endpoint, e.Extension)),
        SignedIn e => In(state, Shift.Begun(e.At)),
        SignInRefused => Out(state),
        SignOffAsked e => Leaving(state, e),
        SignOffRefused => In(state, ShiftOf(state)),
        SignedOff => Out(state),
        PresenceNoted e => WithShift(state, s => s with { Presence = e.Presence, Reason = e.Reason, PresenceSince = e.At }),
        OfferNoted e => WithShift(state, s => Count(s, e.End)),
        ContactDone => WithShift(state, s => s with { Done = s.Done + 1 }),
        CallbackNoted e => state with
        {
            Callbacks = e.Open ? state.Callbacks.SetItem(e.Task, new(e.Task, e.Citizen, e.Due)) : state.Callbacks.Remove(e.Task),
        },
        _ => throw Closed.Unhandled(@event),
    };

    private static AgentState Defined(AgentState state, AgentProfile profile) => state switch
    {
        AgentState.Undefined => new AgentState.Out(profile, null) { Id = state.Id, Callbacks = state.Callbacks },
        AgentState.Out s => s with { Profile = profile },
        AgentState.In s => s with { Profile = profile },
        AgentState.Leaving s => s with { Profile = profile },
        _ => throw Closed.Unhandled(state),
    };

    private static AgentState.In In(AgentState state, Shift shift) => new(Profile(state)!, shift) { Id = state.Id, Callbacks = state.Callbacks };

    private static AgentState.Out Out(AgentState state) => new(Profile(state)!, ShiftOf(state)) { Id = state.Id, Callbacks = state.Callbacks };

    private static AgentState.Leaving Leaving(AgentState state, SignOffAsked e) =>
        new(Profile(state)!, ShiftOf(state), e.HandOverTo) { Id = state.Id, Callbacks = state.Callbacks };

    private static Shift ShiftOf(AgentState state) => state switch
    {
        AgentState.In s => s.Shift,
        AgentState.Leaving s => s.Shift,
        AgentState.Out { Last: { } last } => last,
        AgentState.Undefined or AgentState.Out => throw new InvalidOperationException($"{state.Id} never signed in."),
        _ => throw Closed.Unhandled(state),
    };

    /// <summary>What the desk still says after the agent left belongs to the shift that ended.</summary>
    private static AgentState WithShift(AgentState state, Func<Shift, Shift> change) => state switch
    {
        AgentState.In s => s with { Shift = change(s.Shift) },
        AgentState.Leaving s => s with { Shift = change(s.Shift) },
        AgentState.Out { Last: { } last } s => s with { Last = change(last) },
        AgentState.Undefined or AgentState.Out => state,
        _ => throw Closed.Unhandled(state),
    };

    private static Shift Count(Shift shift, OfferEnd? end) => end is { } ended ? Count(shift, ended) : shift with { Accepted = shift.Accepted + 1 };

    private static Shift Count(Shift shift, OfferEnd end) => end switch
    {
        OfferEnd.TimedOut => shift with { Missed = shift.Missed + 1 },
        OfferEnd.Declined => shift with { Declined = shift.Declined + 1 },
        OfferEnd.AgentLeft or OfferEnd.Withdrawn or OfferEnd.Superseded => shift,
    };
}
