using System.Collections.Immutable;
using Santral.Engine.Identity;
using Santral.Engine.Ports;

namespace Santral.Views.Lists;

/// <summary>The keyed hashes by which a citizen is found: written into events when someone is identified, computed from a query when someone is sought.</summary>
public static class SearchTerms
{
    /// <summary>The purpose under which pieces of names and numbers are hashed.</summary>
    public const string Purpose = "trigram";

    /// <summary>The purpose under which identity numbers are hashed.</summary>
    public const string IdentityPurpose = "identity";

    public static ImmutableArray<string> Of(ISealer sealer, string? name, string? phone)
    {
        ArgumentNullException.ThrowIfNull(sealer);
        var pieces = (name is null ? [] : Trigrams.OfName(name)).Concat(phone is null ? [] : Trigrams.OfDigits(phone));
        return [.. pieces.Distinct(StringComparer.Ordinal).Select(p => sealer.Hash(Purpose, p)).Order(StringComparer.Ordinal)];
    }
}
