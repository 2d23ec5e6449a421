using Santral.Domain.Agents;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Citizens;

/// <summary>A promise to call back is a dated task with an owner and an alarm; it ends only when someone keeps it.</summary>
internal static class Callbacks
{
    public static Outcome Promise(CitizenState state, PromiseCallback c, in Context context)
    {
        if (state.Callbacks.ContainsKey(c.Task))
        {
            return Decision.Nothing;
        }

        if (state.Callbacks.Count >= CitizenState.MostOpenCallbacks)
        {
            return new Rejected("callback.too_many");
        }

        if (c.Due <= context.Now)
        {
            return new Rejected("callback.due_in_past");
        }

        // Judged at the promised hour: a promise that safe contact forbids must not be given.
        if (OutreachCheck.Refusal(state.Safe, new(Channel.Voice, null, OutreachPurpose.Callback, InSession: false), context.Pack.Zone.Local(c.Due)) is { } code)
        {
            return new Rejected(code);
        }

        var decision = Decision.Of(new CallbackPromised(c.Task, c.Due, c.Owner, c.Desk, c.Note, c.Contact, context.Now))
            .Alarm(Alarm(c.Task), c.Due, new CallbackDue(c.Task));
        return Tell(decision, state, c.Owner, c.Task, c.Due, open: true);
    }

    public static Outcome Complete(CitizenState state, CompleteCallback c, in Context context)
    {
        if (!state.Callbacks.TryGetValue(c.Task, out var task))
        {
            return new Rejected("callback.not_open");
        }

        var decision = Decision.Of(new CallbackCompleted(c.Task, c.Who, c.Result, context.Now)).Cancel(Alarm(c.Task));
        return Tell(decision, state, task.Owner, c.Task, task.Due, open: false);
    }

    public static Outcome Reassign(CitizenState state, ReassignCallback c)
    {
        if (!state.Callbacks.TryGetValue(c.Task, out var task))
        {
            return new Rejected("callback.not_open");
        }

        if (task.Owner == c.Owner)
        {
            return Decision.Nothing;
        }

        var decision = Decision.Of(new CallbackReassigned(c.Task, c.Owner));
        Tell(decision, state, task.Owner, c.Task, task.Due, open: false);
        return Tell(decision, state, c.Owner, c.Task, task.Due, open: true);
    }

    public static Decision Due(CitizenState state, CallbackDue c, in Context context) =>
        !state.Callbacks.TryGetValue(c.Task, out var task) || task.Overdue
            ? Decision.Nothing
            : Tell(Decision.Of(new CallbackOverdue(c.Task, context.Now)), state, task.Owner, c.Task, task.Due, open: true);

    public static Decision OwnerGone(CitizenState state, Guid task, ActorId owner) =>
        state.Callbacks.TryGetValue(task, out var known) && known.Owner?.Actor == owner ? Decision.Of(new CallbackReassigned(task, null)) : Decision.Nothing;

    private static Decision Tell(Decision decision, CitizenState state, AgentId? owner, Guid task, DateTimeOffset due, bool open) =>
        owner is { } agent ? decision.Send(agent.Actor, new NoteCallback(task, state.Id, due, open)) : decision;

    private static string Alarm(Guid task) => $"callback:{task:N}";
}
