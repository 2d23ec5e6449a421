using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Views.Model;
using Santral.Views.Rows;

namespace Santral.Views.Topics;

/// <summary>agent:{agent}: presence, offers, the left column and promises.</summary>
internal sealed class AgentDeskRows : TopicRows
{
    public override IEnumerable<RowChange> All(ViewState state, string key)
    {
        var id = new AgentId(key);
        if (!state.Agents.TryGetValue(id, out var agent))
        {
            yield break;
        }

        yield return new("me", key, Me(state, agent));
        foreach (var offer in agent.Offers.Values)
        {
            yield return new("offer", offer.Id.ToString(), Offer(state, agent, offer));
        }

        foreach (var contact in agent.Contacts)
        {
            yield return new("contact", contact.Id.ToString(), Contact(state, contact, agent.Id));
        }

        foreach (var task in agent.Tasks.Values.Concat(state.PoolTasks.Values.Where(t => t.Desk == agent.Desk)))
        {
            yield return new("task", task.Task.ToString("N"), Task(state, task));
        }
    }

    /// <summary>The state's word in the left column and on the supervisor's screen.</summary>
    public static string StateOf(ContactModel contact) => contact.Stage switch
    {
        ContactStage.Arriving or ContactStage.Waiting or ContactStage.Ringing => "ringing",
        ContactStage.Dialling => "dialling",
        ContactStage.Talking => "talking",
        ContactStage.Held => "held",
        ContactStage.Consulting => "consulting",
        ContactStage.Conversation => "conversation",
        ContactStage.Transferring or ContactStage.Bridged or ContactStage.WrapUp or ContactStage.Ended => "wrapUp",
    };

    /// <summary>The same for one agent, who may already write up what a colleague goes on with.</summary>
    public static string StateOf(ContactModel contact, AgentId agent) => contact.WrapUps.ContainsKey(agent.Value) ? "wrapUp"
        : contact.Partner == agent ? contact.PartnerAnswered ? "talking" : "ringing"
        : StateOf(contact);

    /// <summary>Until when free text may be written; null where no window applies or none has been opened.</summary>
    public static DateTimeOffset? WindowUntil(ViewState state, ContactModel contact) =>
        contact.Channel is Channel.WhatsApp && contact.LastInboundAt is { } last ? last + state.Pack.Limits.WhatsAppWindow : null;

    private static MeRow Me(ViewState state, AgentModel agent) => new(
        agent.Id.Value, state.Open(agent.Name) ?? agent.Id.Value, agent.Presence.ToString(), agent.Reason, agent.Since, agent.Joined, agent.Extension,
        agent.HandledToday, agent.MissedToday, agent.TalkSecondsToday, agent.HelpAskedAt);

    private static OfferRow Offer(ViewState state, AgentModel agent, OfferModel offer)
    {
        var contact = state.Contact(offer.Contact);
        var waiting = state.Desk(offer.Desk).Waiting.GetValueOrDefault(offer.Contact);
        var openCases = contact.Citizen is { } citizen ? state.Citizen(citizen).Cases.Count(c => c is { Confidential: false, Live: true }) : 0;
        var priority = waiting?.Priority ?? contact.Priority;
        return new(
            offer.Id.ToString(), offer.Contact.ToString(), offer.Medium.ToString(), contact.Channel.ToString(), QueueName(state, contact), priority.ToString(),
            Persons.Inside(state, contact), Why(state, agent, waiting), waiting?.Since ?? contact.QueuedAt ?? contact.ArrivedAt, offer.Until,
            (offer.Until - offer.At).TotalSeconds, openCases, priority is Priority.P1);
    }

    private static string Why(ViewState state, AgentModel agent, WaitingModel? waiting)
    {
        var spec = waiting is null ? null : state.Pack.Queue(waiting.Queue);
        return waiting?.Only == agent.Id && waiting?.Only is not null ? state.Words["offer.why.only"]
            : spec is { Skills.Length: > 0 } ? state.Words.Format("offer.why.skills", string.Join(", ", spec.Skills))
            : state.Words["offer.why.idle"];
    }

    private static MyContactRow Contact(ViewState state, ContactModel contact, AgentId agent) => new(
        contact.Id.ToString(), contact.Medium.ToString(), contact.Channel.ToString(), StateOf(contact, agent), Persons.Inside(state, contact), QueueName(state, contact),
        contact.Priority.ToString(), contact.StageSince, contact.Unread, WindowUntil(state, contact), contact.Citizen?.ToString(), contact.ConfidentialLine,
        contact.TransferTo, contact.WrapUps.GetValueOrDefault(agent.Value)?.Until);

    internal static string QueueName(ViewState state, ContactModel contact) =>
        contact.Queue is { } id ? state.Pack.Queue(id)?.Name ?? contact.QueueName : contact.Outbound ? state.Words["queue.none"] : contact.QueueName;

    /// <summary>Whoever owns the promise will speak with the person before any question is answered: initials.</summary>
    private static TaskRow Task(ViewState state, CallbackModel task) => new(
        task.Task.ToString("N"), task.Citizen.ToString(), Persons.Initials(state, state.Citizen(task.Citizen)), task.Due, task.Overdue, state.Open(task.Note),
        task.Contact?.ToString(), task.Owner?.Value);
}
