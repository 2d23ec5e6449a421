using Santral.Engine.Intake;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

public sealed class AddressingTests
{
    [Theory]
    [InlineData("153", "153")]
    [InlineData("1530", "1530")]
    [InlineData("444 80 86", "4448086")]
    [InlineData("+90 552 153 00 34", "+905521530034")]
    [InlineData("0552 153 00 34", "+905521530034")]
    [InlineData("5521530034", "+905521530034")]
    [InlineData("905521530034", "+905521530034")]
    [InlineData("00905521530034", "+905521530034")]
    [InlineData("(0262) 318 00 00", "+902623180000")]
    [InlineData("+49 30 901820", "+4930901820")]
    [InlineData("+90153", "153")]
    [InlineData("2210", "2210")]
    public void One_number_has_one_spelling_and_short_codes_stay_as_dialled(string raw, string stored) => Assert.Equal(stored, Addressing.Phone(raw));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("TR.13491208655302741918")]
    [InlineData("anonymous")]
    [InlineData("bilmiyorum, komşunun 0555")]
    [InlineData("+")]
    public void What_is_no_number_is_not_made_one(string? raw) => Assert.Null(Addressing.Phone(raw));
}
