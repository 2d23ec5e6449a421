using System.Globalization;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Routing;

/// <summary>The desk's indexes against the plainest structure that does the same.</summary>
public sealed class IndexTests
{
    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 400)]
    [InlineData(3, 3_000)]
    public void A_rank_set_is_a_sorted_set_that_knows_positions(int seed, int most)
    {
        var random = new Random(seed);
        var (set, model) = (new RankSet(), new SortedDictionary<RankKey, WaitingContact>());
        for (var step = 0; step < 12_000; step++)
        {
            if (model.Count < random.Next(most))
            {
                // Few distinct ranks, so that arrivals decide often.
                var contact = new WaitingContact(new(UuidV8.Of($"{step}")), step) { Rank = random.Next(50) };
                set.Add(contact.Key, contact);
                model.Add(contact.Key, contact);
            }
            else if (model.Count > 0)
            {
                var gone = random.Next(2) == 0 ? model.First().Key : model.ElementAt(random.Next(model.Count)).Key;
                set.Remove(gone);
                model.Remove(gone);
            }

            Assert.Equal(model.Count, set.Count);
            Assert.Same(model.FirstOrDefault().Value, set.First);
            if (step % 50 == 0)
            {
                var probe = new RankKey(random.Next(50), random.Next(step + 1));
                Assert.Equal(model.Keys.Count(k => k.CompareTo(probe) < 0), set.CountBefore(probe));
                Assert.Equal(model.Values, set.InOrder());
            }
        }
    }

    [Fact]
    public void Removing_from_a_rank_set_what_is_not_there_is_a_bug_and_says_so()
    {
        var set = new RankSet();
        set.Add(new(1, 1), new(default, 1));
        Assert.Throws<InvalidOperationException>(() => set.Remove(new(1, 2)));
    }

    [Fact]
    public void The_idle_order_survives_moving_together_and_growing()
    {
        var random = new Random(4);
        var desk = new DeskDecider().Initial("ana");
        var (order, decider) = (new List<AgentId>(), new DeskDecider());
        for (var step = 0; step < 20_000; step++)
        {
            var agent = new AgentId($"a{random.Next(300)}");
            if (!order.Contains(agent))
            {
                desk = decider.Evolve(desk, new AgentJoined(agent, ["s"], 1, null, Scenario.Start));
                desk = decider.Evolve(desk, new PresenceChanged(agent, Presence.Ready, null, Scenario.Start));
            }
            else if (random.Next(10) == 0)
            {
                desk = decider.Evolve(desk, new AgentLeft(agent, Scenario.Start));
            }
            else
            {
                var contact = new ContactId(UuidV8.Of("c"));
                desk = decider.Evolve(desk, new SlotTaken(contact, agent, Medium.Call, Scenario.Start));
                desk = decider.Evolve(desk, new SlotReleased(contact, agent, Scenario.Start));
            }

            order.Remove(agent);
            if (desk.Agent(agent) is not null)
            {
                order.Add(agent);
            }

            var skill = desk.SkillNumber("s")!.Value;
            var first = desk.Idle.Next(Medium.Call, [skill], 0);
            Assert.Equal(order.Count > 0 ? order[0] : null, first < 0 ? (AgentId?)null : desk.Idle.At(first).Id);
            if (step % 500 == 0)
            {
                Assert.Equal(order, desk.Idle.InOrder().Select(a => a.Id));
            }
        }
    }

    [Fact]
    public void More_sets_of_skills_than_are_kept_make_way_for_each_other_and_still_match()
    {
        var (desk, decider) = (new DeskDecider().Initial("ana"), new DeskDecider());
        desk = decider.Evolve(desk, new AgentJoined(new("ayse"), ["common", "s4999"], 1, null, Scenario.Start));
        for (var i = 0; i < 5_000; i++)
        {
            desk = decider.Evolve(desk, Enqueued(i));
            if (i is not 7 and not 4_999)
            {
                desk = decider.Evolve(desk, new ContactWithdrawn(Id(i), Scenario.Start));
            }
        }

        Assert.InRange(desk.Pools.Count, 1, 4_096);
        var ready = (Decision)decider.Decide(desk, new ChangePresence(new("ayse"), Presence.Ready, null), new(Scenario.Start, TestPack.Small, CommandId.From("1"), Origin.System));
        Assert.Equal(Id(4_999), ready.Events.OfType<OfferMade>().Single().Contact);
        desk = decider.Evolve(desk, new AgentJoined(new("burak"), ["common", "s7"], 1, null, Scenario.Start));
        ready = (Decision)decider.Decide(desk, new ChangePresence(new("burak"), Presence.Ready, null), new(Scenario.Start, TestPack.Small, CommandId.From("2"), Origin.System));
        Assert.Equal(Id(7), ready.Events.OfType<OfferMade>().Single().Contact);

        static ContactId Id(int i) => new(UuidV8.Of(i.ToString(CultureInfo.InvariantCulture)));

        static ContactEnqueued Enqueued(int i) =>
            new(Id(i), new("q"), Medium.Call, ["common", $"s{i}"], Priority.P4, Scenario.Start, Scenario.Start, null, Scenario.Start);
    }
}
