using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Views.Model;

namespace Santral.Views.Fold;

/// <summary>What of a contact decides who sees it and where it is drawn.</summary>
internal readonly record struct Standing(string Agents, AgentId? Offered, bool Restricted, bool Ended, bool Verified, CitizenId? Citizen, DeskId? Desk, int Messages)
{
    public static Standing Of(ContactModel contact) => new(
        string.Join('\n', contact.Agents().Select(a => a.Value)), contact.OfferedTo, contact.Restricted, contact.Ended, contact.Verified, contact.Citizen, contact.Desk, contact.Messages.Count);
}

internal static class ContactMarks
{
    public static void Compare(ViewState state, ContactModel contact, Standing before)
    {
        var marks = state.Marks;
        var id = contact.Id.ToString();
        foreach (var left in before.Agents.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            state.Agent(new(left)).Contacts.Remove(contact);
            Agent(state, new(left));
        }

        foreach (var holder in contact.Agents())
        {
            state.Agent(holder).Contacts.Add(contact);
            Agent(state, holder);
        }

        contact.LastAgent = contact.Holder ?? contact.LastAgent;
        if (contact.Ended && contact.Citizen is { } ended)
        {
            state.Citizen(ended).Live.Remove(contact);
        }

        marks.Row(TopicFamily.Contact, id, "contact", id);
        for (var i = before.Messages; i < contact.Messages.Count; i++)
        {
            marks.Row(TopicFamily.Contact, id, "message", contact.Messages[i].Id);
        }

        foreach (var slot in state.SlotsOf(contact.Id))
        {
            Agent(state, slot);
        }

        marks.Agent(before.Offered);
        marks.Agent(contact.OfferedTo);
        Waiting(state, contact);
        if (before.Restricted != contact.Restricted)
        {
            // A call for help names its contact, and so may anyone's row.
            marks.Family(TopicFamily.Desk);
        }

        if (before != Standing.Of(contact))
        {
            marks.Rights(TopicFamily.Contact, id);
            marks.Rights(TopicFamily.Card, id);
            marks.Topic(TopicFamily.Card, id);
            foreach (var linked in contact.Cases)
            {
                marks.Rights(TopicFamily.Case, linked.ToString());
            }
        }

        if (contact.Citizen is { } citizen)
        {
            marks.Card(citizen);
        }
    }

    /// <summary>The agent's own topic and the row the supervisor sees.</summary>
    public static void Agent(ViewState state, AgentId? agent)
    {
        if (agent is not { } id)
        {
            return;
        }

        state.Marks.Agent(id);
        if (state.Agents.TryGetValue(id, out var model) && model.Desk is { } desk)
        {
            state.Marks.Row(TopicFamily.Desk, desk.Value, "agent", id.Value);
        }
    }

    public static void Waiting(ViewState state, ContactModel contact)
    {
        foreach (var offered in state.OfferedTo(contact.Id))
        {
            state.Marks.Agent(offered);
        }

        if (state.WaitingAt.TryGetValue(contact.Id, out var desk))
        {
            state.Marks.Row(TopicFamily.Desk, desk.Value, "waiting", contact.Id.ToString());
        }
    }
}

internal static class CitizenMarks
{
    /// <summary>Everything that draws this citizen: cards, left columns, offers, waiting rows, promises.</summary>
    public static void Touch(ViewState state, CitizenModel citizen)
    {
        state.Marks.Card(citizen.Id);
        // Also ended ones: the desk may still show what it has not yet been told to forget.
        foreach (var contact in citizen.Contacts)
        {
            ContactMarks.Waiting(state, contact);
            state.Marks.Agent(contact.OfferedTo);
            foreach (var agent in contact.Agents())
            {
                state.Marks.Agent(agent);
            }
        }

        foreach (var @case in citizen.Cases)
        {
            state.Marks.Topic(TopicFamily.Case, @case.Id.ToString());
        }

        foreach (var callback in citizen.Callbacks.Values)
        {
            Callback(state, callback);
        }
    }

    public static void Callback(ViewState state, CallbackModel callback)
    {
        if (callback.Owner is { } owner)
        {
            state.Marks.Agent(owner);
        }
        else
        {
            state.Marks.Family(TopicFamily.Agent);
        }
    }
}
