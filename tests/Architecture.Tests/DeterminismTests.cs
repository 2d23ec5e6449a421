using System.Text.RegularExpressions;
using Xunit;

namespace Santral.Architecture.Tests;

/// <summary>Equal input gives equal output in src/Domain. Each rule names what to use instead.</summary>
public sealed partial class DeterminismTests
{
    private static readonly (Regex Banned, string Instead)[] Rules =
    [
        (WallClock(), "context.Now"),
        (Chance(), "context.NewId(ordinal) or UuidV8.Of(...)"),
        (Concurrency(), "an effect, a send or an alarm, as data"),
        (Culture(), "ordinal or invariant text, and pack texts"),
        (World(), "a port, reached by an effect"),
        (HashOrder(), "a sorted collection, or an order by a key"),
        (StaticState(), "the actor's own state"),
    ];

    [Fact]
    public void The_domain_uses_nothing_that_differs_from_run_to_run()
    {
        var findings = SourceTree.CSharp("src/Domain")
            .SelectMany(file => file.Code(), (file, line) => (file, line))
            .SelectMany(at => Rules.Where(rule => rule.Banned.IsMatch(at.line.Text)), (at, rule) => $"{at.file.Path}:{at.line.Number}: {at.line.Text}  -> use {rule.Instead}")
            .ToArray();
        Assert.True(findings.Length == 0, string.Join(Environment.NewLine, findings));
    }

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("Guid.NewGuid()")]
    [InlineData("await Task.Delay(1);")]
    [InlineData("text.ToUpper()")]
    [InlineData("File.ReadAllText(path)")]
    [InlineData("private static int counter;")]
    [InlineData("value.GetHashCode() % 7")]
    public void Each_rule_finds_what_it_forbids(string line) => Assert.Contains(Rules, rule => rule.Banned.IsMatch(line));

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|Stopwatch|TimeProvider|Environment\.TickCount")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"Guid\.NewGuid|Guid\.CreateVersion7|\bRandom\b|RandomNumberGenerator")]
    private static partial Regex Chance();

    [GeneratedRegex(@"\basync\b|\bawait\b|\bTask[.<\s]|\bThread\b|\block\s*\(|Interlocked|ConcurrentDictionary|Parallel\.")]
    private static partial Regex Concurrency();

    [GeneratedRegex(@"CultureInfo\.CurrentCulture|\.ToUpper\(\)|\.ToLower\(\)|StringComparison\.CurrentCulture|TimeZoneInfo")]
    private static partial Regex Culture();

    [GeneratedRegex(@"(?<![.\w])File\.|(?<![.\w])Directory\.(?!FirstOr|Select|Where)|HttpClient|Console\.|Environment\.GetEnvironment|Process\.")]
    private static partial Regex World();

    [GeneratedRegex(@"\.GetHashCode\(\)(?!\s*=>)")]
    private static partial Regex HashOrder();

    [GeneratedRegex(@"^\s*(private|internal|public)\s+static\s+(?!readonly|partial|class|record|abstract|implicit|explicit|bool operator)[\w<>,\[\]?]+\s+\w+\s*(=[^>]|;)")]
    private static partial Regex StaticState();
}
