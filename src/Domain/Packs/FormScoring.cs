using System.Collections.Immutable;

namespace Santral.Domain.Packs;

/// <summary>The total of a form with the points of each answered group, or the code of why there is none.</summary>
public abstract record FormResult
{
    private FormResult()
    {
    }

    public sealed record Scored(int Total, ImmutableSortedDictionary<string, int> Parts) : FormResult;

    /// <param name="Code"><c>form.unknown_group</c> or <c>form.unknown_option</c>.</param>
    /// <param name="Group">The group it concerns.</param>
    public sealed record Refused(string Code, string Group) : FormResult;
}

/// <summary>
/// Adds up a form. A group without an answer counts nothing and has no part, because an inspection fills a form step by
/// step and the live total must not guess. The letters are compared exactly: Ç is another option than C.
/// </summary>
public static class FormScoring
{
    public static FormResult Score(FormSpec form, IEnumerable<KeyValuePair<string, string>> selections)
    {
        var parts = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var (id, code) in selections)
        {
            if (form.Groups.FirstOrDefault(g => g.Id == id) is not { } group)
            {
                return new FormResult.Refused("form.unknown_group", id);
            }

            if (group.Options.FirstOrDefault(o => o.Code == code) is not { } option)
            {
                return new FormResult.Refused("form.unknown_option", id);
            }

            parts[id] = option.Points;
        }

        return new FormResult.Scored(parts.Values.Sum(), parts.ToImmutable());
    }
}
