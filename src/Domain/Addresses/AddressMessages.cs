using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Addresses;

/// <summary>All intake enters here, so that one sender is serialised before a citizen exists.</summary>
public abstract record AddressCommand : ICommand;

/// <param name="Leg">The switch's channel id of the caller.</param>
/// <param name="Announcement">See <see cref="StartCall"/>.</param>
public sealed record ReceiveCall(string Leg, Sealed<string>? Number, string Line, DateTimeOffset ArrivedAt, string? Announcement) : AddressCommand, IArrival
{
    public ICommand WithoutArrival() => this with { ArrivedAt = default };
}

public sealed record ReceiveText(Channel Channel, Sealed<string> Address, string Line, IncomingMessage Message, Sealed<string>? ProfileName) : AddressCommand, IArrival
{
    public ICommand WithoutArrival() => this with { Message = Message with { ReceivedAt = default } };
}

public sealed record ReceiveForm(
    Channel Channel, Sealed<string>? Address, string? SenderReference, string? Service, Sealed<string> Text, Sealed<string>? Name, Sealed<PostalAddress>? Place, DateTimeOffset ArrivedAt) : AddressCommand, IArrival
{
    public ICommand WithoutArrival() => this with { ArrivedAt = default };
}

/// <summary>From a contact that ended, with what a quick return may regain.</summary>
public sealed record NoteContactEnded(ContactId Contact, ContactOutcome Outcome, DateTimeOffset CountsFrom, DateTimeOffset At) : AddressCommand;

/// <summary>After a merge the address belongs to another citizen.</summary>
public sealed record Reassign(CitizenId Citizen) : AddressCommand;

public abstract record AddressEvent : IEvent;

public sealed record AddressBelongsTo(CitizenId Citizen) : AddressEvent;
public sealed record CallTaken(ContactId Contact, string Leg, DateTimeOffset At, DateTimeOffset CountsFrom) : AddressEvent;

/// <param name="Address">Kept so that a message which reached an ended conversation opens the next one instead of being lost.</param>
public sealed record ConversationOpened(ContactId Contact, Channel Channel, string Line, Sealed<string> Address) : AddressEvent;
public sealed record TextTaken(string ProviderMessageId, ContactId Contact, DateTimeOffset At) : AddressEvent;
public sealed record FormTaken(ContactId Contact) : AddressEvent;
public sealed record ContactClosed(ContactId Contact, ContactOutcome Outcome, DateTimeOffset CountsFrom, DateTimeOffset At) : AddressEvent;

/// <summary>The contact that the intake reached, new or already open.</summary>
public sealed record Taken(ContactId Contact, CitizenId? Citizen) : IReply;
