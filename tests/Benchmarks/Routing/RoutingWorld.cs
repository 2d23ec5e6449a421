using System.Collections.Immutable;
using System.Globalization;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;

namespace Santral.Benchmarks.Routing;

/// <summary>
/// Workload R1: 1,000 agents, 64 skills of which each agent has each with one chance in five, contacts that need two of them.
/// Ids and skills are made before the clock starts; both the desk and its peer get the same ones.
/// </summary>
internal sealed class RoutingWorld
{
    public const int Agents = 1_000;
    public const int Skills = 64;
    public const int SkillChanceOneIn = 5;
    public const int BusyPercent = 90;
    public const int Backlog = 10_000;

    public static readonly QueueId Queue = new("q");
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    private int commands;

    public RoutingWorld(int seed)
    {
        var random = new Random(seed);
        AgentIds = [.. Enumerable.Range(0, Agents).Select(i => new AgentId(string.Create(CultureInfo.InvariantCulture, $"agent{i:0000}")))];
        AgentSkills = [.. AgentIds.Select(_ => SkillNames.Where(_ => random.Next(SkillChanceOneIn) == 0).ToImmutableArray())];
        Pairs = [.. Enumerable.Range(0, 4_096).Select(_ => Pair(random))];
        Contacts = [.. Enumerable.Range(0, 1 << 16).Select(i => new ContactId(new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)))];
    }

    public static ImmutableArray<string> SkillNames { get; } = [.. Enumerable.Range(0, Skills).Select(i => string.Create(CultureInfo.InvariantCulture, $"skill{i:00}"))];

    public static Pack Pack { get; } = new() { Id = "bench", Hash = "bench", Name = "bench", Zone = ZoneRules.Turkiye, Limits = new() };

    public ImmutableArray<AgentId> AgentIds { get; }
    public ImmutableArray<ImmutableArray<string>> AgentSkills { get; }

    /// <summary>Pairs of required skills.</summary>
    public ImmutableArray<ImmutableArray<string>> Pairs { get; }
    public ImmutableArray<ContactId> Contacts { get; }

    public Context Next(DateTimeOffset now) => new(now, Pack, new(new Guid(++commands, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7)), Origin.System);

    private static ImmutableArray<string> Pair(Random random)
    {
        var first = random.Next(Skills);
        var second = (first + random.Next(1, Skills)) % Skills;
        return [SkillNames[first], SkillNames[second]];
    }
}
