using System.Numerics;
using Santral.Domain.Contacts;

namespace Santral.Domain.Routing;

/// <summary>
/// The desk's agents in the order of their idle clocks, as bits: place 0 is the longest idle. One bitset per skill and one
/// per medium that agents are free for; the agent wanted is the first bit of their intersection. An agent whose clock
/// restarts moves to the end; when the places run out the living are moved together.
/// </summary>
internal sealed class IdleIndex
{
    /// <summary>Places of one machine word.</summary>
    private const int Word = 64;

    private DeskAgent?[] at = new DeskAgent?[Word];
    private ulong[] call = new ulong[1];
    private ulong[] conversation = new ulong[1];
    private ulong[][] skills = [];
    private int next;
    private int living;

    public int SkillCount => skills.Length;

    public DeskAgent At(int place) => at[place]!;

    /// <summary>The first place at or after <paramref name="from"/> of an agent free for the medium with all skills; -1 when none.</summary>
    public int Next(Medium medium, ReadOnlySpan<int> wanted, int from)
    {
        var free = medium == Medium.Call ? call : conversation;
        var used = (next + Word - 1) / Word;
        var within = ulong.MaxValue << (from % Word);
        for (var word = from / Word; word < used; word++)
        {
            var bits = free[word] & within;
            within = ulong.MaxValue;
            for (var i = 0; i < wanted.Length && bits != 0; i++)
            {
                bits &= skills[wanted[i]][word];
            }

            if (bits != 0)
            {
                return (word * Word) + BitOperations.TrailingZeroCount(bits);
            }
        }

        return -1;
    }

    /// <summary>Places of agents in idle order, free or not.</summary>
    public IEnumerable<DeskAgent> InOrder()
    {
        for (var place = 0; place < next; place++)
        {
            if (at[place] is { } agent)
            {
                yield return agent;
            }
        }
    }

    public void AddSkill() => skills = [.. skills, new ulong[call.Length]];

    /// <summary>Puts the agent at the end of the order, from wherever it stood.</summary>
    public void MoveToEnd(DeskAgent agent)
    {
        if (agent.Place >= 0)
        {
            Remove(agent);
        }

        if (next == at.Length)
        {
            MakeRoom();
        }

        living++;
        Settle(agent, next++);
    }

    public void Remove(DeskAgent agent)
    {
        living--;
        var (word, bit) = Bit(agent.Place);
        at[agent.Place] = null;
        call[word] &= ~bit;
        conversation[word] &= ~bit;
        foreach (var skill in agent.SkillIndexes)
        {
            skills[skill][word] &= ~bit;
        }

        agent.Place = -1;
    }

    public void SetFree(DeskAgent agent)
    {
        var (word, bit) = Bit(agent.Place);
        call[word] = agent.Takes(Medium.Call) ? call[word] | bit : call[word] & ~bit;
        conversation[word] = agent.Takes(Medium.Conversation) ? conversation[word] | bit : conversation[word] & ~bit;
    }

    private static (int Word, ulong Bit) Bit(int place) => (place / Word, 1UL << (place % Word));

    private void Settle(DeskAgent agent, int place)
    {
        agent.Place = place;
        at[place] = agent;
        var (word, bit) = Bit(place);
        foreach (var skill in agent.SkillIndexes)
        {
            skills[skill][word] |= bit;
        }

        SetFree(agent);
    }

    /// <summary>Moves the living together; doubles the places first when more than half of them are taken.</summary>
    private void MakeRoom()
    {
        var old = at;
        var places = living > at.Length / 2 ? at.Length * 2 : at.Length;
        at = new DeskAgent?[places];
        call = new ulong[places / Word];
        conversation = new ulong[places / Word];
        for (var skill = 0; skill < skills.Length; skill++)
        {
            skills[skill] = new ulong[places / Word];
        }

        next = 0;
        foreach (var agent in old)
        {
            if (agent is not null)
            {
                Settle(agent, next++);
            }
        }
    }
}
