using System.Numerics;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

/// <summary>
/// The one place that brings contacts and agents together (G4): as long as some waiting contact has an agent who can take
/// it now, the one of smallest rank is offered to its longest idle such agent. Between decisions no such pair exists, so a
/// new one has a contact or an agent that this decision touched, and only those are looked at.
/// </summary>
internal static class Matcher
{
    /// <summary>Skill numbers kept on the stack; more go to the heap.</summary>
    private const int SkillsOnStack = 16;
    private const int Word = 64;

    public static void Run(DeskDraft draft)
    {
        while (Best(draft) is { } contact && AgentFor(draft, contact) is { } agent)
        {
            draft.Offer(contact, agent);
        }
    }

    /// <summary>The longest idle agent who can take this contact now; null when there is none.</summary>
    public static DeskAgent? AgentFor(DeskDraft draft, WaitingContact contact)
    {
        if (contact.Only is { } only)
        {
            return draft.Agent(only) is { Gone: false } agent && CanTake(agent, contact) && RoundRule.Of(agent, contact) == Standing.First ? agent : null;
        }

        Span<int> space = stackalloc int[SkillsOnStack];
        var skills = contact.Skills.Length <= SkillsOnStack ? space[..contact.Skills.Length] : new int[contact.Skills.Length];
        var allKnown = Numbers(draft.State, contact, skills);
        var choice = default(Choice);
        if (allKnown)
        {
            Longest(draft, contact, skills, ref choice);
        }

        foreach (var agent in draft.Agents)
        {
            if (!agent.Gone && CanTake(agent, contact) && (allKnown && agent.SkillsAreIndexed ? agent.HasNumbers(skills) : agent.HasAll(contact.Skills)))
            {
                choice.Weigh(agent, RoundRule.Of(agent, contact));
            }
        }

        return choice.Agent;
    }

    private static bool CanTake(DeskAgent agent, WaitingContact contact) => agent.Takes(contact.Medium) && agent.Slot(contact.Id) is null;

    /// <summary>The touched contact, or the contact for a touched agent, of smallest rank.</summary>
    private static WaitingContact? Best(DeskDraft draft)
    {
        WaitingContact? best = null;
        foreach (var contact in draft.Contacts)
        {
            if (contact.Gone || contact.NobodyFree || contact.Offer is not null || !Before(contact, best))
            {
                continue;
            }

            if (AgentFor(draft, contact) is null)
            {
                contact.NobodyFree = true;
            }
            else
            {
                best = contact;
            }
        }

        foreach (var agent in draft.Agents)
        {
            if (!agent.Gone)
            {
                best = BestFor(draft, agent, best);
            }
        }

        return best;
    }

    private static bool Before(WaitingContact contact, WaitingContact? best) => best is null || contact.Key.CompareTo(best.Key) < 0;

    /// <summary>The smallest-ranked untouched contact this agent can take, if it goes before <paramref name="best"/>.</summary>
    private static WaitingContact? BestFor(DeskDraft draft, DeskAgent agent, WaitingContact? best)
    {
        if (!agent.Takes(Medium.Call))
        {
            return best;
        }

        best = BestOfPool(draft, agent, agent.Own, best);
        best = BestOfPools(draft, agent, Medium.Call, best);
        return agent.Takes(Medium.Conversation) ? BestOfPools(draft, agent, Medium.Conversation, best) : best;
    }

    private static WaitingContact? BestOfPools(DeskDraft draft, DeskAgent agent, Medium medium, WaitingContact? best)
    {
        var pools = draft.State.Pools;
        var filled = pools.NotEmpty(medium);
        var indexed = agent.SkillsAreIndexed;
        for (var word = 0; word < filled.Length; word++)
        {
            var bits = filled[word];
            if (indexed)
            {
                bits &= word < agent.Serves.Length ? agent.Serves[word] : 0;
            }

            for (; bits != 0; bits &= bits - 1)
            {
                var pool = pools[(word * Word) + BitOperations.TrailingZeroCount(bits)];
                if (indexed || agent.HasAll(pool.Key.Skills))
                {
                    best = BestOfPool(draft, agent, pool, best);
                }
            }
        }

        return best;
    }

    private static WaitingContact? BestOfPool(DeskDraft draft, DeskAgent agent, SkillPool? pool, WaitingContact? best)
    {
        if (pool is not { Waiting.First: { } first } || !Before(first, best))
        {
            return best;
        }

        if (IsFor(draft, agent, first))
        {
            return first;
        }

        // The head is touched or skipped by this agent; both are rare, so walking on is too.
        foreach (var contact in pool.Waiting.InOrder())
        {
            if (!Before(contact, best))
            {
                return best;
            }

            if (IsFor(draft, agent, contact))
            {
                return contact;
            }
        }

        return best;
    }

    private static bool IsFor(DeskDraft draft, DeskAgent agent, WaitingContact contact) =>
        !draft.IsTouched(contact) && CanTake(agent, contact) && RoundRule.Of(agent, contact) != Standing.Skipped;

    private static void Longest(DeskDraft draft, WaitingContact contact, ReadOnlySpan<int> skills, ref Choice choice)
    {
        var idle = draft.State.Idle;
        for (var place = idle.Next(contact.Medium, skills, 0); place >= 0; place = idle.Next(contact.Medium, skills, place + 1))
        {
            var agent = idle.At(place);
            if (!draft.IsTouched(agent) && agent.Slot(contact.Id) is null && choice.Weigh(agent, RoundRule.Of(agent, contact)))
            {
                return;
            }
        }
    }

    private static bool Numbers(DeskState state, WaitingContact contact, Span<int> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (state.SkillNumber(contact.Skills[i]) is not { } number)
            {
                return false;
            }

            numbers[i] = number;
        }

        return true;
    }

    /// <summary>The longest idle agent of first standing, or else the one of last standing.</summary>
    private struct Choice
    {
        private DeskAgent? first;
        private DeskAgent? last;

        public readonly DeskAgent? Agent => first ?? last;

        /// <returns>True when the agent has first standing: of agents in idle order, none after it can be better.</returns>
        public bool Weigh(DeskAgent agent, Standing standing)
        {
            switch (standing)
            {
                case Standing.First:
                    first = first is null || agent.Ticket < first.Ticket ? agent : first;
                    return true;
                case Standing.Last:
                    last = last is null || agent.Ticket < last.Ticket ? agent : last;
                    return false;
                case Standing.Skipped:
                    return false;
                default:
                    throw Closed.Unhandled(standing);
            }
        }
    }
}
