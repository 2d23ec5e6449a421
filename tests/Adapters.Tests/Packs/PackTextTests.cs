using System.Text.RegularExpressions;
using Santral.Domain.Packs;
using Santral.Packs;
using Xunit;

namespace Santral.Adapters.Tests.Packs;

/// <summary>A refusal reaches people as one Turkish sentence; a code without one would reach them as a code.</summary>
public sealed partial class PackTextTests
{
    public static TheoryData<string> Packs => ["ibb", "izmir", "izmit"];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_code_in_the_domain_and_the_interface_has_a_sentence(string id)
    {
        var pack = PackLoader.Load(PackFiles.Real(id));

        Assert.Equal([], Codes().Where(code => !pack.Texts.ContainsKey($"error.{code}") && !pack.Texts.ContainsKey($"category.{code}")));
    }

    [Fact]
    public void The_search_for_codes_finds_those_it_must()
    {
        Assert.Contains("case.wrong_state", Codes());
        Assert.Contains("offer.not_pending", Codes());
        Assert.Contains("message.window_closed", Codes());
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void A_sentence_says_what_happened_and_what_to_do(string id)
    {
        var sentences = PackLoader.Load(PackFiles.Real(id)).Texts.Where(t => t.Key.StartsWith("error.", StringComparison.Ordinal)).Select(t => t.Value);

        Assert.All(sentences, sentence =>
        {
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            Assert.True(sentence.Count(c => c is '.' or ';') >= 2, $"'{sentence}' says one thing only.");
        });
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void What_a_citizen_is_told_holds_no_internal_word(string id)
    {
        var pack = PackLoader.Load(PackFiles.Real(id));
        var told = pack.Texts.Where(t => t.Key.StartsWith("case.citizen.", StringComparison.Ordinal)).Select(t => t.Value).Concat(pack.Templates.Select(t => t.Body));

        Assert.All(told, words => Assert.DoesNotMatch("(?i)iade|tekit|kuyruk|havale|triyaj|SYTS|escalat", words));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Places_in_templates_are_numbered_without_a_gap(string id)
    {
        foreach (var body in PackLoader.Load(PackFiles.Real(id)).Templates.Select(t => t.Body))
        {
            var places = Place().Matches(body).Select(m => int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order();
            Assert.Equal(Enumerable.Range(1, places.Count()), places);
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void No_text_holds_a_letter_that_was_broken_on_its_way(string id)
    {
        Pack pack = PackLoader.Load(PackFiles.Real(id));
        Assert.All(pack.Texts.Values.Concat(pack.Services.Select(s => s.Name)), words => Assert.DoesNotMatch("[\u0307\ufffd]|Ã|Å", words));
    }

    /// <summary>Every dotted lower-case literal in the domain and the console, and every code that the interface's page names.</summary>
    private static SortedSet<string> Codes()
    {
        var sources = Searched.SelectMany(project => Directory.GetFiles(Path.Combine(PackFiles.Root, "src", project), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var literals = sources.SelectMany(f => Literal().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value));
        var page = File.ReadAllText(Path.Combine(PackFiles.Root, "docs", "API.md"));
        return new(literals.Concat(Quoted().Matches(page).Select(m => m.Groups[1].Value)).Except(NoCodes), StringComparer.Ordinal);
    }

    private static readonly string[] Searched = ["Domain", "AgentConsole"];

    /// <summary>Dotted names that are files, and the page's own example of the form of a code.</summary>
    private static readonly string[] NoCodes = ["area.reason", "index.html", "staff.db"];

    [GeneratedRegex("\"([a-z]+\\.[a-z]+(?:_[a-z]+)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("`([a-z]+\\.[a-z]+(?:_[a-z]+)*)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("\\{\\{([0-9]+)\\}\\}")]
    private static partial Regex Place();
}
