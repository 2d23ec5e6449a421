using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

/// <summary>Applies a contact's events. An event that does not fit the phase changes facts only, so old journals always load.</summary>
internal static class ContactFold
{
    public static ContactState Apply(ContactState state, ContactEvent @event) => state switch
    {
        ContactState.Fresh s => Begin(s, @event),
        ContactState.Live s when @event is ContactEnded e => new ContactState.Ended(FactsFold.Apply(s.Facts, @event), e.Outcome),
        ContactState.Live s => new ContactState.Live(FactsFold.Apply(s.Facts, @event), Next(s, @event)),
        ContactState.Ended s => s with { Facts = FactsFold.Apply(s.Facts, @event) },
        _ => throw new NotSupportedException($"{state.GetType().Name} is no state of a contact."),
    };

    private static ContactState.Live Begin(ContactState.Fresh s, ContactEvent @event) => @event switch
    {
        CallStarted e => new ContactState.Live(
            new()
            {
                Id = s.Id, Medium = Medium.Call, Channel = Channel.Voice, Desk = e.Desk, Line = e.Line, ArrivedAt = e.ArrivedAt, CountsFrom = e.CountsFrom, From = e.From,
                Citizen = e.Citizen, CallerLeg = e.Leg, Open = e.Open, Recorded = e.Recorded, Announcement = e.Announcement,
            },
            new Phase.Prompting("")),
        OutboundStarted e => new ContactState.Live(
            new()
            {
                Id = s.Id, Medium = Medium.Call, Channel = Channel.Voice, Desk = e.Desk, Line = e.CallerId, ArrivedAt = e.At, CountsFrom = e.At, From = e.To, Citizen = e.Citizen,
                LastAgent = e.Agent,
            },
            new Phase.Judging(e.Agent, e.Endpoint, e.Number, e.CallerId, s.Id.Value)),
        ConversationStarted e => new ContactState.Live(
            new()
            {
                Id = s.Id, Medium = Medium.Conversation, Channel = e.Channel, Desk = e.Desk, Line = e.Line, ArrivedAt = e.ArrivedAt, CountsFrom = e.ArrivedAt, From = e.From,
                Citizen = e.Citizen, Address = e.Address,
            },
            new Phase.Waiting(null, null, null)),
        FormReceived e => new ContactState.Live(
            new()
            {
                Id = s.Id, Medium = Medium.Conversation, Channel = e.Channel, Desk = e.Desk, Line = e.Channel.ToString(), ArrivedAt = e.ArrivedAt, CountsFrom = e.ArrivedAt,
                From = e.From, Citizen = e.Citizen,
            },
            new Phase.Waiting(null, null, null)),
        _ => throw new InvalidOperationException($"A contact cannot begin with {@event.GetType().Name}."),
    };

    private static Phase Next(ContactState.Live s, ContactEvent @event) => (@event, s.Phase) switch
    {
        (PromptStarted e, Phase.Prompting) => new Phase.Prompting(e.Prompt),
        (ContactQueued e, _) => new Phase.Waiting(null, e.Only, e.ReturnTo),
        (ContactOffered e, Phase.Waiting p) => p with { Offer = e.Offer },
        (ContactOfferEnded e, Phase.Waiting p) when p.Offer == e.Offer => p with { Offer = null },
        (ContactAssigned { Leg: { } leg } e, Phase.Waiting p) => new Phase.Ringing(e.Offer, e.Agent, leg, p.ReturnTo),
        (ContactAssigned { Leg: { } leg } e, Phase.Consulting p) => p with { TargetLeg = leg, Partner = e.Agent, Offer = e.Offer },
        (AgentRinging e, Phase.Judging p) => new Phase.RingingOwn(e.Agent, e.Leg, p.Number, p.CallerId),
        (CallerDialled, Phase.RingingOwn p) => new Phase.Dialling(p.Agent, p.Leg),
        (Connected e, Phase.Ringing p) => new Phase.Talking(e.Agent, p.Leg, false),
        (Connected e, Phase.Dialling p) => new Phase.Talking(e.Agent, p.Leg, false),
        (Connected e, Phase.Consulting { TargetLeg: { } leg }) => new Phase.Talking(e.Agent, leg, false),
        (Connected e, Phase.Waiting or Phase.WrappingUp) => new Phase.Conversing(e.Agent),
        (CallerHeld, Phase.Talking p) => p with { Held = true },
        (CallerResumed, Phase.Talking p) => p with { Held = false },
        (TransferStarted { Attended: true } e, Phase.Talking p) => new Phase.Consulting(p.Agent, p.Leg, e.Target, e.Leg, null, null, false),
        (TransferStarted { Attended: false, Leg: { } leg } e, _) => new Phase.Transferring(e.By, e.Target, leg),
        (TransferAnswered, Phase.Consulting p) => p with { Answered = true },
        (TransferCompleted, Phase.Transferring p) => new Phase.Bridged(p.Leg),
        (TransferCompleted, Phase.Consulting { Partner: null, TargetLeg: { } leg }) => new Phase.Bridged(leg),
        (TransferReturned, Phase.Consulting p) => new Phase.Talking(p.Agent, p.Leg, false),
        (WrapUpStarted e, _) when MainWrapUp(s, e.Agent) => new Phase.WrappingUp(e.Agent, e.Certain, null, null),
        (WrapUpEnded e, Phase.WrappingUp p) when p.Main == e.Agent => p with { Chosen = e.Outcome, Category = e.Category },

        // Named one by one, so that a new event has to decide whether it changes the phase.
        (CallStarted or OutboundStarted or ConversationStarted or FormReceived or PromptStarted or KeyPressed or NoticeGiven or ContactOffered or ContactOfferEnded, _) => s.Phase,
        (ContactAssigned or AgentRinging or AgentLegFailed or Connected or CallerDialled or CallerHeld or CallerResumed or TransferStarted, _) => s.Phase,
        (TransferAnswered or TransferCompleted or TransferReturned or MessageReceived or MessageWritten or MessageStatusChanged or NoteWritten or CapacitySet, _) => s.Phase,
        (SubjectAdded or IncidentTagged or CitizenLinked or VerificationRecorded or PriorityRaised or CaseLinked or RecordingStarted or RecordingEnded, _) => s.Phase,
        (HandedOver or WrapUpStarted or WrapUpEnded, _) => s.Phase,
        _ => throw new NotSupportedException($"{@event.GetType().Name} is no event of a contact."),
    };

    /// <summary>The owner's wrap-up ends the live part; a sender's stays beside it, until nothing live remains and it is named again.</summary>
    private static bool MainWrapUp(ContactState.Live s, AgentId agent) => s.Phase.Owner == agent || s.Facts.Writers.Any(w => w.Agent == agent);
}
