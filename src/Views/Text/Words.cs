using System.Globalization;
using Santral.Domain.Packs;

namespace Santral.Views.Text;

/// <summary>The words people read: the pack's, otherwise the Turkish ones shipped with the views.</summary>
internal sealed class Words(Pack pack)
{
    private static readonly CultureInfo Turkish = CultureInfo.GetCultureInfo("tr-TR");

    /// <summary>A key without any text reads as itself, so that a gap is seen and not hidden.</summary>
    public string this[string key] => pack.Texts.TryGetValue(key, out var text) || DefaultTexts.Turkish.TryGetValue(key, out text) ? text : key;

    public string Format(string key, params object?[] values) => string.Format(Turkish, this[key], values);

    public static string Upper(string text) => text.ToUpper(Turkish);
}
