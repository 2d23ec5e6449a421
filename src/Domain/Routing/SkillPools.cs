using System.Collections.Immutable;
using Santral.Domain.Contacts;

namespace Santral.Domain.Routing;

/// <summary>Contacts of one medium that wait for the same skills, or (number -1) for one agent alone.</summary>
internal sealed class SkillPool(int number, PoolKey key, ImmutableArray<int> skillIndexes)
{
    public int Number { get; } = number;
    public PoolKey Key { get; } = key;
    public ImmutableArray<int> SkillIndexes { get; } = skillIndexes;
    public RankSet Waiting { get; } = new();
}

/// <summary>
/// The desk's pools by number, so that "the pools this agent serves" and "the pools where someone waits" are two bitsets.
/// </summary>
internal sealed class SkillPools
{
    /// <summary>Pools kept while empty; beyond it the first empty one makes way for a new one.</summary>
    private const int KeptMost = 4_096;
    private const int Word = 64;

    private readonly Dictionary<PoolKey, SkillPool> byKey = [];
    private readonly List<SkillPool> byNumber = [];
    private ulong[] calls = new ulong[1];
    private ulong[] conversations = new ulong[1];

    public int Count => byNumber.Count;

    public SkillPool this[int number] => byNumber[number];

    /// <summary>Bit per pool in which someone waits.</summary>
    public ReadOnlySpan<ulong> NotEmpty(Medium medium) => medium == Medium.Call ? calls : conversations;

    public SkillPool? Find(PoolKey key) => byKey.GetValueOrDefault(key);

    public SkillPool Add(PoolKey key, ImmutableArray<int> skillIndexes)
    {
        var number = byNumber.Count < KeptMost ? -1 : byNumber.FindIndex(p => p.Waiting.Count == 0);
        if (number >= 0)
        {
            byKey.Remove(byNumber[number].Key);
            byNumber[number] = new(number, key, skillIndexes);
        }
        else
        {
            number = byNumber.Count;
            byNumber.Add(new(number, key, skillIndexes));
            if (number / Word >= calls.Length)
            {
                Array.Resize(ref calls, calls.Length * 2);
                Array.Resize(ref conversations, conversations.Length * 2);
            }
        }

        return byKey[key] = byNumber[number];
    }

    public void NoteCount(SkillPool pool)
    {
        if (pool.Number < 0)
        {
            return;
        }

        var bits = pool.Key.Medium == Medium.Call ? calls : conversations;
        var bit = 1UL << (pool.Number % Word);
        bits[pool.Number / Word] = pool.Waiting.Count > 0 ? bits[pool.Number / Word] | bit : bits[pool.Number / Word] & ~bit;
    }
}

/// <summary>Skills in another order make another pool, which costs a pool and changes nothing else.</summary>
internal readonly struct PoolKey(Medium medium, ImmutableArray<string> skills) : IEquatable<PoolKey>
{
    public Medium Medium { get; } = medium;
    public ImmutableArray<string> Skills { get; } = skills;

    public bool Equals(PoolKey other)
    {
        if (Medium != other.Medium || Skills.Length != other.Skills.Length)
        {
            return false;
        }

        for (var i = 0; i < Skills.Length; i++)
        {
            if (!string.Equals(Skills[i], other.Skills[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is PoolKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = (int)Medium;
        foreach (var skill in Skills)
        {
            hash = (hash * 31) + skill.GetHashCode(StringComparison.Ordinal);
        }

        return hash;
    }
}
