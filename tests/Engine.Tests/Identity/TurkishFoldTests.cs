using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Santral.Engine.Identity;
using Xunit;

namespace Santral.Engine.Tests.Identity;

public sealed class TurkishFoldTests
{
    [Theory]
    [InlineData("DEPREMDE EVIMIZ", "depremde evimiz")]
    [InlineData("Depremde Evimiz", "depremde evimiz")]
    [InlineData("DEPREMDE EVİMİZ", "depremde evimiz")]
    [InlineData("ŞİŞLİ", "sisli")]
    [InlineData("şişli", "sisli")]
    [InlineData("s\u0327is\u0327li\u0307", "sisli")]
    [InlineData("Iğdır IĞDIR ığdır igdir", "igdir igdir igdir igdir")]
    [InlineData("ÇĞİIÖŞÜ çğıiöşü", "cgiiosu cgiiosu")]
    [InlineData("Kâmil  Hâlûk", "kamil haluk")]
    [InlineData("  Fatma’nın\tevi. ", "fatmanin evi")]
    [InlineData("D'Souza", "dsouza")]
    [InlineData("No:9/A", "no 9 a")]
    [InlineData("", "")]
    [InlineData("...", "")]
    [InlineData("İ", "i")]
    public void Case_dots_and_diacritics_fall_away(string text, string folded) => Assert.Equal(folded, TurkishFold.Fold(text));

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "tr-TR", "en-US", "az-Latn-AZ" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal("istanbul isik", TurkishFold.Fold("İSTANBUL IŞIK"));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Any_text_folds_without_an_error_and_folding_twice_changes_nothing() =>
        Prop.ForAll<string>(text => text is null || TurkishFold.Fold(TurkishFold.Fold(text)) == TurkishFold.Fold(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_a_surrogate_pair_is_survived() => Assert.Equal("a b", TurkishFold.Fold("a\ud83d b"));
}

public sealed class TrigramTests
{
    [Theory]
    [InlineData("Ayşe Yılmaz", "AYSE")]
    [InlineData("Ayşe Yılmaz", "yil ays")]
    [InlineData("Ayşe Yılmaz", "YILMAZ")]
    [InlineData("Ayşe Yılmaz", "lmaz")]
    [InlineData("Ayşe Yılmaz", "ay")]
    [InlineData("Su Er", "su er")]
    [InlineData("İpek", "ipek")]
    [InlineData("Işıl", "ISIL")]
    public void A_query_finds_the_name(string name, string query) => Assert.True(Finds(Trigrams.OfName(name), Trigrams.OfNameQuery(query)));

    [Theory]
    [InlineData("Ayşe Yılmaz", "fatma")]
    [InlineData("Ayşe Yılmaz", "se")]
    [InlineData("Ayşe Yılmaz", "ayse demir")]
    public void Another_query_does_not(string name, string query) => Assert.False(Finds(Trigrams.OfName(name), Trigrams.OfNameQuery(query)));

    [Theory]
    [InlineData("a")]
    [InlineData("  ")]
    public void Too_short_a_query_asks_for_nothing(string query) => Assert.Empty(Trigrams.OfNameQuery(query));

    [Theory]
    [InlineData("+905521530034", "0552 153 00 34")]
    [InlineData("+905521530034", "153 00 34")]
    [InlineData("+905521530034", "0552")]
    [InlineData("+905521530034", "0034")]
    [InlineData("4448086", "444 80")]
    [InlineData("153", "153")]
    public void Digits_find_the_number(string number, string query) => Assert.True(Finds(Trigrams.OfDigits(number), Trigrams.OfDigits(query)));

    private static bool Finds(IReadOnlyList<string> stored, IReadOnlyList<string> asked) => asked.Count > 0 && asked.All(stored.Contains);
}
