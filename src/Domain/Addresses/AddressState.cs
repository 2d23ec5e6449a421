using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Addresses;

/// <summary>What one address must remember to keep its sender's contacts apart and together.</summary>
/// <param name="Lines">The conversation last opened on each of our numbers, open or not.</param>
/// <param name="LostPlace">The place in the queue that the last abandoned call may regain.</param>
public sealed record AddressState(
    AddressKey Key, CitizenId? Citizen, ImmutableSortedDictionary<string, LineConversation> Lines, TakenIds Taken, LostPlace? LostPlace)
{
    public static AddressState Of(string key) =>
        new(new(key), null, ImmutableSortedDictionary.Create<string, LineConversation>(StringComparer.Ordinal), TakenIds.None, null);

    public LineConversation? OpenOn(string line) => Lines.TryGetValue(line, out var last) && last.Open ? last : null;
}

/// <param name="Address">Where replies go.</param>
public sealed record LineConversation(ContactId Contact, Channel Channel, Sealed<string> Address, bool Open);

public sealed record LostPlace(DateTimeOffset CountsFrom, DateTimeOffset At);

/// <summary>
/// The ids of what was taken in (messages by the provider's id, calls by the switch's channel), so that a retry finds the
/// contact it already made. Bounded by age and by number; both prune by the events' own instants, so replay forgets alike.
/// </summary>
public sealed record TakenIds(ImmutableSortedDictionary<string, TakenId> ById, ImmutableQueue<(string Id, DateTimeOffset At)> Order)
{
    /// <summary>Providers retry for hours; 8 days outlive every retry and equal the engine's own memory of commands.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(8);

    /// <summary>One address that sends more within <see cref="Kept"/> forgets the oldest.</summary>
    public const int Most = 10_000;

    public static TakenIds None { get; } = new(ImmutableSortedDictionary.Create<string, TakenId>(StringComparer.Ordinal), []);

    public TakenId? Find(string id) => ById.GetValueOrDefault(id);

    public TakenIds Add(string id, TakenId taken, DateTimeOffset at)
    {
        var (byId, order) = (ById, Order);
        while (!order.IsEmpty && (order.Peek().At < at - Kept || byId.Count >= Most))
        {
            order = order.Dequeue(out var oldest);

            // A message that was passed on to a second contact stands in the queue twice; the younger entry keeps it.
            if (byId.TryGetValue(oldest.Id, out var known) && known.At == oldest.At)
            {
                byId = byId.Remove(oldest.Id);
            }
        }

        return new(byId.SetItem(id, taken), order.Enqueue((id, taken.At)));
    }
}

public sealed record TakenId(ContactId Contact, string? Line, DateTimeOffset At);
