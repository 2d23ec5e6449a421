using System.Collections.Immutable;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

/// <summary>
/// A hash of a desk that is the same on every machine. Entries are added up, so the order in which a dictionary walks does
/// not matter; the idle order is hashed through the index, so that a damaged index shows.
/// </summary>
internal static class DeskFingerprint
{
    public static ulong Of(
        DeskState state, IEnumerable<DeskAgent> agents, IEnumerable<WaitingContact> contacts, IEnumerable<DeskOffer> offers, SortedDictionary<string, string?> announcements)
    {
        var sum = Mix(0, (ulong)state.Clock);
        foreach (var agent in agents)
        {
            sum += Of(agent);
        }

        foreach (var contact in contacts)
        {
            sum += Of(contact);
        }

        foreach (var offer in offers)
        {
            sum += Mix(Mix(Of(offer.Id.Value), Of(offer.Contact.Value)), Of(offer.Agent.Value));
        }

        foreach (var (line, sound) in announcements)
        {
            sum += Mix(Of(line), Of(sound));
        }

        var order = 0UL;
        foreach (var agent in state.Idle.InOrder())
        {
            order = Mix(order, Of(agent.Id.Value));
        }

        return Mix(sum, order);
    }

    private static ulong Of(DeskAgent agent)
    {
        var hash = Of(agent.Id.Value);
        hash = Mix(hash, ((ulong)agent.Presence << 32) | (uint)agent.ConversationLimit);
        hash = Mix(hash, Of(agent.Reason));
        hash = Mix(hash, Of(agent.Endpoint));
        hash = Mix(hash, (ulong)agent.Ticket);
        hash = Mix(hash, agent.Pending is { } offer ? Of(offer.Id.Value) : 1);
        hash = Mix(hash, agent.HelpAsked ? Of(agent.HelpContact?.Value ?? Guid.Empty) + 1 : 0);
        foreach (var slot in agent.Slots)
        {
            hash = Mix(hash, Of(slot.Contact.Value) + (ulong)slot.Medium + (slot.WrapUp ? 16UL : 0) + Of(slot.Offer?.Value ?? Guid.Empty));
        }

        foreach (var contact in agent.Own?.Waiting.InOrder() ?? [])
        {
            hash = Mix(hash, Of(contact.Id.Value));
        }

        return Of(agent.Skills, hash);
    }

    private static ulong Of(WaitingContact contact)
    {
        var hash = Mix(Of(contact.Id.Value), (ulong)contact.Rank);
        hash = Mix(hash, (ulong)contact.Arrival);
        hash = Mix(hash, (ulong)contact.CountsFrom.UtcTicks);
        hash = Mix(hash, ((ulong)contact.Priority << 8) | (ulong)contact.Medium);
        hash = Mix(hash, Of(contact.Queue.Value));
        hash = Mix(hash, Of(contact.Only?.Value));
        hash = Mix(hash, Of(contact.PassedOver?.Value));
        hash = Mix(hash, contact.Offer is { } offer ? Of(offer.Id.Value) : 1);
        hash = Mix(hash, contact.Pool is { } pool ? (ulong)pool.Waiting.Count + 1 : 0);
        hash = Mix(hash, contact.Line is { } line ? (ulong)line.Count + 1 : 0);
        return Of(contact.Skills, hash);
    }

    private static ulong Of(ImmutableArray<string> texts, ulong hash)
    {
        foreach (var text in texts)
        {
            hash = Mix(hash, Of(text));
        }

        return hash;
    }

    private static ulong Of(string? text)
    {
        var hash = text is null ? 7UL : 14695981039346656037UL;
        foreach (var letter in text ?? "")
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash;
    }

    private static ulong Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return Mix(BitConverter.ToUInt64(bytes), BitConverter.ToUInt64(bytes[8..]));
    }

    /// <summary>The finaliser of SplitMix64 over both.</summary>
    private static ulong Mix(ulong hash, ulong value)
    {
        var mixed = hash + 0x9E3779B97F4A7C15UL + (value * 0xD6E8FEB86659FD93UL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
