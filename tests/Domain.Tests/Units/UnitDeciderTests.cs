using Santral.Domain.Cases;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Tests.Kit;
using Santral.Domain.Units;
using Xunit;

namespace Santral.Domain.Tests.Units;

public sealed class UnitDeciderTests
{
    private static readonly CaseId Id = new(Guid.Parse("00000000-0000-8000-8000-0000000000c1"));
    private static readonly Deadline Acceptance = new(Scenario.Start.AddHours(9), "setting", false, "belediye ayarı: 9 mesai saati");
    private static readonly Deadline Closing = new(Scenario.Start.AddDays(21), "text", true, "yaklaşık 15 iş günü");

    [Fact]
    public void A_case_that_nobody_accepts_in_time_is_overdue_once()
    {
        var unit = Received().After(TimeSpan.FromHours(9) - TimeSpan.FromMilliseconds(1));
        Assert.False(unit.Happened<AcceptanceOverdue>());
        unit.After(TimeSpan.FromDays(30));
        Assert.Equal(Acceptance.At, Assert.Single(unit.Events.OfType<AcceptanceOverdue>()).At);
        unit.When(new AcceptanceDue(Id)).Accepted();
        Assert.Empty(unit.Last.Events);
    }

    [Fact]
    public void An_accepted_case_is_never_overdue_for_acceptance() =>
        Assert.False(Received().When(new NoteCaseStatus(Id, "123456789", CaseStatus.Accepted, Scenario.Start)).After(TimeSpan.FromDays(30)).Happened<AcceptanceOverdue>());

    [Fact]
    public void An_alarm_that_was_under_way_when_the_case_was_accepted_says_nothing() =>
        Assert.Empty(Received().When(new NoteCaseStatus(Id, null, CaseStatus.Accepted, Scenario.Start)).When(new AcceptanceDue(Id)).Last.Events);

    [Fact]
    public void A_released_case_leaves_the_inbox_and_its_alarm_with_it()
    {
        var unit = Received().When(new ReleaseCase(Id, CaseStatus.Returned, Scenario.Start)).After(TimeSpan.FromDays(30));

        Assert.Equal(CaseStatus.Returned, Assert.Single(unit.Events.OfType<CaseReleased>()).Status);
        Assert.Empty(unit.State.Inbox);
        Assert.False(unit.Happened<AcceptanceOverdue>());
    }

    [Fact]
    public void A_number_that_comes_later_reaches_the_item()
    {
        var unit = Received(null).When(new NoteCaseStatus(Id, "123456789", CaseStatus.Escalated, Scenario.Start));

        Assert.Equal("123456789", Assert.IsType<InboxItem.Waiting>(unit.State.Inbox[Id]).Number);
        unit.After(TimeSpan.FromHours(9));
        Assert.True(unit.Happened<AcceptanceOverdue>());
    }

    [Fact]
    public void A_reminder_is_noted_with_its_count()
    {
        var unit = Received().When(new NoteReminder(Id, 3, Scenario.Start));

        Assert.Equal(3, unit.Event<ReminderNoted>().Count);
        Assert.Equal(3, unit.State.Inbox[Id].Reminders);
    }

    [Fact]
    public void A_case_that_comes_back_waits_anew()
    {
        var unit = Received().After(TimeSpan.FromHours(10)).When(new ReleaseCase(Id, CaseStatus.Resolved, Scenario.Start.AddHours(10)));
        unit.When(new ReceiveCase(Id, "123456789", "Nakdi destek", Priority.P4, false, Acceptance with { At = Scenario.Start.AddHours(20) }, Closing));
        unit.After(TimeSpan.FromDays(30));

        Assert.Equal(2, unit.Events.OfType<AcceptanceOverdue>().Count());
    }

    public static TheoryData<UnitCommand> AboutAStranger =>
    [
        new NoteCaseStatus(Id, null, CaseStatus.Accepted, Scenario.Start), new NoteReminder(Id, 1, Scenario.Start), new ReleaseCase(Id, CaseStatus.Resolved, Scenario.Start), new AcceptanceDue(Id),
    ];

    [Theory]
    [MemberData(nameof(AboutAStranger))]
    public void A_word_about_a_case_that_is_not_here_changes_nothing(UnitCommand command) =>
        Assert.Empty(Scenario.Of(new UnitDecider(), "yardim").When(command).Accepted().Last.Events);

    private static Scenario<UnitState, UnitCommand, UnitEvent> Received(string? number = "123456789") =>
        Scenario.Of(new UnitDecider(), "yardim").When(new ReceiveCase(Id, number, "Nakdi destek", Priority.P4, false, Acceptance, Closing)).Accepted();
}
