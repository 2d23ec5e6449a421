using Santral.Engine.Identity;
using Santral.Views.Model;

namespace Santral.Views.Lists;

/// <summary>A query turned into keyed hashes once; a person matches who has all of them.</summary>
internal sealed class Search
{
    private const int IdentityDigits = 11;

    private readonly string[] terms;
    private readonly string? identity;

    public Search(ViewState state, string query)
    {
        Text = query.Trim();
        var digits = string.Concat(Text.Where(char.IsAsciiDigit));
        var numeric = digits.Length >= 3 && !Text.Any(char.IsLetter);
        var pieces = numeric ? Trigrams.OfDigits(Text) : Trigrams.OfNameQuery(Text);
        terms = [.. pieces.Select(p => state.Sealer.Hash(SearchTerms.Purpose, p))];
        identity = numeric && digits.Length == IdentityDigits ? state.Sealer.Hash(SearchTerms.IdentityPurpose, digits) : null;
    }

    public string Text { get; }

    public bool Finds(CitizenModel citizen) =>
        (identity is not null && citizen.IdentityHash == identity) || (terms.Length > 0 && Array.TrueForAll(terms, citizen.SearchTerms.Contains));

    public bool Finds(CaseModel @case) =>
        (@case.Number.Length > 0 && Text.Length >= 3 && @case.Number.Replace("-", "", StringComparison.Ordinal).Contains(Text.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal))
        || string.Equals(@case.SenderReference, Text, StringComparison.OrdinalIgnoreCase)
        || @case.Citizens.Exists(Finds);
}
