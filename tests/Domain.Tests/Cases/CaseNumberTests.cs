using Santral.Domain.Cases;
using Santral.Domain.Kernel;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Cases;

public sealed class CaseNumberTests
{
    private static readonly CaseId A = new(Guid.Parse("00000000-0000-8000-8000-0000000000c1"));
    private static readonly CaseId B = new(Guid.Parse("00000000-0000-8000-8000-0000000000c2"));

    [Fact]
    public void The_published_example_of_damms_algorithm_holds() => Assert.Equal(4, Damm.Fold("572"));

    [Fact]
    public void Whatever_came_before_a_single_wrong_digit_changes_the_end()
    {
        // Step is one row of a Latin square after each digit: two different interim digits stay different for ever, and
        // two different digits give two different interim digits. All 100 pairs of each are walked.
        for (var interim = 0; interim < 10; interim++)
        {
            Assert.Equal(10, Enumerable.Range(0, 10).Select(digit => Damm.Step(interim, digit)).Distinct().Count());
            Assert.Equal(10, Enumerable.Range(0, 10).Select(other => Damm.Step(other, interim)).Distinct().Count());
        }
    }

    [Fact]
    public void Whatever_came_before_a_swap_of_two_neighbours_changes_the_end()
    {
        var all =
            from interim in Enumerable.Range(0, 10)
            from x in Enumerable.Range(0, 10)
            from y in Enumerable.Range(0, 10)
            where x != y
            select (interim, x, y);
        Assert.All(all, t => Assert.NotEqual(
            Damm.Step(Damm.Step(t.interim, t.x), t.y),
            Damm.Step(Damm.Step(t.interim, t.y), t.x)));
    }

    [Fact]
    public void Every_single_error_in_two_thousand_real_numbers_is_found()
    {
        foreach (var number in Numbers(2_000))
        {
            Assert.Equal(number, CaseNumbers.Read(number));
            Assert.All(Mistakes(number), wrong => Assert.Null(CaseNumbers.Read(wrong)));
        }
    }

    [Fact]
    public void A_number_has_nine_digits_and_begins_with_none_that_is_left_out_when_read() =>
        Assert.All(Numbers(2_000), number => Assert.Matches("^[1-9][0-9]{8}$", number));

    [Fact]
    public void Candidates_differ_from_case_to_case_and_from_try_to_try() => Assert.InRange(Numbers(2_000).Distinct().Count(), 1_995, 2_000);

    [Theory]
    [InlineData("{0} ", true)]
    [InlineData("{1}", true)]
    [InlineData("{2}", true)]
    [InlineData("", false)]
    [InlineData("12345678", false)]
    [InlineData("{0}0", false)]
    [InlineData("vaka {0}", false)]
    [InlineData("٣{0}", false)]
    public void A_number_is_read_as_people_write_it(string form, bool readable)
    {
        var number = CaseNumbers.Candidate(A, 0);
        var written = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, number, CaseNumbers.Spoken(number), $"{number[..3]}.{number[3..6]}-{number[6..]}");

        Assert.Equal(readable ? number : null, CaseNumbers.Read(written));
    }

    [Fact]
    public void It_is_read_aloud_in_groups() => Assert.Equal("1234 5678 9", CaseNumbers.Spoken("123456789"));

    [Fact]
    public void The_first_claim_wins_and_repeats_are_answered_alike()
    {
        var number = Scenario.Of(new CaseNumberDecider(), "123456789").When(new ClaimNumber(A)).Accepted();
        Assert.Equal(A, number.Event<NumberClaimed>().Case);
        Assert.Equal("123456789", number.Sent<ConfirmNumber>(A.Actor).Number);

        Assert.Empty(number.When(new ClaimNumber(A)).Accepted().Last.Events);
        number.Sent<ConfirmNumber>(A.Actor);

        Assert.Empty(number.When(new ClaimNumber(B)).Accepted().Last.Events);
        Assert.Equal("123456789", number.Sent<NumberTaken>(B.Actor).Number);
        number.ReplayEqualsLive();
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(i => CaseNumbers.Candidate(new(UuidV8.Of($"case {i / 2}")), i % 2));

    private static IEnumerable<string> Mistakes(string number)
    {
        for (var at = 0; at < number.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != number[at])
                {
                    yield return $"{number[..at]}{digit}{number[(at + 1)..]}";
                }
            }

            if (at > 0 && number[at] != number[at - 1])
            {
                yield return $"{number[..(at - 1)]}{number[at]}{number[at - 1]}{number[(at + 1)..]}";
            }
        }
    }
}
