namespace Santral.Engine.Identity;

/// <summary>
/// The three-letter pieces by which names and numbers are found without a plaintext index: each is stored as a keyed hash.
/// A record matches when it has all pieces of the query.
/// </summary>
public static class Trigrams
{
    /// <summary>Marks where a word begins, so that two letters already find a name.</summary>
    private const char Start = '^';
    private const int Size = 3;

    /// <summary>Pieces to store for a name: of every word, with its beginning marked.</summary>
    public static IReadOnlyList<string> OfName(string name) =>
        [.. Words(name).SelectMany(word => Pieces(Start + word)).Distinct(StringComparer.Ordinal)];

    /// <summary>Pieces a matching name must have. Words of one letter ask for nothing; an empty list means the query is too short.</summary>
    public static IReadOnlyList<string> OfNameQuery(string query) =>
        [.. Words(query).SelectMany(word => word.Length >= Size ? Pieces(word) : Pieces(Start + word)).Distinct(StringComparer.Ordinal)];

    /// <summary>Pieces of a number's digits, for storing and for asking alike; +90 and a leading 0 are left out.</summary>
    public static IReadOnlyList<string> OfDigits(string number)
    {
        var normal = PhoneNumber.Parse(number);
        var digits = normal.Kind == AddressForm.Turkish ? normal.Text[PhoneNumber.CountryPrefix.Length..] : string.Concat(normal.Text.Where(char.IsAsciiDigit));
        // A part of a number as someone remembers it may carry the trunk zero that the stored form lacks.
        digits = normal.Kind == AddressForm.Opaque && digits is ['0', not '0', ..] ? digits[1..] : digits;
        return [.. Pieces(digits).Distinct(StringComparer.Ordinal)];
    }

    private static string[] Words(string text) => TurkishFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Pieces(string word)
    {
        for (var i = 0; i + Size <= word.Length; i++)
        {
            yield return word.Substring(i, Size);
        }
    }
}
