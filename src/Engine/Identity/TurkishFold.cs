using System.Globalization;
using System.Text;

namespace Santral.Engine.Identity;

/// <summary>
/// Brings text that people type in several ways to one form for searching: case, the two i's, diacritics and doubled
/// blanks fall away on both sides, so that "DEPREMDE EVIMIZ", "depremde evimiz" and "Depremde Evimiz" are one. The
/// original text is always kept beside it; a folded text is never shown.
/// </summary>
public static class TurkishFold
{
    /// <summary>Lower case, without diacritics; every I, İ, ı and i is i; words are separated by one blank. Never throws.</summary>
    public static string Fold(string text)
    {
        var decomposed = WellFormed(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        var gap = false;
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (IsMark(rune) || IsApostrophe(rune))
            {
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (gap)
            {
                folded.Append(' ');
                gap = false;
            }

            // The invariant rule gives I -> i; together with ı -> i the outcome does not hang on any culture.
            var lower = Rune.ToLowerInvariant(rune);
            folded.Append(lower.Value == 'ı' ? "i" : lower.ToString());
        }

        return folded.ToString();
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    /// <summary>"Fatma'nın" and "Fatmanın" are one word: in Turkish an apostrophe separates a suffix.</summary>
    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or '‘' or '´' or '`' or 'ʼ';

    /// <summary>Normalising throws on half a surrogate pair, and what citizens send may hold anything.</summary>
    private static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }
}
