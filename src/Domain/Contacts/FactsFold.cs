using System.Collections.Immutable;
using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

/// <summary>What each event adds to the facts of a contact, whatever its phase.</summary>
internal static class FactsFold
{
    public static Facts Apply(Facts f, ContactEvent @event) => @event switch
    {
        KeyPressed e => f with { Key = e.Digit },
        PromptStarted { Prompt: Prompts.InvalidKey } => f with { InvalidKeys = f.InvalidKeys + 1 },
        NoticeGiven => f with { NoticeGiven = true },
        ContactQueued e => f with { Queue = e.Queue, Desk = e.Desk, Priority = e.Priority, CountsFrom = e.CountsFrom },
        AgentRinging => f with { Legs = f.Legs + 1 },
        CallerDialled e => f with { CallerLeg = e.Leg, Legs = f.Legs + 1 },
        TransferStarted e => f with { Transfer = new(e.By, e.Target), Legs = f.Legs + (e.Leg is null ? 0 : 1) },
        TransferCompleted or TransferReturned => f with { Transfer = null },
        Connected e => f with { LastAgent = e.Agent },
        MessageReceived e => f with { LastInboundAt = Later(f.LastInboundAt, e.Message.ReceivedAt), Unanswered = true, Seen = Remember(f.Seen, e.Message.ProviderMessageId) },
        MessageWritten e => f with { Unanswered = false, Outbox = f.Outbox.Add(new(e.MessageId, e.Channel, e.Text, e.Template, e.TemplateValues, MessageStatus.Pending, null)) },
        MessageStatusChanged e => f with { Outbox = f.Outbox.Change(e.MessageId, e.Status, e.ProviderMessageId) },
        SubjectAdded => f with { Subjects = f.Subjects + 1 },
        CitizenLinked e => f with { Citizen = e.Citizen },
        PriorityRaised e => f with { Priority = e.Priority },
        RecordingStarted => f with { Recordings = f.Recordings + 1 },
        WrapUpStarted e => f with { Writers = f.Writers.Any(w => w.Agent == e.Agent) ? f.Writers : f.Writers.Add(new(e.Agent, f.Desk)) },
        WrapUpEnded e => f with { Writers = f.Writers.RemoveAll(w => w.Agent == e.Agent) },
        ContactEnded => f with { Writers = [], Transfer = null },
        CallStarted or OutboundStarted or ConversationStarted or FormReceived or PromptStarted or ContactOffered or ContactOfferEnded or ContactAssigned or AgentLegFailed => f,
        CallerHeld or CallerResumed or TransferAnswered or NoteWritten or CapacitySet or IncidentTagged or VerificationRecorded or CaseLinked or RecordingEnded or HandedOver => f,
        _ => throw new NotSupportedException($"{@event.GetType().Name} is no event of a contact."),
    };

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset at) => known > at ? known.Value : at;

    private static ImmutableArray<string> Remember(ImmutableArray<string> seen, string id) => (seen.Length >= Facts.MostSeen ? seen.RemoveAt(0) : seen).Add(id);
}
