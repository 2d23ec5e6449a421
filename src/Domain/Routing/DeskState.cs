using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

/// <summary>
/// One desk: its agents, its waiting contacts, and the indexes that answer "who is the longest idle for these skills" and
/// "what waits longest that this agent can take". Evolved in place; read by <see cref="Matcher"/>.
/// </summary>
public sealed class DeskState : DeskFold
{
    private readonly Dictionary<AgentId, DeskAgent> agents = [];
    private readonly Dictionary<ContactId, WaitingContact> contacts = [];
    private readonly Dictionary<OfferId, DeskOffer> offers = [];
    private readonly Dictionary<QueueId, RankSet> lines = [];
    private readonly Dictionary<string, int> skillNumbers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string?> announcements = new(StringComparer.Ordinal);

    internal DeskState(DeskId id) => Id = id;

    public DeskId Id { get; }

    /// <summary>Contacts that wait or are being offered.</summary>
    public int Waiting => contacts.Count;
    public int Agents => agents.Count;

    internal IdleIndex Idle { get; } = new();
    internal SkillPools Pools { get; } = new();

    /// <summary>The supervisor's announcement that is switched on for a line: a sound's name, or null.</summary>
    public string? Announcement(string line) => announcements.GetValueOrDefault(line);

    /// <summary>An offer that is pending, or accepted while its slot is still held.</summary>
    internal DeskOffer? Offer(OfferId id) => offers.GetValueOrDefault(id);

    internal override DeskAgent? Agent(AgentId id) => agents.GetValueOrDefault(id);

    internal override WaitingContact? Contact(ContactId id) => contacts.GetValueOrDefault(id);

    internal RankSet Line(QueueId queue) => lines[queue];

    internal IEnumerable<WaitingContact> Contacts => contacts.Values;

    /// <summary>The number under which a skill's bits are kept; null when no agent or contact of this desk ever named it.</summary>
    internal int? SkillNumber(string skill) => skillNumbers.TryGetValue(skill, out var number) ? number : null;

    /// <summary>A number that any change of routing state changes, for tests of purity and replay. Not stored.</summary>
    public ulong Fingerprint() => DeskFingerprint.Of(this, agents.Values, contacts.Values, offers.Values, announcements);

    private protected override DeskAgent? EditAgent(AgentId id) => agents.GetValueOrDefault(id);

    private protected override WaitingContact? EditContact(ContactId id) => contacts.GetValueOrDefault(id);

    private protected override void Put(DeskAgent agent)
    {
        agents.TryAdd(agent.Id, agent);
        if (!agent.SkillsAreIndexed)
        {
            IndexSkills(agent);
        }
        else if (agent.Ticket == agent.IndexedTicket)
        {
            Idle.SetFree(agent);
        }
        else
        {
            Idle.MoveToEnd(agent);
            agent.IndexedTicket = agent.Ticket;
        }
    }

    private protected override void Drop(DeskAgent agent)
    {
        agents.Remove(agent.Id);
        Idle.Remove(agent);
    }

    private protected override void Put(WaitingContact contact)
    {
        contacts.TryAdd(contact.Id, contact);
        if (!lines.TryGetValue(contact.Queue, out var line))
        {
            lines[contact.Queue] = line = new();
        }

        PutInLine(contact, line);
        PutInPool(contact, contact.Offer is null ? PoolOf(contact) : null);
    }

    private protected override void Drop(WaitingContact contact)
    {
        contacts.Remove(contact.Id);
        PutInLine(contact, null);
        PutInPool(contact, null);
    }

    private protected override void Keep(DeskOffer offer) => offers.Add(offer.Id, offer);

    private protected override void Forget(OfferId offer) => offers.Remove(offer);

    private protected override void Announce(string line, string? sound)
    {
        if (sound is null)
        {
            announcements.Remove(line);
        }
        else
        {
            announcements[line] = sound;
        }
    }

    private static void PutInLine(WaitingContact contact, RankSet? line)
    {
        if (contact.Line == line && contact.LineKey == contact.Key)
        {
            return;
        }

        contact.Line?.Remove(contact.LineKey);
        line?.Add(contact.Key, contact);
        (contact.Line, contact.LineKey) = (line, contact.Key);
    }

    private void PutInPool(WaitingContact contact, SkillPool? pool)
    {
        if (contact.Pool == pool && contact.PoolKey == contact.Key)
        {
            return;
        }

        if (contact.Pool is { } old)
        {
            old.Waiting.Remove(contact.PoolKey);
            Pools.NoteCount(old);
        }

        if (pool is not null)
        {
            pool.Waiting.Add(contact.Key, contact);
            Pools.NoteCount(pool);
        }

        (contact.Pool, contact.PoolKey) = (pool, contact.Key);
    }

    private SkillPool PoolOf(WaitingContact contact)
    {
        var key = new PoolKey(contact.Medium, contact.Skills);
        if (contact.Only is { } only)
        {
            var agent = agents[only];
            return agent.Own ??= new(-1, key, []);
        }

        return Pools.Find(key) ?? AddPool(key);
    }

    private SkillPool AddPool(PoolKey key)
    {
        var pool = Pools.Add(key, [.. key.Skills.Select(NumberOf)]);
        foreach (var agent in agents.Values)
        {
            SetServes(agent, pool);
        }

        return pool;
    }

    private void IndexSkills(DeskAgent agent)
    {
        if (agent.Place >= 0)
        {
            // Out and in again: its place among the idle is kept by no cheaper way, and skills change a few times a day.
            ReplaceInOrder(agent);
        }
        else
        {
            SetSkills(agent);
            Idle.MoveToEnd(agent);
        }

        agent.IndexedTicket = agent.Ticket;
        for (var number = 0; number < Pools.Count; number++)
        {
            SetServes(agent, Pools[number]);
        }
    }

    private void ReplaceInOrder(DeskAgent agent)
    {
        var order = Idle.InOrder().ToList();
        foreach (var each in order)
        {
            Idle.Remove(each);
        }

        SetSkills(agent);
        order.Sort((a, b) => a.Ticket.CompareTo(b.Ticket));
        foreach (var each in order)
        {
            Idle.MoveToEnd(each);
        }
    }

    private void SetSkills(DeskAgent agent)
    {
        agent.SkillIndexes = [.. agent.Skills.Select(NumberOf).Distinct()];
        agent.SkillBits = new ulong[(skillNumbers.Count / 64) + 1];
        foreach (var skill in agent.SkillIndexes)
        {
            agent.SkillBits[skill / 64] |= 1UL << (skill % 64);
        }

        agent.IndexedSkills = agent.Skills;
    }

    private static void SetServes(DeskAgent agent, SkillPool pool)
    {
        var word = pool.Number / 64;
        if (word >= agent.Serves.Length)
        {
            var serves = agent.Serves;
            Array.Resize(ref serves, Math.Max(word + 1, serves.Length * 2));
            agent.Serves = serves;
        }

        var bit = 1UL << (pool.Number % 64);
        agent.Serves[word] = agent.HasNumbers(pool.SkillIndexes.AsSpan()) ? agent.Serves[word] | bit : agent.Serves[word] & ~bit;
    }

    private int NumberOf(string skill)
    {
        if (!skillNumbers.TryGetValue(skill, out var number))
        {
            number = skillNumbers.Count;
            skillNumbers.Add(skill, number);
            Idle.AddSkill();
        }

        return number;
    }
}
