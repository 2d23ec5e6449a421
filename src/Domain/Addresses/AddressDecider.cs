using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Addresses;

/// <summary>
/// The door of one address. It finds or mints the citizen and the contact and hands them what came in; because everything
/// from one sender passes here in order, retries and parallel images never open two conversations.
/// </summary>
public sealed class AddressDecider : IDecider<AddressState, AddressCommand, AddressEvent>
{
    /// <summary>Ordinals of the ids that one intake mints.</summary>
    private const int ContactOrdinal = 0;
    private const int CitizenOrdinal = 1;

    public string Kind => ActorKinds.Address;

    public AddressState Initial(string key) => AddressState.Of(key);

    public Outcome Decide(AddressState state, AddressCommand command, in Context context) => command switch
    {
        ReceiveCall call => TakeCall(state, call, context),
        ReceiveText text => TakeText(state, text, context),
        ReceiveForm form => TakeForm(state, form, context),
        NoteContactEnded ended => Decision.Of(new ContactClosed(ended.Contact, ended.Outcome, ended.CountsFrom, ended.At)),
        Reassign given => state.Citizen == given.Citizen ? Decision.Nothing : Decision.Of(new AddressBelongsTo(given.Citizen)),
        _ => throw new NotSupportedException($"{command.GetType().Name} is no command of an address."),
    };

    public Outcome Notice(AddressState state, Notice notice, in Context context) => notice switch
    {
        Kernel.Notice.SendRefused { Command: ReceiveMessage refused } sent => PassOn(state, refused.Message, sent.Target, context),

        // Citizens and new contacts refuse nothing that an address sends; a refusal would leave nothing to put right here.
        Kernel.Notice.SendRefused => Decision.Nothing,
        Kernel.Notice.EffectDone or Kernel.Notice.EffectFailed or Kernel.Notice.EffectExpired or Kernel.Notice.EffectInDoubt => Decision.Nothing,
        _ => throw new NotSupportedException($"{notice.GetType().Name} is no notice."),
    };

    public AddressState Evolve(AddressState state, AddressEvent @event) => @event switch
    {
        AddressBelongsTo e => state with { Citizen = e.Citizen },
        CallTaken e => state with { Taken = state.Taken.Add(LegId(e.Leg), new(e.Contact, null, e.At), e.At), LostPlace = null },
        ConversationOpened e => state with { Lines = state.Lines.SetItem(e.Line, new(e.Contact, e.Channel, e.Address, true)) },
        TextTaken e => state with { Taken = state.Taken.Add(e.ProviderMessageId, new(e.Contact, LineOf(state, e), e.At), e.At) },
        FormTaken => state,
        ContactClosed e => Close(state, e),
        _ => throw new NotSupportedException($"{@event.GetType().Name} is no event of an address."),
    };

    private static Decision TakeCall(AddressState state, ReceiveCall call, in Context context)
    {
        if (state.Taken.Find(LegId(call.Leg)) is { } known)
        {
            return Decision.Nothing.Reply(new Taken(known.Contact, state.Citizen));
        }

        // A withheld number is shared by strangers: it makes no citizen, and nobody inherits another's place.
        var decision = new Decision();
        var contact = new ContactId(context.NewId(ContactOrdinal));
        CitizenId? citizen = call.Number is null ? null : Belonging(decision, state, Channel.Voice, call.Number, null, context);
        var place = call.Number is not null && state.LostPlace is { } lost && context.Now - lost.At <= context.Pack.Limits.RegainPlaceWithin ? lost : null;
        var countsFrom = place?.CountsFrom ?? call.ArrivedAt;
        decision.Event(new CallTaken(contact, call.Leg, context.Now, countsFrom));
        decision.Send(contact.Actor, new StartCall(call.Leg, state.Key, citizen, call.Number, call.Line, call.ArrivedAt, countsFrom, call.Announcement));
        if (citizen is { } id)
        {
            decision.Send(id.Actor, new NoteContact(contact, Channel.Voice, state.Key, call.Line, call.ArrivedAt, CitizenSpoke: true));
        }

        return decision.Reply(new Taken(contact, citizen));
    }

    private static Decision TakeText(AddressState state, ReceiveText text, in Context context)
    {
        if (state.Taken.Find(text.Message.ProviderMessageId) is { } known)
        {
            return Decision.Nothing.Reply(new Taken(known.Contact, state.Citizen));
        }

        var decision = new Decision();
        var citizen = Belonging(decision, state, text.Channel, text.Address, text.ProfileName, context);
        var contact = Deliver(decision, state, citizen, text.Channel, text.Address, text.Line, text.Message, context);
        return decision.Reply(new Taken(contact, citizen));
    }

    private static Decision TakeForm(AddressState state, ReceiveForm form, in Context context)
    {
        var decision = new Decision();
        var contact = new ContactId(context.NewId(ContactOrdinal));
        CitizenId? citizen = form.Address is null ? null : Belonging(decision, state, form.Channel, form.Address, form.Name, context);
        AddressKey? from = form.Address is null ? null : state.Key;
        decision.Event(new FormTaken(contact));
        decision.Send(contact.Actor, new StartForm(form.Channel, from, citizen, form.SenderReference, form.Service, form.Text, form.Name, form.Place, form.ArrivedAt));
        if (citizen is { } id)
        {
            decision.Send(id.Actor, new NoteContact(contact, form.Channel, state.Key, form.Channel.ToString(), form.ArrivedAt, CitizenSpoke: true));
        }

        return decision.Reply(new Taken(contact, citizen));
    }

    /// <summary>
    /// A message that met a conversation which had just ended. It goes to the next one, which it opens when nobody did:
    /// what a citizen wrote is never lost between two conversations.
    /// </summary>
    private static Decision PassOn(AddressState state, IncomingMessage message, ActorId refusedBy, in Context context)
    {
        var taken = state.Taken.Find(message.ProviderMessageId);
        if (taken?.Line is not { } line || taken.Contact.Actor != refusedBy || state.Citizen is not { } citizen || !state.Lines.TryGetValue(line, out var last))
        {
            return Decision.Nothing;
        }

        var ended = last.Contact.Actor == refusedBy ? state with { Lines = state.Lines.SetItem(line, last with { Open = false }) } : state;
        var decision = new Decision();
        Deliver(decision, ended, citizen, last.Channel, last.Address, line, message, context);
        return decision;
    }

    /// <summary>Into the open conversation of that line, or into a new one.</summary>
    private static ContactId Deliver(
        Decision decision, AddressState state, CitizenId citizen, Channel channel, Sealed<string> address, string line, IncomingMessage message, in Context context)
    {
        var contact = state.OpenOn(line)?.Contact ?? new ContactId(context.NewId(ContactOrdinal));
        if (state.OpenOn(line) is null)
        {
            decision.Event(new ConversationOpened(contact, channel, line, address));
            decision.Send(contact.Actor, new StartConversation(channel, state.Key, citizen, address, line, message.ReceivedAt, message));
        }
        else
        {
            decision.Send(contact.Actor, new ReceiveMessage(message));
        }

        decision.Event(new TextTaken(message.ProviderMessageId, contact, context.Now));
        decision.Send(citizen.Actor, new NoteContact(contact, channel, state.Key, line, message.ReceivedAt, CitizenSpoke: true));
        return contact;
    }

    private static CitizenId Belonging(Decision decision, AddressState state, Channel channel, Sealed<string> value, Sealed<string>? name, in Context context)
    {
        if (state.Citizen is { } known)
        {
            return known;
        }

        var citizen = new CitizenId(context.NewId(CitizenOrdinal));
        decision.Event(new AddressBelongsTo(citizen));
        decision.Send(citizen.Actor, new Register(state.Key, channel, value, name));
        return citizen;
    }

    private static AddressState Close(AddressState state, ContactClosed e)
    {
        var lines = state.Lines;
        foreach (var (line, last) in state.Lines)
        {
            lines = last.Contact == e.Contact ? lines.SetItem(line, last with { Open = false }) : lines;
        }

        // A caller whom the switch lost did not choose to leave, and regains the place like one who hung up waiting.
        var lost = e.Outcome is ContactOutcome.Abandoned or ContactOutcome.SwitchLost;
        return state with { Lines = lines, LostPlace = lost ? new(e.CountsFrom, e.At) : state.LostPlace };
    }

    private static string? LineOf(AddressState state, TextTaken e)
    {
        foreach (var (line, last) in state.Lines)
        {
            if (last.Contact == e.Contact)
            {
                return line;
            }
        }

        return null;
    }

    private static string LegId(string leg) => $"leg:{leg}";
}
