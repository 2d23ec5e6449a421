using Santral.Domain.Cases;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Xunit;

namespace Santral.Domain.Tests.Cases;

public sealed class CaseOpeningTests : CaseTestBase
{
    [Fact]
    public void Opening_answers_with_the_case_and_claims_a_number()
    {
        var opened = Fresh().When(Open());

        Assert.Equal(new CaseIsOpen(Id), opened.Last.Answer);
        var number = opened.Event<NumberRequested>().Number;
        Assert.Equal(new ClaimNumber(Id), opened.Sent<ClaimNumber>(new ActorId(ActorKinds.CaseNumber, number)));
        Assert.Equal(CaseNumbers.Candidate(Id, 0), number);
    }

    [Fact]
    public void The_answer_period_of_the_service_is_fixed_with_its_source()
    {
        var deadline = Fresh().When(Open()).Event<CaseOpened>().Deadline;

        Assert.Equal(new Deadline(At(2026, 12, 14, 17, 30), "text", true, "yaklaşık 15 iş günü"), deadline);
    }

    [Fact]
    public void A_period_in_calendar_days_ends_with_its_last_day() =>
        Assert.Equal(At(2026, 12, 8, 23, 59, 59), Fresh().When(Open(CasePack.MedicalService)).Event<CaseOpened>().Deadline!.At);

    [Fact]
    public void An_unknown_service_is_kept_in_its_own_words_and_waits_for_triage()
    {
        var opened = Fresh().When(Open("komur-yardimi")).Accepted().Event<CaseOpened>();

        Assert.Null(opened.Service);
        Assert.Null(opened.Deadline);
        Assert.Equal("komur-yardimi", opened.RawService);
    }

    [Fact]
    public void A_case_without_a_service_opens_too() => Assert.Null(Fresh().When(Open(null)).Accepted().Event<CaseOpened>().RawService);

    [Fact]
    public void A_confidential_service_makes_the_case_confidential_whatever_was_ticked() =>
        Assert.True(Fresh().When(Open(CasePack.WomenService, confidential: false)).Event<CaseOpened>().Confidential);

    [Fact]
    public void The_higher_of_both_priorities_holds()
    {
        Assert.Equal(Priority.P2, Fresh().When(Open(CasePack.WomenService, priority: Priority.P4)).Event<CaseOpened>().Priority);
        Assert.Equal(Priority.P1, Fresh().When(Open(CasePack.WomenService, priority: Priority.P1)).Event<CaseOpened>().Priority);
    }

    [Fact]
    public void Applicant_and_beneficiary_see_the_case_among_their_own_and_the_informant_does_not()
    {
        var notes = Fresh().When(Open()).Last.Sends.Where(s => s.Command is NoteCase).Select(s => s.To);

        Assert.Equal([Mother.Actor, Child.Actor], notes);
    }

    [Fact]
    public void One_person_in_two_parts_is_told_once()
    {
        var open = Open() with { Parties = [Party(PartyRole.Applicant, Mother), Party(PartyRole.Beneficiary, Mother)] };

        Assert.Single(Fresh().When(open).Last.Sends, s => s.Command is NoteCase);
    }

    [Fact]
    public void Nobody_named_is_no_reason_to_refuse() => Fresh().When(Open() with { Parties = [], Contact = null }).Accepted();

    [Fact]
    public void A_crowd_in_one_case_is_refused() =>
        Fresh().When(Open() with { Parties = [.. Enumerable.Repeat(Party(PartyRole.Informant, Muhtar), CaseDecider.MaxParties + 1)] }).Refused("case.too_many_parties");

    [Fact]
    public void A_case_is_opened_once() => Opened().When(Open()).Refused("case.exists");

    [Fact]
    public void The_number_goes_to_the_citizens_and_is_told_by_message()
    {
        var opened = Fresh().When(Open());
        var number = opened.Event<NumberRequested>().Number;
        opened.When(new ConfirmNumber(number));

        Assert.Equal(number, opened.Event<CaseNumbered>().Number);
        Assert.All(opened.Last.Sends.Select(s => s.Command).OfType<NoteCase>(), note => Assert.Equal(number, note.Number));
        Assert.Equal([Mother.Actor, Child.Actor], opened.Last.Sends.Where(s => s.Command is Inform { Template: CaseDecider.OpenedTemplate }).Select(s => s.To));
    }

    [Fact]
    public void Nobody_is_written_to_about_a_confidential_case()
    {
        var opened = Opened(CasePack.WomenService).When(new Escalate(CasePack.WomenUnit, null, "ayse"))
            .When(new AcceptCase(CasePack.WomenUnit, "birim2")).When(Resolve(CasePack.WomenUnit)).Accepted();

        Assert.DoesNotContain(opened.Sends, s => s.Command is Inform);
        Assert.All(opened.Sends.Select(s => s.Command).OfType<NoteCase>(), note => Assert.True(note.Confidential));
    }

    [Fact]
    public void A_taken_number_is_followed_by_the_next_candidate()
    {
        var opened = Fresh().When(Open());
        var first = opened.Event<NumberRequested>().Number;
        opened.When(new NumberTaken(first));

        var second = opened.Event<NumberRequested>().Number;
        Assert.Equal(CaseNumbers.Candidate(Id, 1), second);
        Assert.NotEqual(first, second);
        opened.Sent<ClaimNumber>(new ActorId(ActorKinds.CaseNumber, second));
        opened.When(new ConfirmNumber(second));
        Assert.Equal(second, opened.Event<CaseNumbered>().Number);
    }

    [Fact]
    public void A_word_about_a_number_that_is_not_being_claimed_changes_nothing()
    {
        var opened = Opened();
        Assert.Empty(opened.When(new ConfirmNumber("123456789")).Accepted().Last.Events);
        Assert.Empty(opened.When(new NumberTaken("123456789")).Accepted().Last.Events);
    }

    [Fact]
    public void A_number_that_is_confirmed_after_the_end_brings_the_answer_with_it()
    {
        var late = Fresh().When(Open());
        var number = late.Event<NumberRequested>().Number;
        late.When(new Escalate(CasePack.AidUnit, null, "ayse")).When(new AcceptCase(CasePack.AidUnit, "birim1")).When(Resolve(CasePack.AidUnit));
        Assert.DoesNotContain(late.Sends, s => s.Command is Inform);

        late.When(new ConfirmNumber(number));

        Assert.All(late.Last.Sends.Select(s => s.Command).OfType<Inform>(), inform => Assert.Equal(CaseDecider.ResolvedTemplate, inform.Template));
        Assert.Equal(2, late.Last.Sends.Count(s => s.Command is Inform));
    }
}
