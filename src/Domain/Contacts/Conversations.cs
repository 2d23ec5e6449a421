using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;

namespace Santral.Domain.Contacts;

/// <summary>
/// Conversations and forms: queued on arrival, answered by one agent at a time, handed on with all their messages. A message
/// during wrap-up takes the conversation up again; one that comes after the end is refused, and the address opens the next
/// conversation with it.
/// </summary>
internal static class Conversations
{
    public static Decision Start(ContactId id, StartConversation c, in Context context)
    {
        var line = IntakeLine.Of(context.Pack, c.Line, c.Channel);
        var turn = new Turn(new ContactState.Fresh(id), context);
        turn.Emit(new ConversationStarted(c.Channel, c.From, c.Citizen, c.Address, c.Line, line.Desk, c.ArrivedAt)).Emit(new MessageReceived(c.First));
        var queue = context.Pack.Queue(line.DefaultQueue) ?? context.Pack.Triage;
        Queueing.Enter(turn, queue, queue.Priority, null, null);
        return turn.Decision;
    }

    /// <summary>An unknown service goes to triage with the sender's own words kept; nobody is refused at the border.</summary>
    public static Decision Start(ContactId id, StartForm c, in Context context)
    {
        var service = context.Pack.Service(c.Service);
        var queue = context.Pack.QueueFor(c.Service);
        var turn = new Turn(new ContactState.Fresh(id), context);
        turn.Emit(new FormReceived(
            c.Channel, c.From, c.Citizen, c.SenderReference, service?.Id, service is null ? c.Service : null, c.Text, c.Name, c.Place, queue.Desk, c.ArrivedAt));
        Queueing.Enter(turn, queue, service?.Priority ?? queue.Priority, null, null);
        return turn.Decision;
    }

    public static Outcome Receive(Turn turn, IncomingMessage message)
    {
        if (turn.IsCall)
        {
            return new Rejected(ContactCodes.NotConversation);
        }

        if (turn.Facts.Seen.Contains(message.ProviderMessageId))
        {
            return Decision.Nothing;
        }

        turn.Emit(new MessageReceived(message));
        switch (turn.Phase)
        {
            case Phase.Conversing:
                ArmIdle(turn);
                break;

            // The agent still holds the slot: the conversation simply goes on.
            case Phase.WrappingUp at when turn.Facts.Writers.Any(w => w.Agent == at.Main):
                turn.Cancel(Timers.WrapUp(at.Main)).Emit(new WrapUpEnded(at.Main, null, null, turn.Now)).Emit(new Connected(at.Main, turn.Now));
                ArmIdle(turn);
                break;
            default:
                break;
        }

        return turn.Decision;
    }

    /// <summary>A form has nobody who waits at the other end of a line: it is not closed for silence.</summary>
    public static void ArmIdle(Turn turn)
    {
        if (turn is { Phase: Phase.Conversing, Facts.Address: not null })
        {
            turn.Alarm(Timers.Idle, turn.Limits.ConversationIdle);
        }
    }

    /// <summary>Silence ends a conversation that we answered; one in which the citizen has the last word goes to someone who answers.</summary>
    public static void Idle(Turn turn)
    {
        if (turn.Phase is not Phase.Conversing at)
        {
            return;
        }

        turn.Desk(new ReleaseSlot(turn.Id, at.Agent));
        if (turn.Facts.Unanswered)
        {
            turn.Emit(new HandedOver(at.Agent, null, turn.Now));
            Queueing.Again(turn);
        }
        else
        {
            Endings.Finish(turn, ContactOutcome.TimedOut, null, at.Agent);
        }
    }

    /// <summary>The agent left the desk, which has freed the slot already.</summary>
    public static Outcome HandOver(Turn turn, HandOver c)
    {
        switch (turn.Phase)
        {
            case Phase.Conversing at when at.Agent == c.From:
                turn.Cancel(Timers.Idle).Emit(new HandedOver(c.From, c.To, turn.Now));
                Queueing.Enter(turn, Queueing.Queue(turn), turn.Facts.Priority, c.To, null);
                break;
            default:
                if (turn.Facts.Writers.Any(w => w.Agent == c.From))
                {
                    Endings.Written(turn, c.From, null, null);
                }

                break;
        }

        return turn.Decision;
    }

    public static Outcome Move(Turn turn, MoveToQueue c)
    {
        if (turn.Pack.Queue(c.Queue) is not { } queue)
        {
            return new Rejected(ContactCodes.UnknownQueue);
        }

        if (turn.Phase is not Phase.Waiting)
        {
            return new Rejected(ContactCodes.NotWaiting);
        }

        Queueing.Enter(turn, queue, More(turn.Facts.Priority, queue), null, null);
        return turn.Decision;
    }

    /// <summary>A move never takes urgency away.</summary>
    private static Priority More(Priority priority, QueueSpec queue) => queue.Priority < priority ? queue.Priority : priority;
}
