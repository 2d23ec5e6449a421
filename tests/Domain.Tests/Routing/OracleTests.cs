using System.Globalization;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Xunit;

namespace Santral.Domain.Tests.Routing;

/// <summary>
/// The desk against a brute-force statement of its rules on random commands. The environment variable
/// SANTRAL_ORACLE_RUNS multiplies the runs; a failure prints the seed.
/// </summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private static readonly TrialSize Small = new(4, 3, 8, 3, 2);
    private static readonly TrialSize Middle = new(12, 6, 40, 4, 2);
    private static readonly TrialSize Large = new(150, 20, 600, 10, 3);

    private static readonly int Times =
        int.TryParse(Environment.GetEnvironmentVariable("SANTRAL_ORACLE_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? times : 1;

    [Fact]
    public void Small_desks_offer_exactly_what_the_rules_say() => Compare(Small, runs: 120, steps: 500, firstSeed: 1);

    [Fact]
    public void Middle_desks_offer_exactly_what_the_rules_say() => Compare(Middle, runs: 20, steps: 1_500, firstSeed: 1_000_001);

    [Fact]
    public void Large_desks_offer_exactly_what_the_rules_say() => Compare(Large, runs: 1, steps: 4_000, firstSeed: 2_000_001);

    [Fact]
    public void The_comparison_fails_when_the_longest_idle_agent_is_passed_over()
    {
        var error = Tampered(made => [.. made.Select(e => e is OfferMade { Agent.Value: "a1" } o ? o with { Agent = new("a2") } : e)]);
        Assert.Contains("G", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_comparison_fails_when_an_offer_is_left_out() =>
        Assert.Contains("G4", Tampered(made => [.. made.Where(e => e is not OfferMade)]).Message, StringComparison.Ordinal);

    [Fact]
    public void The_auditor_fails_on_a_second_live_offer()
    {
        var offer = new OfferMade(new(UuidV8.Of("o")), new(UuidV8.Of("c")), new("a"), Medium.Call, default, default);
        var auditor = Seen(offer);
        Assert.Contains("G2", Assert.Throws<RuleBroken>(() => auditor.See(offer with { Agent = new("b"), Offer = new(UuidV8.Of("o2")) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_auditor_fails_on_a_second_answer_and_on_an_exceeded_capacity()
    {
        var offer = new OfferMade(new(UuidV8.Of("o")), new(UuidV8.Of("c")), new("a"), Medium.Call, default, default);
        var accepted = new OfferAccepted(offer.Offer, offer.Contact, offer.Agent, default);
        var auditor = Seen(offer, accepted);
        Assert.Contains("G2", Assert.Throws<RuleBroken>(() => auditor.See(accepted)).Message, StringComparison.Ordinal);
        auditor = Seen(offer, accepted);
        Assert.Contains("G3", Assert.Throws<RuleBroken>(() => auditor.See(new SlotTaken(new(UuidV8.Of("d")), new("a"), Medium.Call, default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_auditor_fails_when_an_agent_leaves_reserved()
    {
        var auditor = Seen(new OfferMade(new(UuidV8.Of("o")), new(UuidV8.Of("c")), new("a"), Medium.Call, default, default));
        Assert.Contains("G3", Assert.Throws<RuleBroken>(() => auditor.See(new AgentLeft(new("a"), default))).Message, StringComparison.Ordinal);
    }

    private static DeskAuditor Seen(params DeskEvent[] events)
    {
        var auditor = new DeskAuditor();
        auditor.See(new AgentJoined(new("a"), [], 1, null, default));
        auditor.See(new AgentJoined(new("b"), [], 1, null, default));
        auditor.See(new ContactEnqueued(new(UuidV8.Of("c")), new("q"), Medium.Call, [], Priority.P4, default, default, null, default));
        foreach (var each in events)
        {
            auditor.See(each);
        }

        return auditor;
    }

    private static RuleBroken Tampered(Func<IReadOnlyList<DeskEvent>, IReadOnlyList<DeskEvent>> tamper) =>
        Assert.Throws<RuleBroken>(() => new DeskTrial(1, Small) { Tamper = tamper }.Run(2_000));

    private void Compare(TrialSize size, int runs, int steps, int firstSeed)
    {
        var offers = 0L;
        for (var run = 0; run < runs * Times; run++)
        {
            var trial = new DeskTrial(firstSeed + run, size);
            trial.Run(steps);
            offers += trial.Offers;
        }

        output.WriteLine($"{size}: {runs * Times * steps} commands from seed {firstSeed}, {offers} offers, all as the rules say");
        Assert.True(offers > runs * steps / 50, "the random commands hardly offer anything");
    }
}
