using System.Globalization;
using Santral.Domain.Agents;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

/// <summary>
/// A decision in the making: the events so far, applied to copies of the few agents and contacts they touch, over a state
/// that stays as it is. <see cref="Done"/> matches what they set free.
/// </summary>
internal sealed class DeskDraft : DeskFold
{
    private readonly Decision decision = new();
    private readonly Context context;
    private int offersMade;

    public DeskDraft(DeskState state, in Context context)
    {
        State = state;
        this.context = context;
        Clock = state.Clock;
    }

    public DeskState State { get; }
    public DateTimeOffset Now => context.Now;

    /// <summary>Copies, the gone ones included.</summary>
    public List<DeskAgent> Agents { get; } = [];

    /// <summary>Copies, the gone ones included.</summary>
    public List<WaitingContact> Contacts { get; } = [];

    public Decision Done()
    {
        Matcher.Run(this);
        return decision;
    }

    public void Emit(DeskEvent @event)
    {
        decision.Event(@event);
        Apply(@event);
    }

    public void Send(ActorId to, ICommand command) => decision.Send(to, command);

    public void Reply(IReply reply) => decision.Reply(reply);

    public void Offer(WaitingContact contact, DeskAgent agent)
    {
        var offer = new OfferId(context.NewId(offersMade++));
        var until = Now + context.Pack.Limits.OfferTimeout;
        Emit(new OfferMade(offer, contact.Id, agent.Id, contact.Medium, Now, until));
        decision.Alarm(AlarmOf(offer), until, new ExpireOffer(offer));
        Send(contact.Id.Actor, new NoteOffered(offer, agent.Id, until));
    }

    /// <summary>A pending offer comes to nothing: the contact waits again with its age, and both are told.</summary>
    public void Close(DeskOffer offer, OfferEnd end, string? reason)
    {
        Emit(new OfferClosed(offer.Id, offer.Contact, offer.Agent, end, reason, Now));
        CancelOffer(offer, end);
        if (Contact(offer.Contact)?.PassedOver is not null)
        {
            decision.Alarm(RoundOf(offer.Contact), Now + context.Pack.Limits.OfferTimeout, new EndRound(offer.Contact));
        }
    }

    public void CancelOffer(DeskOffer offer, OfferEnd? end)
    {
        decision.Cancel(AlarmOf(offer.Id));
        Send(offer.Agent.Actor, new NoteOffer(offer.Id, offer.Contact, end, Now));
        if (end is { } ended)
        {
            Send(offer.Contact.Actor, new NoteOfferEnded(offer.Id, offer.Agent, ended));
        }
    }

    public void CancelRound(WaitingContact contact)
    {
        if (contact.PassedOver is not null)
        {
            decision.Cancel(RoundOf(contact.Id));
        }
    }

    public void SetPresence(AgentId agent, Presence presence, string? reason)
    {
        Emit(new PresenceChanged(agent, presence, reason, Now));
        Send(agent.Actor, new NotePresence(presence, reason, Now));
    }

    internal override DeskAgent? Agent(AgentId id) => Copy(id) ?? State.Agent(id);

    internal override WaitingContact? Contact(ContactId id) => Copy(id) is { } copy ? copy.Gone ? null : copy : State.Contact(id);

    /// <summary>True when a copy stands for this one.</summary>
    public bool IsTouched(DeskAgent agent)
    {
        foreach (var copy in Agents)
        {
            if (copy.Origin == agent)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc cref="IsTouched(DeskAgent)"/>
    public bool IsTouched(WaitingContact contact)
    {
        foreach (var copy in Contacts)
        {
            if (copy.Origin == contact)
            {
                return true;
            }
        }

        return false;
    }

    private protected override DeskAgent? EditAgent(AgentId id)
    {
        if (Copy(id) is { } copy)
        {
            return copy;
        }

        if (State.Agent(id) is not { } agent)
        {
            return null;
        }

        copy = agent.Copy();
        Agents.Add(copy);
        return copy;
    }

    private protected override WaitingContact? EditContact(ContactId id)
    {
        if (Copy(id) is { } copy)
        {
            return copy.Gone ? null : copy;
        }

        if (State.Contact(id) is not { } contact)
        {
            return null;
        }

        copy = contact.Copy();
        Contacts.Add(copy);
        return copy;
    }

    private protected override void Put(DeskAgent agent)
    {
        if (!Agents.Contains(agent))
        {
            Agents.Add(agent);
        }
    }

    private protected override void Put(WaitingContact contact)
    {
        if (!Contacts.Contains(contact))
        {
            Contacts.Add(contact);
        }
    }

    private protected override void Drop(DeskAgent agent) => agent.Gone = true;

    private protected override void Drop(WaitingContact contact) => contact.Gone = true;

    private protected override void Keep(DeskOffer offer)
    {
    }

    private protected override void Forget(OfferId offer)
    {
    }

    private protected override void Announce(string line, string? sound)
    {
    }

    private static string AlarmOf(OfferId offer) => string.Create(CultureInfo.InvariantCulture, $"offer:{offer.Value:N}");

    private static string RoundOf(ContactId contact) => string.Create(CultureInfo.InvariantCulture, $"round:{contact.Value:N}");

    private DeskAgent? Copy(AgentId id)
    {
        foreach (var copy in Agents)
        {
            if (copy.Id == id)
            {
                return copy;
            }
        }

        return null;
    }

    private WaitingContact? Copy(ContactId id)
    {
        foreach (var copy in Contacts)
        {
            if (copy.Id == id)
            {
                return copy;
            }
        }

        return null;
    }
}
