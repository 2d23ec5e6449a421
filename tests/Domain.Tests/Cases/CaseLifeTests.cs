using Santral.Domain.Cases;
using Santral.Domain.Citizens;
using Santral.Domain.Kernel;
using Santral.Domain.Units;
using Xunit;

namespace Santral.Domain.Tests.Cases;

public sealed class CaseLifeTests : CaseTestBase
{
    [Fact]
    public void Escalating_puts_the_case_into_the_inbox_with_both_deadlines()
    {
        var escalated = Escalated();

        var sent = escalated.Sent<ReceiveCase>(CasePack.AidUnit.Actor);
        Assert.Equal(new Deadline(At(2026, 11, 24, 10), "setting", false, "belediye ayarı: 9 mesai saati"), sent.Acceptance);
        Assert.Equal(new Deadline(At(2026, 12, 14, 17, 30), "text", true, "yaklaşık 15 iş günü"), sent.Closing);
        Assert.Equal("Nakdi destek", sent.ServiceName);
        Assert.NotNull(sent.Number);
    }

    [Fact]
    public void Where_the_text_is_silent_the_units_target_closes_and_says_that_it_is_a_setting() =>
        Assert.Equal(new Deadline(At(2026, 12, 14, 17, 30), "setting", false, "belediye ayarı: 15 iş günü"), Escalated(null).Event<CaseEscalated>().Closing);

    [Fact]
    public void The_citizens_period_counts_from_the_opening_and_not_from_the_escalation() =>
        Assert.Equal(At(2026, 12, 14, 17, 30), Opened().After(TimeSpan.FromDays(3)).When(new Escalate(CasePack.AidUnit, null, "ayse")).Event<CaseEscalated>().Closing.At);

    [Fact]
    public void A_confidential_case_arrives_at_the_unit_as_confidential() =>
        Assert.True(Opened(CasePack.WomenService).When(new Escalate(CasePack.WomenUnit, null, "ayse")).Sent<ReceiveCase>().Confidential);

    [Fact]
    public void A_case_that_nobody_accepted_can_be_sent_elsewhere()
    {
        var moved = Escalated().When(new Escalate(CasePack.DisabledUnit, null, "amir")).Accepted();

        Assert.Equal(CaseStatus.Escalated, moved.Sent<ReleaseCase>(CasePack.AidUnit.Actor).Status);
        moved.Sent<ReceiveCase>(CasePack.DisabledUnit.Actor);
        moved.When(new AcceptCase(CasePack.AidUnit, "birim1")).Refused("case.not_your_unit");
    }

    [Fact]
    public void Accepting_tells_unit_and_citizens_and_ends_the_wait()
    {
        var accepted = Accepted();

        Assert.Equal(CaseStatus.Accepted, accepted.Sent<NoteCaseStatus>(CasePack.AidUnit.Actor).Status);
        Assert.All(accepted.Last.Sends.Select(s => s.Command).OfType<NoteCase>(), note => Assert.Equal("Accepted", note.Status));
        Assert.Equal(["closing", "closing-near"], accepted.Alarms.Keys);
    }

    [Fact]
    public void A_unit_returns_a_case_before_or_after_accepting_it()
    {
        Assert.Equal(CaseStatus.Returned, Returned().Sent<ReleaseCase>(CasePack.AidUnit.Actor).Status);
        Assert.Equal("evrak eksik", Accepted().When(new ReturnCase(CasePack.AidUnit, Words("evrak eksik"), "birim1")).Accepted().Event<CaseReturned>().Reason.Box);
    }

    [Fact]
    public void A_returned_case_keeps_the_citizens_deadline_and_goes_to_another_unit()
    {
        var returned = Returned();
        Assert.Equal(["closing", "closing-near"], returned.Alarms.Keys);

        returned.When(new Escalate(CasePack.DisabledUnit, Words("size ait"), "amir")).Accepted();

        Assert.Equal("size ait", returned.Event<CaseEscalated>().Note!.Box);
        Assert.Equal(At(2026, 12, 14, 17, 30), returned.Event<CaseEscalated>().Closing.At);
    }

    [Fact]
    public void A_returned_case_without_a_period_has_no_deadline_until_another_unit_has_it() =>
        Assert.Empty(Escalated(null).When(new ReturnCase(CasePack.AidUnit, Words("yetki dışı"), "birim1")).Alarms);

    [Fact]
    public void Resolving_tells_everyone_and_carries_the_answer()
    {
        var resolved = Resolved();

        Assert.Equal(CaseStatus.Resolved, resolved.Sent<ReleaseCase>(CasePack.AidUnit.Actor).Status);
        var informed = resolved.Last.Sends.Where(s => s.Command is Inform).ToList();
        Assert.Equal([Mother.Actor, Child.Actor], informed.Select(s => s.To));
        Assert.All(informed.Select(s => (Inform)s.Command), inform =>
        {
            Assert.Equal(CaseDecider.ResolvedTemplate, inform.Template);
            Assert.Equal("Yardımınız teslim edildi.", Assert.Single(inform.Values).Box);
        });
        Assert.Empty(resolved.Alarms);
    }

    [Fact]
    public void An_answer_about_health_is_not_written_into_a_message()
    {
        var resolved = Opened(CasePack.MedicalService).When(new Escalate(CasePack.DisabledUnit, null, "ayse"))
            .When(new AcceptCase(CasePack.DisabledUnit, "birim3")).When(Resolve(CasePack.DisabledUnit)).Accepted();

        Assert.All(resolved.Last.Sends.Select(s => s.Command).OfType<Inform>(), inform =>
        {
            Assert.Equal(CaseDecider.ResolvedPlainTemplate, inform.Template);
            Assert.Empty(inform.Values);
        });
    }

    [Fact]
    public void Not_solved_reopens_notifies_the_unit_again_and_restarts_the_clock()
    {
        var reopened = Resolved().After(TimeSpan.FromDays(7)).When(new ReopenCase(Words("gelmedi"), "ayse")).Accepted();

        Assert.Equal(At(2026, 12, 21, 17, 30), reopened.Event<CaseReopened>().Deadline!.At);
        Assert.Equal(At(2026, 12, 21, 17, 30), reopened.Sent<ReceiveCase>(CasePack.AidUnit.Actor).Closing.At);
        Assert.Equal(At(2026, 12, 1, 10), reopened.Event<CaseEscalated>().Acceptance.At);
        Assert.Equal(["acceptance", "acceptance-near", "closing", "closing-near"], reopened.Alarms.Keys);
        reopened.When(new AcceptCase(CasePack.AidUnit, "birim1")).Accepted();
    }

    [Fact]
    public void A_reopened_case_whose_unit_is_gone_waits_in_the_pool()
    {
        var resolved = Resolved();
        resolved.Pack = CasePack.Small with { Units = [.. CasePack.Small.Units.Where(u => u.Id != CasePack.AidUnit)] };

        resolved.When(new ReopenCase(null, "ayse")).Accepted();

        Assert.Empty(resolved.Last.Events.OfType<CaseEscalated>());
        resolved.When(new Escalate(CasePack.DisabledUnit, null, "ayse")).Accepted();
    }

    [Fact]
    public void Each_reminder_has_its_count()
    {
        var case1 = Accepted().When(new RemindUnit("ayse", SecondContact)).When(new RemindUnit("ayse", SecondContact)).Accepted();

        Assert.Equal(2, case1.Sent<NoteReminder>(CasePack.AidUnit.Actor).Count);
        Assert.Single(case1.Events.OfType<ContactAttached>());
        Assert.Equal([1, 2], case1.Events.OfType<UnitReminded>().Select(e => e.Count));
    }

    [Fact]
    public void A_repeat_call_is_attached_once()
    {
        var case1 = Opened().When(new AttachContact(SecondContact)).When(new AttachContact(SecondContact)).When(new AttachContact(FirstContact)).Accepted();

        Assert.Equal(SecondContact, Assert.Single(case1.Events.OfType<ContactAttached>()).Contact);
    }

    [Fact]
    public void Remembered_contacts_are_bounded()
    {
        var case1 = Opened();
        for (var i = 0; i < CaseDecider.MaxContacts + 5; i++)
        {
            case1.Given(new ContactAttached(new(UuidV8.Of($"contact {i}")), At(2026, 11, 23, 11)));
        }

        Assert.Equal(CaseDecider.MaxContacts, Assert.IsType<CaseState.Live>(case1.State).File.Contacts.Length);
    }

    [Fact]
    public void Sight_of_a_case_is_granted_by_another_and_only_once()
    {
        var case1 = Opened(CasePack.WomenService);
        case1.When(new GrantAccess("veli", "veli")).Refused("case.self_grant");
        case1.When(new GrantAccess("veli", "amir")).Accepted();
        Assert.Equal("amir", case1.Event<AccessGranted>().GrantedBy);
        Assert.Empty(case1.When(new GrantAccess("veli", "amir")).Accepted().Last.Events);
        Assert.Empty(case1.When(new GrantAccess("ayse", "amir")).Accepted().Last.Events);
    }

    [Fact]
    public void Notes_are_the_agents_or_those_of_the_unit_that_has_the_case()
    {
        var case1 = Accepted();
        case1.When(new AddCaseNote(Words("aradı"), "ayse", null)).Accepted();
        case1.When(new AddCaseNote(Words("gidildi"), "birim1", CasePack.AidUnit)).Accepted();
        case1.When(new AddCaseNote(Words("merak"), "birim2", CasePack.WomenUnit)).Refused("case.not_your_unit");
        Resolved().When(new AddCaseNote(Words("dosyaya"), "birim1", CasePack.AidUnit)).Accepted();
    }
}
