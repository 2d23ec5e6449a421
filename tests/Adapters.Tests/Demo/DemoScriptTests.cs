using Santral.Domain.Contacts;
using Santral.Packs;
using Santral.Silo.Composition;
using Santral.Silo.Demo;
using Xunit;

namespace Santral.Adapters.Tests.Demo;

public sealed class DemoScriptTests
{
    private const int Many = 200;

    public static TheoryData<string> Packs => ["ibb", "izmir", "izmit"];

    [Fact]
    public void The_same_seed_gives_the_same_citizens_with_the_same_wishes()
    {
        static string[] Story(DemoScript script) =>
        [
            .. Enumerable.Range(0, Many).Select(_ => script.NextCall()).Select(c => $"{c.Citizen?.Name} {c.Story.Opening} {c.Caller.Patience} {c.Caller.Talks} {string.Join(',', c.Caller.Keys)}"),
            .. Enumerable.Range(0, Many).Select(_ => script.NextMessage()).Select(m => $"{m.Citizen.Name} {m.Story.Opening} {m.Channel} {m.Line}"),
        ];

        Assert.Equal(Story(Script("ibb")), Story(Script("ibb")));
    }

    [Fact]
    public void No_number_of_the_demo_can_be_anybodys()
    {
        var script = Script("ibb");
        Assert.All(script.Cast, citizen => Assert.Matches(@"^\+90200000\d{4}$", citizen.Number));
        Assert.Equal(script.Cast.Length, script.Cast.Select(c => c.Number).Distinct().Count());
    }

    /// <summary>A danger to life, an incident, a confidential case, a promise, and callers who give up all occur; nobody calls a number of another municipality.</summary>
    [Theory]
    [MemberData(nameof(Packs))]
    public void Every_kind_of_story_occurs_and_finds_a_service_where_it_becomes_a_case(string name)
    {
        var pack = PackLoader.Load(SiloSettings.PackFolder(name));
        var script = new DemoScript(pack);
        var calls = Enumerable.Range(0, Many).Select(_ => script.NextCall()).ToArray();
        Assert.Equal(Enum.GetValues<StoryKind>(), calls.Select(c => c.Story.Kind).Distinct().Order());
        Assert.Contains(calls, c => c.Citizen is null);
        Assert.All(calls, c => Assert.Equal(Channel.Voice, pack.Line(c.Caller.Line)?.Channel));
        Assert.All(calls.Where(c => c.Story.Kind is StoryKind.Request or StoryKind.Incident), c => Assert.NotNull(c.Story.Service(pack)?.Unit));
    }

    [Fact]
    public void What_begins_at_once_stays_below_the_bound_of_open_contacts() =>
        Assert.InRange(DemoPace.OpeningCalls + 1 + DemoPace.OpeningMessages, 1, DemoPace.MostOpenContacts);

    [Theory]
    [InlineData("http://localhost:5153", "http://localhost:5153/")]
    [InlineData("http://0.0.0.0:5153", "http://127.0.0.1:5153/")]
    [InlineData("https://santral.example;http://*:80", "http://localhost/")]
    public void The_demo_reaches_its_own_server_on_the_machine_itself(string urls, string expected) => Assert.Equal(expected, DemoEndpoint.Of(urls).Base.AbsoluteUri);

    [Theory]
    [InlineData("https://santral.example")]
    [InlineData("http://127.0.0.1:0")]
    public void A_demo_that_cannot_call_itself_is_refused_at_start(string urls) => Assert.Throws<UsageException>(() => DemoEndpoint.Of(urls));

    private static DemoScript Script(string pack) => new(PackLoader.Load(SiloSettings.PackFolder(pack)));
}
