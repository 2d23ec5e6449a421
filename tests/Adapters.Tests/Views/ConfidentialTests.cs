using System.Text.Json;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Views;
using Santral.Views.Lists;
using Santral.Views.Rights;
using Santral.Views.Topics;
using Xunit;

namespace Santral.Adapters.Tests.Views;

/// <summary>
/// Nothing of a confidential case, not even that it exists: for whoever may not see it, a world with the case and a world
/// without it are the same, row by row, list by list, count by count.
/// </summary>
public sealed class ConfidentialTests
{
    private const string Name = "Ayşe Nur Yılmaz";
    private static readonly CitizenId Citizen = new(Story.Id("c"));
    private static readonly ContactId Later = new(Story.Id("later"));
    private static readonly CaseId Open = new(Story.Id("open"));
    private static readonly CaseId Secret = new(Story.Id("secret"));

    private static readonly Viewer Opener = Agent("temsilci1");
    private static readonly Viewer Other = Agent("temsilci2");
    private static readonly Viewer Supervisor = new("supervizor", new HashSet<string> { StaffRoles.Supervisor }, null, ViewPack.Desk, new HashSet<UnitId>());
    private static readonly Viewer Works = Unit("fenci", ViewPack.Works);
    private static readonly Viewer Women = Unit("kadinci", ViewPack.Women);
    private static readonly Viewer Manager = new("mudur", new HashSet<string> { StaffRoles.Manager }, null, null, new HashSet<UnitId>());

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_confidential_case_changes_nothing_that_others_can_see(bool verified)
    {
        var (with, without) = (Fold(World(true, verified)), Fold(World(false, verified)));
        foreach (var viewer in new[] { Other, Supervisor, Works, Manager })
        {
            foreach (var topic in new[] { "directory", $"desk:{ViewPack.Desk}", "agent:temsilci2", $"contact:{Later}", $"card:{Later}", $"case:{Open}", "unit:fen" })
            {
                Assert.Equal(Seen(without, viewer, topic), Seen(with, viewer, topic));
            }

            foreach (var query in new[] { null, "Yılmaz", "5321234567", "1234", Secret.ToString() })
            {
                Assert.Equal(Lists(without, viewer, query), Lists(with, viewer, query));
            }

            Assert.False(May(with, viewer, $"case:{Secret}"));
        }
    }

    [Fact]
    public void Its_unit_and_the_agent_who_opened_it_see_it()
    {
        var fold = Fold(World(true, true));
        Assert.True(May(fold, Women, $"case:{Secret}"));
        Assert.True(May(fold, Opener, $"case:{Secret}"));
        Assert.Contains(ViewPack.SecretServiceName, JsonSerializer.Serialize(fold.Fresh("unit:kadin").Select(r => (object?)r.Row), Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_of_a_confidential_case_says_nothing_on_an_open_card()
    {
        var story = World(true, true);
        var fold = new TopicFold(ViewPack.Pack, story.Sealer);
        var book = new TopicBook(fold);
        for (var i = 0; i < story.Records.Count; i++)
        {
            fold.Fold(i + 1, story.Records[i]);
        }

        book.Publish(_ => { }, _ => { });
        book.Open(Santral.Views.Model.TopicKey.Parse($"card:{Later}")!.Value);
        book.Open(Santral.Views.Model.TopicKey.Parse("agent:temsilci2")!.Value);
        story.Add(Secret.Actor, new Domain.Cases.CaseAccepted(ViewPack.Women, "kadinci", story.Now), new Domain.Cases.AccessGranted("x", "y", story.Now));
        fold.Fold(story.Records.Count, story.Records[^1]);
        book.Publish(_ => { }, change => Assert.Fail($"{change.Topic} moved."));
    }

    [Fact]
    public void Until_the_questions_are_answered_the_card_shows_initials_and_service_names()
    {
        var fold = Fold(World(true, false));
        var card = JsonSerializer.Serialize(fold.Fresh($"card:{Later}").Select(r => (object?)r.Row), Plain);
        Assert.Contains("A. N. Y.", card, StringComparison.Ordinal);
        Assert.Contains("Yol onarımı", card, StringComparison.Ordinal);
        foreach (var hidden in new[] { Name, "Yılmaz", "5321234567", "10000000146", Open.ToString(), "1234-5678", ViewPack.SecretServiceName })
        {
            Assert.DoesNotContain(hidden, card, StringComparison.Ordinal);
        }

        var known = JsonSerializer.Serialize(Fold(World(true, true)).Fresh($"card:{Later}").Select(r => (object?)r.Row), Plain);
        Assert.Contains(Name, known, StringComparison.Ordinal);
        Assert.Contains("•••••••••46", known, StringComparison.Ordinal);
        Assert.Contains(Open.ToString(), known, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_ties_whatever_happened()
    {
        var story = new Story();
        story.Agent("temsilci1", "genel").Citizen(Citizen, Name, "+905321234567");
        foreach (var outcome in Enum.GetValues<ContactOutcome>())
        {
            var answered = new ContactId(Story.Id($"a{outcome}"));
            story.Call(answered, Citizen).Queue(answered).Talk(answered, "temsilci1").End(answered, "temsilci1", outcome);
            var unanswered = new ContactId(Story.Id($"u{outcome}"));
            story.Call(unanswered, Citizen).Queue(unanswered);
            story.Add(unanswered.Actor, new ContactEnded(outcome, null, null, story.Now));
        }

        story.Call(new(Story.Id("live")), Citizen);
        var fold = Fold(story);
        var report = new ViewReader(fold.State).Report(new(2026, 11, 23), new(2026, 11, 23));
        Assert.Equal(2 * Enum.GetValues<ContactOutcome>().Length, report.Offered);
        Assert.Equal(report.Offered, report.Answered + report.Abandoned + report.TransferredOut + report.Closed + report.Callback);
        Assert.Equal(report.Offered, report.ByHour.Sum(l => l.Offered));
        Assert.Equal(report.Offered, report.ByQueue.Sum(l => l.Offered));
        Assert.Equal(report.Offered, report.ByOutcome.Sum(l => l.Count));
        Assert.Equal(1, report.Live);
        Assert.All(report.ByHour, l => Assert.Equal(l.Offered, l.Answered + l.Abandoned + l.TransferredOut + l.Closed + l.Callback));
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A citizen with an open case, and maybe a confidential one opened in an earlier call on the confidential line, rings again.</summary>
    private static Story World(bool secret, bool verified)
    {
        var story = new Story();
        story.Agent("temsilci1", "genel", "siginma").Agent("temsilci2", "genel").Citizen(Citizen, Name, "+905321234567");
        story.Case(Open, Citizen, null, ViewPack.OpenService, "temsilci2").Escalate(Open, ViewPack.Works);
        if (secret)
        {
            story.Case(Secret, Citizen, null, ViewPack.SecretService, "temsilci1", confidential: true).Escalate(Secret, ViewPack.Women, confidential: true);
        }
        else
        {
            // The same instants in both worlds.
            story.Skip(TimeSpan.FromSeconds(4));
        }

        story.Call(Later, Citizen).Queue(Later).Talk(Later, "temsilci2");
        return verified ? story.Add(Later.Actor, new VerificationRecorded(new("temsilci2"), true, story.Now)) : story;
    }

    private static TopicFold Fold(Story story)
    {
        var fold = new TopicFold(ViewPack.Pack, story.Sealer);
        for (var i = 0; i < story.Records.Count; i++)
        {
            fold.Fold(i + 1, story.Records[i]);
        }

        return fold;
    }

    private static bool May(TopicFold fold, Viewer viewer, string topic) => new ViewReader(fold.State).MaySee(viewer, topic);

    private static string Seen(TopicFold fold, Viewer viewer, string topic) =>
        May(fold, viewer, topic) ? JsonSerializer.Serialize(fold.Fresh(topic).Select(r => new { r.Kind, r.Id, Row = (object?)r.Row }), Plain) : "forbidden";

    private static string Lists(TopicFold fold, Viewer viewer, string? query)
    {
        var reader = new ViewReader(fold.State);
        var filter = new ListFilter(Query: query, PageSize: 1);
        return JsonSerializer.Serialize(new { Contacts = reader.Contacts(viewer, filter), Cases = reader.Cases(viewer, filter), Citizens = reader.Citizens(viewer, filter) }, Plain);
    }

    private static Viewer Agent(string id) => new(id, new HashSet<string> { StaffRoles.Agent }, new AgentId(id), ViewPack.Desk, new HashSet<UnitId>());

    private static Viewer Unit(string user, UnitId unit) => new(user, new HashSet<string> { StaffRoles.Unit }, null, null, new HashSet<UnitId> { unit });
}
