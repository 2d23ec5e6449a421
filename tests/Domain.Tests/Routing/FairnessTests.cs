using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Routing;

/// <summary>Nothing starves, however much more urgent work comes and however unwilling the agents are.</summary>
public sealed class FairnessTests
{
    private static readonly RoutingLimits Limits = TestPack.Small.Limits;

    /// <summary>
    /// One agent, a call of three minutes after the other, and twice as many calls of the higher priority as can be taken.
    /// The low one must go before every call that came later than the difference of their head starts.
    /// </summary>
    [Theory]
    [InlineData(Priority.P2)]
    [InlineData(Priority.P3)]
    [InlineData(Priority.P4)]
    public void An_information_call_is_overtaken_only_within_the_head_start_of_the_others(Priority urgent)
    {
        var scene = new DeskScene().Ready("ayse").Call("first").Accepts("ayse");
        var (holds, arrived) = ("first", scene.Desk.Now);
        scene.Call("low", Priority.P5);
        var lastOvertaking = DateTimeOffset.MinValue;
        for (var i = 0; holds != "low"; i++)
        {
            Assert.True(i < 1_000, "the information call starves");
            scene.Call($"u{2 * i}", urgent).Call($"u{(2 * i) + 1}", urgent);
            scene.Desk.After(TimeSpan.FromMinutes(3));
            scene.Releases("ayse", holds);
            var offered = scene.Offer("ayse").Contact;
            holds = offered == DeskScene.Contact("low") ? "low" : Enumerable.Range(0, (2 * i) + 2).Select(n => $"u{n}").First(n => DeskScene.Contact(n) == offered);
            lastOvertaking = holds == "low" ? lastOvertaking : scene.Desk.Events.OfType<ContactEnqueued>().Last(e => e.Contact == offered).CountsFrom;
            scene.Accepts("ayse");
        }

        Assert.InRange(lastOvertaking - arrived, TimeSpan.Zero, Limits.HeadStart(urgent) - Limits.HeadStart(Priority.P5));
    }

    /// <summary>Agents who decline or miss most offers, and come back from Missed by a click: every contact is still answered.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Every_contact_is_answered_in_the_end_by_agents_who_mostly_decline(int seed)
    {
        var random = new Random(seed);
        var scene = new DeskScene().Ready("a0").Ready("a1").Ready("a2");
        for (var i = 0; i < 30; i++)
        {
            scene.Wait($"c{i}", i % 2 == 0 ? Medium.Call : Medium.Conversation, (Priority)((i % 5) + 1), i % 7 == 0 ? "a1" : null, []);
        }

        for (var round = 0; scene.Desk.State.Waiting > 0; round++)
        {
            Assert.True(round < 5_000, $"seed {seed}: {scene.Desk.State.Waiting} contacts starve");
            var agent = $"a{random.Next(3)}";
            var seat = scene.Desk.State.Agent(DeskScene.Agent(agent))!;
            if (seat.Presence == Presence.Missed)
            {
                scene.Desk.When(new ChangePresence(seat.Id, Presence.Ready, null)).Accepted();
            }
            else if (seat.Pending is not { } offer)
            {
                scene.Desk.After(TimeSpan.FromSeconds(random.Next(0, 10)));
            }
            else if (random.Next(5) > 0)
            {
                scene.Desk.When(new DeclineOffer(offer.Id, seat.Id, "")).Accepted();
            }
            else
            {
                scene.Desk.When(new AcceptOffer(offer.Id, seat.Id)).Accepted().When(new ReleaseSlot(offer.Contact, seat.Id)).Accepted();
            }
        }

        Assert.Equal(30, scene.Desk.Events.OfType<OfferAccepted>().Select(o => o.Contact).Distinct().Count());
    }
}
