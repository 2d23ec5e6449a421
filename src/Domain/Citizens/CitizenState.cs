using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Citizens;

/// <summary>
/// What rules need of a citizen; names, identity and history are in the events and shown by views. A citizen exists from
/// the first sight on, so a note that overtakes the registration is taken all the same.
/// </summary>
/// <param name="Notices">What was sent about cases, youngest <see cref="MostNotices"/>: a status callback finds its notice here.</param>
public sealed record CitizenState(
    CitizenId Id,
    bool Registered,
    bool Named,
    SafeContact Safe,
    ImmutableArray<CitizenAddress> Addresses,
    ImmutableSortedDictionary<Guid, Callback> Callbacks,
    ImmutableArray<SentNotice> Notices)
{
    public const int MostAddresses = 32;
    public const int MostOpenCallbacks = 100;
    public const int MostNotices = 200;

    public static CitizenState Of(string key) =>
        new(CitizenId.Parse(key), false, false, SafeContact.Anything, [], ImmutableSortedDictionary<Guid, Callback>.Empty, []);

    public CitizenAddress? Address(AddressKey key, Channel channel) => Addresses.FirstOrDefault(a => a.Key == key && a.Channel == channel);

    public SentNotice? Notice(Guid? messageId, string providerMessageId) =>
        Notices.LastOrDefault(n => n.MessageId == messageId || (n.ProviderMessageId is { } known && known == providerMessageId));

    public CitizenState Change(Guid messageId, Func<SentNotice, SentNotice> how) =>
        this with { Notices = [.. Notices.Select(n => n.MessageId == messageId ? how(n) : n)] };
}

/// <summary>One number by one channel: a number that calls and writes is two of these under one key.</summary>
/// <param name="Value">The number or opaque id; null when it was never told.</param>
/// <param name="Line">Our number on which the citizen last spoke from here.</param>
/// <param name="SpokeAt">When the citizen last spoke from here: WhatsApp's window counts from it.</param>
public sealed record CitizenAddress(AddressKey Key, Channel Channel, Sealed<string>? Value, string? Line, DateTimeOffset? SpokeAt);

/// <summary>A promise to call back that is still to be kept.</summary>
public sealed record Callback(DateTimeOffset Due, AgentId? Owner, bool Overdue);

/// <summary>A notice about a case on its way; the template and values are kept so that SMS can follow where WhatsApp failed.</summary>
public sealed record SentNotice(
    Guid MessageId, CaseId Case, Channel Channel, string Template, ImmutableArray<Sealed<string>> Values, MessageStatus Status, string? ProviderMessageId,
    string? CaseNumber = null);
