using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

/// <summary>
/// One call, conversation or form from arrival to wrap-up. It alone decides whether a call is still alive; the desk decides who
/// takes it. Each flow has a file of its own: <see cref="CallFlow"/>, <see cref="Queueing"/>, <see cref="Legs"/>,
/// <see cref="Transfers"/>, <see cref="Consults"/>, <see cref="Outbound"/>, <see cref="Conversations"/>, <see cref="Replies"/>,
/// <see cref="Endings"/>.
/// </summary>
public sealed partial class ContactDecider : IDecider<ContactState, ContactCommand, ContactEvent>
{
    public string Kind => ActorKinds.Contact;

    public ContactState Initial(string key) => new ContactState.Fresh(ContactId.Parse(key));

    public ContactState Evolve(ContactState state, ContactEvent @event) => ContactFold.Apply(state, @event);

    public Outcome Decide(ContactState state, ContactCommand command, in Context context) => state switch
    {
        ContactState.Fresh s => Begin(s.Id, command, context),
        ContactState.Live s => Go(new Turn(s, context), s.Phase, command),
        ContactState.Ended s => AfterEnd(new Turn(s, context), command),
        _ => throw new NotSupportedException($"{state.GetType().Name} is no state of a contact."),
    };

    private static Outcome Begin(ContactId id, ContactCommand command, in Context context) => command switch
    {
        StartCall c => CallFlow.Start(id, c, context),
        StartConversation c => Conversations.Start(id, c, context),
        StartForm c => Conversations.Start(id, c, context),
        StartOutbound c => Outbound.Start(id, c, context),
        _ => new Rejected(ContactCodes.Unknown),
    };

    private static Outcome Go(Turn turn, Phase phase, ContactCommand command) => command switch
    {
        // Begun already.
        StartCall or StartConversation or StartForm or StartOutbound => Decision.Nothing,
        ReceiveMessage c => Conversations.Receive(turn, c.Message),

        // From the console: what only its agent may do.
        HoldCaller c => Owned(turn, c.Agent, Talks.Hold),
        ResumeCaller c => Owned(turn, c.Agent, Talks.Resume),
        EndContact c => Owned(turn, c.Agent, t => Endings.End(t, c.Agent)),
        TransferBlind c => Owned(turn, c.Agent, t => Transfers.Blind(t, c)),
        StartConsult c => Owned(turn, c.Agent, t => Consults.Start(t, c)),
        CompleteTransfer c => Owned(turn, c.Agent, Consults.Complete),
        CancelConsult c => Owned(turn, c.Agent, Consults.Cancel),
        WriteMessage c => Owned(turn, c.Agent, t => Replies.Write(t, c)),
        FinishContact c => Endings.Done(turn, c),

        // Also while writing up.
        WriteNote c => Known(turn, c.Agent, t => t.Emit(new NoteWritten(c.Agent, c.Note, t.Now)).Decision),
        SetCapacity c => Known(turn, c.Agent, t => t.Emit(new CapacitySet(c.Capacity)).Decision),
        AddSubject c => Known(turn, c.Agent, t => Card.AddSubject(t, c)),
        LinkCitizen c => Known(turn, c.Agent, t => Card.Link(t, c)),
        RecordVerification c => Known(turn, c.Agent, t => t.Emit(new VerificationRecorded(c.Agent, c.Passed, t.Now)).Decision),
        LinkCase c => Known(turn, c.Agent, t => t.Emit(new CaseLinked(c.Case)).Decision),

        // Also a supervisor's; the edge knows the roles.
        TagIncident c => turn.Emit(new IncidentTagged(c.Label)).Decision,
        RaisePriority c => Card.Raise(turn, c),
        MoveToQueue c => Conversations.Move(turn, c),
        _ => Hear(turn, phase, command),
    };

    /// <summary>What the switch, the desk, the citizen, the provider and the contact's own alarms tell.</summary>
    private static Outcome Hear(Turn turn, Phase phase, ContactCommand command) => command switch
    {
        CallerPressed c => Then(turn, t => CallFlow.Pressed(t, c.Digit)),
        PromptEnded c => Then(turn, t => CallFlow.Ended(t, c.Prompt, c.Heard)),
        CallerHungUp => Then(turn, t => Endings.CallOver(t, null)),
        CallVanished => Then(turn, t => Endings.CallOver(t, ContactOutcome.SwitchLost)),
        LegAnswered c => Then(turn, t => Legs.Answered(t, c.Leg)),
        LegFailed c => Then(turn, t => Legs.Failed(t, c.Leg, c.Cause)),
        LegHungUp c => Then(turn, t => Legs.HungUp(t, c.Leg)),
        RecordingStored c => turn.Emit(new RecordingEnded(c.Name, c.Length)).Decision,
        NoteOffered c => Queueing.Offered(turn, c),
        NoteOfferEnded c => Then(turn, t => Queueing.OfferEnded(t, c)),
        Assign c => Queueing.Assigned(turn, c),
        NotePosition c => Then(turn, t => Queueing.Position(t, c)),
        HandOver c => Conversations.HandOver(turn, c),
        OutreachAllowed c when phase is Phase.Judging => Then(turn, t => Outbound.Allowed(t, c.Request)),
        OutreachAllowed c => Then(turn, t => Replies.Allowed(t, c.Request)),
        OutreachRefused c when phase is Phase.Judging => Then(turn, t => Outbound.Refused(t, c.Request, c.Code)),
        OutreachRefused c => Then(turn, t => Replies.Refused(t, c.Request, c.Code)),
        NoteMessageStatus c => Replies.Noted(turn, c),
        ContactTimer c => Then(turn, t => Fired(t, phase, c.Name)),
        _ => throw new NotSupportedException($"{command.GetType().Name} is no command of a contact."),
    };

    /// <summary>
    /// Over. What was under way is still noted; what would change it is refused, and a refusal is news to the sender: the address
    /// opens a new conversation with a late message, the desk frees an agent who accepted too late.
    /// </summary>
    private static Outcome AfterEnd(Turn turn, ContactCommand command) => command switch
    {
        StartCall or StartConversation or StartForm or StartOutbound => Decision.Nothing,
        OutreachAllowed c => Then(turn, t => Replies.Allowed(t, c.Request)),
        OutreachRefused c => Then(turn, t => Replies.Refused(t, c.Request, c.Code)),
        NoteMessageStatus c => Replies.Noted(turn, c),
        RecordingStored c => turn.Emit(new RecordingEnded(c.Name, c.Length)).Decision,
        LinkCase c when turn.Facts.LastAgent == c.Agent => turn.Emit(new CaseLinked(c.Case)).Decision,
        LegAnswered c => Then(turn, t => t.HangUp(c.Leg, "late")),
        CallerPressed or PromptEnded or CallerHungUp or LegFailed or LegHungUp or CallVanished => Decision.Nothing,
        NoteOfferEnded or NotePosition or HandOver or ContactTimer => Decision.Nothing,
        _ => new Rejected(ContactCodes.Ended),
    };

    private static void Fired(Turn turn, Phase phase, string timer)
    {
        switch (timer)
        {
            case Timers.Prompt when phase is Phase.Prompting at:
                CallFlow.Ended(turn, at.Prompt, heard: false);
                break;
            case Timers.Silence:
                CallFlow.Silence(turn);
                break;
            case Timers.Position:
                Queueing.PositionDue(turn);
                break;
            case Timers.Leg:
                Legs.TimedOut(turn);
                break;
            case Timers.Only when phase is Phase.Consulting { TargetLeg: null }:
                Consults.Return(turn, LegFailure.NoAnswer);
                break;
            case Timers.Only:
                Queueing.OnlyGaveUp(turn, LegFailure.NoAnswer);
                break;
            case Timers.Requeue:
                Queueing.Ask(turn);
                break;
            case Timers.Outreach:
                Outbound.Unjudged(turn);
                break;
            case Timers.Idle:
                Conversations.Idle(turn);
                break;
            default:
                if (Timers.WrapUpOf(timer) is { } writer && turn.Facts.Writers.Any(w => w.Agent == writer))
                {
                    Endings.Written(turn, writer, null, null);
                }

                break;
        }
    }

    private static Decision Then(Turn turn, Action<Turn> step)
    {
        step(turn);
        return turn.Decision;
    }

    private static Outcome Owned(Turn turn, AgentId agent, Func<Turn, Outcome> step) => turn.Phase?.Owner == agent ? step(turn) : new Rejected(ContactCodes.NotYours);

    private static Outcome Known(Turn turn, AgentId agent, Func<Turn, Outcome> step) =>
        turn.Phase?.Owner == agent || turn.Facts.Writers.Any(w => w.Agent == agent) || turn.Phase is Phase.Consulting { Partner: { } partner } && partner == agent
            ? step(turn)
            : new Rejected(ContactCodes.NotYours);
}
