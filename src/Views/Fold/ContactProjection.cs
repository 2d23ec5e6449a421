using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Views.Model;

namespace Santral.Views.Fold;

/// <summary>What a contact's own events change. Who holds it, and so who may see it, is compared before and after.</summary>
internal static class ContactProjection
{
    public static void Apply(ViewState state, ContactId id, ContactEvent @event, DateTimeOffset at)
    {
        var contact = state.Contact(id);
        var before = Standing.Of(contact);
        contact.Known = true;
        Change(state, contact, @event, at);
        ContactMarks.Compare(state, contact, before);
    }

    private static void Change(ViewState state, ContactModel contact, ContactEvent @event, DateTimeOffset at)
    {
        switch (@event)
        {
            case CallStarted e:
                Arrive(state, contact, Medium.Call, Channel.Voice, e.Line, e.Desk, e.ArrivedAt);
                contact.From = e.From;
                contact.ConfidentialLine = e.Confidential;
                Link(state, contact, e.Citizen);
                break;
            case OutboundStarted e:
                contact.Outbound = true;
                Arrive(state, contact, Medium.Call, Channel.Voice, e.CallerId, e.Desk, e.At);
                Link(state, contact, e.Citizen);
                contact.Holder = e.Agent;
                Enter(contact, ContactStage.Dialling, e.At);
                break;
            case ConversationStarted e:
                Arrive(state, contact, Medium.Conversation, e.Channel, e.Line, e.Desk, e.ArrivedAt);
                contact.From = e.From;
                contact.ConfidentialLine = state.Pack.Line(e.Line) is { Confidential: true };
                Link(state, contact, e.Citizen);
                break;
            case FormReceived e:
                Arrive(state, contact, Medium.Conversation, e.Channel, "", e.Desk, e.ArrivedAt);
                contact.From = e.From;
                contact.SenderReference = e.SenderReference;
                contact.ConfidentialCase = state.Pack.Service(e.Service) is { Confidential: true };
                Link(state, contact, e.Citizen);
                Say(contact, new("form", Direction.Inbound, e.Text, e.ArrivedAt));
                contact.Unread++;
                break;
            case PromptStarted or KeyPressed or NoticeGiven:
                break;
            case SubjectAdded e:
                contact.Subjects.Add(e.Subject);
                break;
            case ContactQueued e:
                Queue(state, contact, e);
                break;
            case ContactOffered e:
                contact.OfferedTo = e.Agent;
                break;
            case ContactOfferEnded e:
                contact.OfferedTo = contact.OfferedTo == e.Agent ? null : contact.OfferedTo;
                break;
            case ContactAssigned e when contact.Stage is ContactStage.Consulting:
                contact.Partner = e.Agent;
                break;
            case ContactAssigned e:
                contact.OfferedTo = null;
                contact.Holder = e.Agent;
                if (contact.Medium is Medium.Call)
                {
                    Enter(contact, ContactStage.Ringing, e.At);
                }
                else
                {
                    Enter(contact, ContactStage.Conversation, e.At);
                }

                break;
            case AgentRinging when contact.Stage is ContactStage.Consulting:
                break;
            case AgentRinging e:
                contact.Holder = e.Agent;
                Enter(contact, ContactStage.Ringing, at);
                break;
            case AgentLegFailed e:
                contact.Partner = contact.Partner == e.Agent ? null : contact.Partner;
                contact.Holder = contact.Holder == e.Agent && contact.Stage is ContactStage.Ringing ? null : contact.Holder;
                break;
            case Connected e:
                contact.Holder = e.Agent;
                contact.Partner = null;
                contact.TransferTo = null;
                Counting.Talked(state, contact, e.At);
                Counting.Answered(state, contact, e.Agent, e.At);
                contact.TalkingSince = contact.Medium is Medium.Call ? e.At : null;
                Enter(contact, contact.Medium is Medium.Call ? ContactStage.Talking : ContactStage.Conversation, e.At);
                break;
            case CallerDialled:
                Enter(contact, ContactStage.Dialling, at);
                break;
            case CallerHeld e:
                Enter(contact, ContactStage.Held, e.At);
                break;
            case CallerResumed e:
                Enter(contact, ContactStage.Talking, e.At);
                break;
            case TransferStarted e:
                contact.TransferTo = e.Target.Label;
                contact.TransferNote = e.Note;
                contact.PartnerAnswered = false;
                if (e.Attended)
                {
                    Enter(contact, ContactStage.Consulting, at);
                }
                else
                {
                    Counting.Talked(state, contact, at);
                    contact.Holder = null;
                    Enter(contact, ContactStage.Transferring, at);
                }

                break;
            case TransferAnswered:
                contact.PartnerAnswered = true;
                break;
            case TransferCompleted e:
                contact.TransferTo = e.Target.Label;
                Counting.Talked(state, contact, at);
                if (e.Target.Kind is TransferKind.Extension or TransferKind.Outside)
                {
                    contact.Holder = null;
                    Enter(contact, ContactStage.Bridged, at);
                }

                break;
            case TransferReturned:
                contact.TransferTo = null;
                contact.Partner = null;
                if (contact.Stage is ContactStage.Consulting)
                {
                    Enter(contact, ContactStage.Talking, at);
                }

                break;
            case MessageReceived e:
                Say(contact, new(e.Message.ProviderMessageId, Direction.Inbound, e.Message.Text, e.Message.ReceivedAt));
                contact.LastInboundAt = e.Message.ReceivedAt;
                contact.Unread++;
                break;
            case MessageWritten e:
                Say(contact, new(e.MessageId.ToString("N"), Direction.Outbound, e.Text, e.At)
                {
                    Status = MessageStatus.Pending,
                    By = e.Agent.Value,
                    Template = e.Template,
                });
                contact.Unread = 0;
                break;
            case MessageStatusChanged e:
                if (contact.Messages.Find(m => m.Id == e.MessageId.ToString("N")) is { } message)
                {
                    message.Status = e.Status;
                    message.StatusCode = e.Code;
                    state.Marks.Row(TopicFamily.Contact, contact.Id.ToString(), "message", message.Id);
                }

                break;
            case NoteWritten e:
                contact.Note = e.Note;
                break;
            case CapacitySet e:
                contact.Capacity = e.Capacity;
                break;
            case IncidentTagged e:
                contact.Incident = e.Label;
                break;
            case CitizenLinked e:
                // The questions were answered for another person.
                contact.Verified = contact.Verified && contact.Citizen == e.Citizen;
                Link(state, contact, e.Citizen);
                break;
            case VerificationRecorded e:
                contact.Verified = e.Passed;
                break;
            case PriorityRaised e:
                contact.Priority = e.Priority;
                break;
            case CaseLinked e:
                if (!contact.Cases.Contains(e.Case))
                {
                    contact.Cases.Add(e.Case);
                }

                var linked = state.Case(e.Case);
                linked.Contacts.Add(contact);
                contact.ConfidentialCase |= linked.Confidential;
                break;
            case RecordingStarted:
                contact.Recording = true;
                break;
            case RecordingEnded:
                contact.Recording = false;
                break;
            case HandedOver:
                contact.Holder = null;
                Enter(contact, ContactStage.Waiting, at);
                break;
            case WrapUpStarted e:
                Counting.Talked(state, contact, e.At);
                // The owner's ends the live part; a sender's stays beside it, until nothing live remains and it is named again.
                if (contact.Holder == e.Agent || contact.WrapUps.ContainsKey(e.Agent.Value))
                {
                    contact.Holder = contact.Partner = null;
                    Enter(contact, ContactStage.WrapUp, e.At);
                }

                contact.WrapUps[e.Agent.Value] = new(e.Agent, e.At, e.Until);
                break;
            case WrapUpEnded e:
                contact.WrapUps.Remove(e.Agent.Value);
                contact.Category = e.Category ?? contact.Category;
                break;
            case ContactEnded e:
                Counting.Talked(state, contact, e.At);
                contact.Outcome = e.Outcome;
                contact.Category = e.Category;
                contact.EndedAt = e.At;
                contact.LastAgent = e.Agent ?? contact.Holder ?? contact.LastAgent;
                contact.Holder = contact.Partner = contact.OfferedTo = null;
                contact.WrapUps.Clear();
                contact.Recording = false;
                Enter(contact, ContactStage.Ended, e.At);
                Counting.Ended(state, contact, e.Outcome);
                break;
            default:
                throw new InvalidOperationException($"The views know no contact event {@event.GetType().Name}.");
        }
    }

    private static void Arrive(ViewState state, ContactModel contact, Medium medium, Channel channel, string line, DeskId desk, DateTimeOffset at)
    {
        if (contact.ArrivedAt == default)
        {
            contact.ArrivedAt = at;
            state.ContactsByArrival.Add(contact);
            Counting.Arrived(state, contact);
        }

        contact.Medium = medium;
        contact.Channel = channel;
        contact.Line = line;
        contact.Desk = desk;
        contact.StageSince = at;
    }

    private static void Queue(ViewState state, ContactModel contact, ContactQueued e)
    {
        Counting.Talked(state, contact, e.At);
        if (contact.Queue != e.Queue)
        {
            Counting.Offered(state, contact, e.Desk, e.Queue);
        }

        contact.Queue = e.Queue;
        contact.QueueName = e.QueueName;
        contact.Desk = e.Desk;
        contact.Priority = e.Priority;
        contact.ConfidentialLine |= state.Pack.Queue(e.Queue) is { Confidential: true };
        contact.QueuedAt ??= e.At;
        contact.Holder = contact.Partner = contact.OfferedTo = null;
        Enter(contact, ContactStage.Waiting, e.At);
    }

    private static void Link(ViewState state, ContactModel contact, CitizenId? citizen)
    {
        if (contact.Citizen == citizen)
        {
            return;
        }

        if (contact.Citizen is { } old)
        {
            state.Citizen(old).Contacts.Remove(contact);
            state.Citizen(old).Live.Remove(contact);
            CitizenMarks.Touch(state, state.Citizen(old));
        }

        contact.Citizen = citizen;
        if (citizen is { } linked)
        {
            state.Citizen(linked).Contacts.Add(contact);
            state.Citizen(linked).Live.Add(contact);
        }
    }

    private static void Say(ContactModel contact, MessageModel message)
    {
        if (!contact.Messages.Exists(m => m.Id == message.Id))
        {
            contact.Messages.Add(message);
        }
    }

    private static void Enter(ContactModel contact, ContactStage stage, DateTimeOffset at)
    {
        contact.StageSince = contact.Stage == stage ? contact.StageSince : at;
        contact.Stage = stage;
    }
}
