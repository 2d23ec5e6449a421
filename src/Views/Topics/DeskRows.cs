using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Views.Model;
using Santral.Views.Rows;

namespace Santral.Views.Topics;

/// <summary>desk:{desk}: what the supervisor sees. No name in full, nothing by which a confidential contact is known again.</summary>
internal sealed class DeskRows : TopicRows
{
    public override IEnumerable<RowChange> All(ViewState state, string key)
    {
        var desk = state.Desk(new(key));
        foreach (var queue in state.Pack.Queues.Where(q => q.Desk == desk.Id))
        {
            yield return new("queue", queue.Id.Value, Queue(desk, queue));
        }

        foreach (var waiting in desk.Waiting.Values)
        {
            yield return new("waiting", waiting.Contact.ToString(), Waiting(state, waiting));
        }

        foreach (var agent in desk.Agents)
        {
            yield return new("agent", agent.Id.Value, Agent(state, agent));
        }

        foreach (var line in state.Pack.Lines.Where(l => l.Desk == desk.Id))
        {
            yield return new("line", line.Number, Line(state, desk, line));
        }
    }

    public override bool TryOne(ViewState state, string key, string kind, string id, out IRow? row)
    {
        var desk = state.Desk(new(key));
        row = kind switch
        {
            "queue" => state.Pack.Queue(new(id)) is { } queue && queue.Desk == desk.Id ? Queue(desk, queue) : null,
            "waiting" => desk.Waiting.TryGetValue(ContactId.Parse(id), out var waiting) ? Waiting(state, waiting) : null,
            "agent" => state.Agents.TryGetValue(new(id), out var agent) && desk.Agents.Contains(agent) ? Agent(state, agent) : null,
            "line" => state.Pack.Line(id) is { } line && line.Desk == desk.Id ? Line(state, desk, line) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A desk has no such row."),
        };
        return true;
    }

    private static QueueRow Queue(DeskModel desk, QueueSpec spec)
    {
        var queue = desk.Queue(spec.Id);
        var agents = desk.Agents.Where(a => a.HasAll(spec)).ToArray();
        var judged = queue.AnsweredToday + queue.AbandonedToday;
        return new(
            spec.Id.Value, spec.Name, queue.Waiting.Count, queue.Waiting.Count == 0 ? null : queue.Waiting.Min.Since, agents.Length,
            agents.Count(a => a.Presence is Presence.Ready && !a.Slots.ContainsValue(Medium.Call)), queue.OfferedToday, queue.AnsweredToday, queue.AbandonedToday,
            judged == 0 ? null : (double)queue.AnsweredInTimeToday / judged, spec.ServiceLevelTarget.TotalSeconds);
    }

    private static WaitingRow Waiting(ViewState state, WaitingModel waiting)
    {
        var contact = state.Contact(waiting.Contact);
        return new(
            waiting.Contact.ToString(), waiting.Medium.ToString(), contact.Channel.ToString(), waiting.Queue.Value, waiting.Priority.ToString(), waiting.Since,
            Persons.Outside(state, contact), waiting.Offer?.Agent.Value, waiting.Offer?.Until, waiting.Only?.Value, contact.Restricted ? null : contact.Incident);
    }

    private static AgentRow Agent(ViewState state, AgentModel agent)
    {
        var call = agent.Slots.Where(s => s.Value is Medium.Call).Select(s => state.Contact(s.Key)).FirstOrDefault();
        return new(
            agent.Id.Value, state.Open(agent.Name) ?? agent.Id.Value, agent.Presence.ToString(), agent.Reason, agent.Since,
            call is null or { Restricted: true } ? null : call.Id.ToString(), call is null ? "none" : AgentDeskRows.StateOf(call, agent.Id),
            agent.Slots.Count(s => s.Value is Medium.Conversation), agent.Conversations, agent.Skills, agent.HandledToday, agent.MissedToday, agent.HelpAskedAt,
            agent.HelpContact is { } help && !state.Contact(help).Restricted ? help.ToString() : null);
    }

    private static LineRow Line(ViewState state, DeskModel desk, LineSpec line) =>
        new(line.Number, line.Name, IsOpen(state, line), desk.Announcements.GetValueOrDefault(line.Number));

    /// <summary>As of the last record: the views have no clock, and every call is a record.</summary>
    private static bool IsOpen(ViewState state, LineSpec line)
    {
        if (line.Hours.IsEmpty)
        {
            return true;
        }

        var local = state.Pack.Zone.Local(state.Now);
        var time = TimeOnly.FromDateTime(local.DateTime);
        var freeFrom = state.Pack.Holidays.TryGetValue(DateOnly.FromDateTime(local.DateTime), out var half) ? half ?? TimeOnly.MinValue : (TimeOnly?)null;
        return line.Hours.TryGetValue(local.DayOfWeek, out var hours) && time >= hours.Opens && time < hours.Closes && (freeFrom is null || time < freeFrom);
    }
}
