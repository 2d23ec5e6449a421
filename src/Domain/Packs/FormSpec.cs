using System.Collections.Immutable;

namespace Santral.Domain.Packs;

/// <summary>A scoring form as its source prints it: groups of options with points, one choice in each group.</summary>
public sealed record FormSpec(string Id, string Name, ImmutableArray<FormGroup> Groups)
{
    /// <summary>The lowest and the highest total that a complete form can reach.</summary>
    public (int Lowest, int Highest) Range => (Groups.Sum(g => g.Options.Min(o => o.Points)), Groups.Sum(g => g.Options.Max(o => o.Points)));
}

public sealed record FormGroup(string Id, string Title, ImmutableArray<FormOption> Options);

/// <param name="Code">The letter in the source, such as Ç.</param>
public sealed record FormOption(string Code, string Label, int Points);
