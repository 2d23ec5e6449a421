using Santral.Domain.Cases;
using Xunit;

namespace Santral.Domain.Tests.Cases;

public sealed class CaseDeadlineTests : CaseTestBase
{
    [Fact]
    public void An_escalation_that_nobody_accepts_is_near_in_its_last_quarter_and_then_passed()
    {
        var escalated = Escalated();
        // 24 November 10:00 is the ninth office hour; a quarter of the 24 hours until then is six.
        escalated.After(TimeSpan.FromHours(18) - TimeSpan.FromSeconds(1));
        Assert.Empty(escalated.Events.OfType<DeadlineNear>());
        escalated.After(TimeSpan.FromSeconds(1));
        Assert.Equal("acceptance", escalated.Event<DeadlineNear>().Which);
        escalated.After(TimeSpan.FromHours(6));
        Assert.Equal("acceptance", escalated.Event<DeadlinePassed>().Which);
        Assert.Equal(At(2026, 11, 24, 10), escalated.Event<DeadlinePassed>().At);
    }

    [Fact]
    public void The_closing_deadline_rings_near_and_passed_once_each_though_weekends_lie_between()
    {
        var accepted = Accepted().After(TimeSpan.FromDays(40));

        Assert.Equal(["closing"], accepted.Events.OfType<DeadlineNear>().Select(e => e.Which));
        Assert.Equal(At(2026, 12, 14, 17, 30), Assert.Single(accepted.Events.OfType<DeadlinePassed>()).At);
    }

    [Fact]
    public void An_open_case_that_nobody_escalates_still_rings() =>
        Assert.Equal("closing", Assert.Single(Opened().After(TimeSpan.FromDays(40)).Events.OfType<DeadlinePassed>()).Which);

    [Fact]
    public void A_resolved_case_never_rings()
    {
        var resolved = Resolved().After(TimeSpan.FromDays(400));

        Assert.DoesNotContain(resolved.Events, e => e is DeadlineNear or DeadlinePassed);
    }

    [Theory]
    [InlineData("acceptance")]
    [InlineData("acceptance-near")]
    [InlineData("closing")]
    [InlineData("closing-near")]
    public void An_alarm_that_was_under_way_when_its_deadline_was_met_says_nothing(string alarm)
    {
        Assert.Empty(Resolved().After(TimeSpan.FromDays(60)).When(new CaseTimer(alarm)).Accepted().Last.Events);
        Assert.Empty(Escalated().When(new CaseTimer(alarm)).Accepted().Last.Events);
    }

    [Fact]
    public void An_alarm_of_an_unknown_name_says_nothing() => Assert.Empty(Escalated().When(new CaseTimer("")).Accepted().Last.Events);

    [Fact]
    public void A_case_sent_on_after_its_period_ended_does_not_ring_the_same_deadline_again()
    {
        var late = Opened().After(TimeSpan.FromDays(40));
        late.When(new Escalate(CasePack.AidUnit, null, "ayse")).After(TimeSpan.FromDays(30));

        Assert.Single(late.Events.OfType<DeadlinePassed>(), e => e.Which == "closing");
    }
}
