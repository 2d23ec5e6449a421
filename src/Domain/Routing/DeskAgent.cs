using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

/// <summary>A slot of an agent that a contact holds, from accept or take until release.</summary>
/// <param name="Offer">The offer it was accepted from; null when it was taken without one.</param>
internal sealed record HeldSlot(ContactId Contact, Medium Medium, OfferId? Offer, bool WrapUp);

internal sealed record DeskOffer(OfferId Id, ContactId Contact, AgentId Agent, Medium Medium, DateTimeOffset Until);

/// <summary>
/// An agent's routing state. The changes are the same whether they befall the desk's own agent or a decision's copy of it.
/// </summary>
internal sealed class DeskAgent(AgentId id)
{
    public AgentId Id { get; } = id;
    public ImmutableArray<string> Skills { get; set; } = [];
    public int ConversationLimit { get; set; }
    public string? Endpoint { get; set; }
    public Presence Presence { get; set; } = Presence.Break;
    public string? Reason { get; set; }

    /// <summary>Reserves the agent: one offer at a time.</summary>
    public DeskOffer? Pending { get; set; }

    /// <summary>Replaced, never changed in place, so that a copy of the agent may share it.</summary>
    public ImmutableArray<HeldSlot> Slots { get; private set; } = [];

    /// <summary>The idle clock: the smaller, the longer idle. Restarts on becoming ready, on accept, take and release.</summary>
    public long Ticket { get; set; }
    public bool HelpAsked { get; set; }
    public ContactId? HelpContact { get; set; }

    // What the desk's indexes know of this agent; kept by them.

    public int Place { get; set; } = -1;
    public long IndexedTicket { get; set; } = -1;
    public ImmutableArray<string> IndexedSkills { get; set; }
    public ImmutableArray<int> SkillIndexes { get; set; } = [];

    /// <summary>Bit per skill number; null while the skills are not indexed.</summary>
    public ulong[]? SkillBits { get; set; }

    /// <summary>Bit per waiting pool whose skills this agent has.</summary>
    public ulong[] Serves { get; set; } = [];

    /// <summary>Contacts that wait for this agent alone.</summary>
    public SkillPool? Own { get; set; }

    // A decision's copy of an agent.

    public DeskAgent? Origin { get; private set; }
    public bool Gone { get; set; }

    public bool OnCall { get; private set; }
    public int Conversations { get; private set; }

    /// <summary>False for a copy whose skills were changed by the decision: its bits are those of before.</summary>
    public bool SkillsAreIndexed => SkillBits is not null && Skills == IndexedSkills;

    /// <summary>
    /// Free for an offer of that medium: ready, without another offer, not on a call nor writing one up. With conversations
    /// open a call may come, and it stops further conversations.
    /// </summary>
    public bool Takes(Medium medium) =>
        Presence == Presence.Ready && Pending is null && !OnCall && (medium == Medium.Call || Conversations < ConversationLimit);

    public bool HasAll(ImmutableArray<string> wanted)
    {
        foreach (var skill in wanted)
        {
            if (!Skills.Contains(skill))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same by the desk's skill numbers; only while <see cref="SkillsAreIndexed"/>.</summary>
    public bool HasNumbers(ReadOnlySpan<int> wanted)
    {
        foreach (var skill in wanted)
        {
            if (skill / 64 >= SkillBits!.Length || (SkillBits[skill / 64] & (1UL << (skill % 64))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    public HeldSlot? Slot(ContactId contact)
    {
        foreach (var slot in Slots)
        {
            if (slot.Contact == contact)
            {
                return slot;
            }
        }

        return null;
    }

    public void Take(HeldSlot slot) => Set(Slots.Add(slot));

    public void Release(HeldSlot slot) => Set(Slots.Remove(slot));

    public void WrapUp(HeldSlot slot) => Set(Slots.Replace(slot, slot with { WrapUp = true }));

    public DeskAgent Copy()
    {
        var copy = (DeskAgent)MemberwiseClone();
        copy.Origin = this;
        return copy;
    }

    private void Set(ImmutableArray<HeldSlot> slots)
    {
        Slots = slots;
        OnCall = false;
        Conversations = 0;
        foreach (var slot in slots)
        {
            OnCall |= slot.Medium == Medium.Call;
            Conversations += slot.Medium == Medium.Conversation ? 1 : 0;
        }
    }
}
