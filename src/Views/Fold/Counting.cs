using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Views.Model;

namespace Santral.Views.Fold;

/// <summary>The day's figures of queues, agents and reports.</summary>
internal static class Counting
{
    public static void Arrived(ViewState state, ContactModel contact)
    {
        var day = state.Day(contact.ArrivedAt);
        if (contact.Outbound)
        {
            day.Outbound++;
        }
        else
        {
            day.Live++;
        }
    }

    public static void Offered(ViewState state, ContactModel contact, DeskId desk, QueueId queue)
    {
        if (!contact.Outbound)
        {
            state.Desk(desk).Queue(queue).OfferedToday++;
            state.Marks.Row(TopicFamily.Desk, desk.Value, "queue", queue.Value);
        }
    }

    /// <summary>The first agent who speaks with the citizen answers the contact; each agent has handled it once.</summary>
    public static void Answered(ViewState state, ContactModel contact, AgentId agent, DateTimeOffset at)
    {
        if (contact.LastAgent != agent || contact.ConnectedAt is null)
        {
            state.Agent(agent).HandledToday++;
            ContactMarks.Agent(state, agent);
        }

        if (contact.ConnectedAt is null && contact is { Desk: { } desk, Queue: { } id, Outbound: false })
        {
            var queue = state.Desk(desk).Queue(id);
            queue.AnsweredToday++;
            var target = state.Pack.Queue(id)?.ServiceLevelTarget;
            queue.AnsweredInTimeToday += target is null || at - (contact.QueuedAt ?? contact.ArrivedAt) <= target ? 1 : 0;
            state.Marks.Row(TopicFamily.Desk, desk.Value, "queue", id.Value);
        }

        contact.ConnectedAt ??= at;
        contact.LastAgent = agent;
    }

    /// <summary>Closes the running stretch of talk, if there is one.</summary>
    public static void Talked(ViewState state, ContactModel contact, DateTimeOffset until)
    {
        if (contact is { TalkingSince: { } since, LastAgent: { } agent } && until > since)
        {
            state.Agent(agent).TalkSecondsToday += (until - since).TotalSeconds;
            state.Marks.Agent(agent);
        }

        contact.TalkingSince = null;
    }

    public static void Ended(ViewState state, ContactModel contact, ContactOutcome outcome)
    {
        if (contact.Outbound)
        {
            return;
        }

        var day = state.Day(contact.ArrivedAt);
        day.Live--;
        day.ByOutcome[outcome] = day.ByOutcome.GetValueOrDefault(outcome) + 1;
        var ending = EndingOf(outcome, contact.ConnectedAt is not null);
        Add(day.Total, ending);
        Add(day.ByHour[state.Pack.Zone.Local(contact.ArrivedAt).Hour], ending);
        var queueId = contact.Queue?.Value ?? "";
        if (!day.ByQueue.TryGetValue(queueId, out var byQueue))
        {
            day.ByQueue.Add(queueId, byQueue = new());
        }

        Add(byQueue, ending);
        if (ending is Ending.Abandoned && contact is { Desk: { } desk, Queue: { } queue })
        {
            state.Desk(desk).Queue(queue).AbandonedToday++;
            state.Marks.Row(TopicFamily.Desk, desk.Value, "queue", queue.Value);
        }
    }

    private enum Ending
    {
        Answered,
        Abandoned,
        TransferredOut,
        Closed,
        Callback,
    }

    /// <summary>Every outcome falls into exactly one column, which is why the report ties.</summary>
    private static Ending EndingOf(ContactOutcome outcome, bool connected) => outcome switch
    {
        ContactOutcome.Transferred or ContactOutcome.ReferredOutside => Ending.TransferredOut,
        ContactOutcome.CallbackPromised => Ending.Callback,
        ContactOutcome.ClosedHours => Ending.Closed,
        ContactOutcome.Informed or ContactOutcome.CaseOpened or ContactOutcome.CaseFollowedUp or ContactOutcome.WrongNumber
            or ContactOutcome.WarnedAndEnded or ContactOutcome.Duplicate => Ending.Answered,
        ContactOutcome.Abandoned or ContactOutcome.AbandonedInPrompt or ContactOutcome.SilentCall or ContactOutcome.NoAnswer or ContactOutcome.Busy
            or ContactOutcome.Unreachable or ContactOutcome.Refused or ContactOutcome.Disconnected or ContactOutcome.SwitchLost
            or ContactOutcome.TimedOut => connected ? Ending.Answered : Ending.Abandoned,
    };

    private static void Add(ReportCounts counts, Ending ending)
    {
        counts.Offered++;
        switch (ending)
        {
            case Ending.Answered:
                counts.Answered++;
                break;
            case Ending.Abandoned:
                counts.Abandoned++;
                break;
            case Ending.TransferredOut:
                counts.TransferredOut++;
                break;
            case Ending.Closed:
                counts.Closed++;
                break;
            case Ending.Callback:
                counts.Callback++;
                break;
            default:
                throw new InvalidOperationException($"{ending} is no column of the report.");
        }
    }
}
