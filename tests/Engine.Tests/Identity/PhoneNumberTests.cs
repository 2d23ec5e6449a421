using Santral.Engine.Identity;
using Xunit;

namespace Santral.Engine.Tests.Identity;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("0552 153 00 34", "+905521530034")]
    [InlineData("552 153 00 34", "+905521530034")]
    [InlineData("+90 (552) 153-00-34", "+905521530034")]
    [InlineData("90 552 153 00 34", "+905521530034")]
    [InlineData("0090 552 153 00 34", "+905521530034")]
    [InlineData("+90 0552 153 00 34", "+905521530034")]
    [InlineData("whatsapp:+905521530034", "+905521530034")]
    [InlineData("WhatsApp: +905521530034", "+905521530034")]
    [InlineData("tel:+905521530034", "+905521530034")]
    [InlineData("0262 318 00 00", "+902623180000")]
    [InlineData("0850 222 00 00", "+908502220000")]
    [InlineData("٠٥٥٢ ١٥٣ ٠٠ ٣٤", "+905521530034")]
    [InlineData("\u200e0552\u00a0153\u201000\u201034\u202c", "+905521530034")]
    public void A_Turkish_number_becomes_plus_90_and_ten_digits(string raw, string expected) =>
        Assert.Equal(new(AddressForm.Turkish, expected), PhoneNumber.Parse(raw));

    [Theory]
    [InlineData("153", "153")]
    [InlineData("112", "112")]
    [InlineData("1530", "1530")]
    [InlineData("11880", "11880")]
    [InlineData("444 80 86", "4448086")]
    [InlineData("0444 80 86", "4448086")]
    [InlineData("+90153", "153")]
    [InlineData("+904448086", "4448086")]
    [InlineData("901530", "901530", AddressForm.Opaque)]
    public void A_short_code_is_never_given_plus_90(string raw, string expected, AddressForm form = AddressForm.ShortCode) =>
        Assert.Equal(new(form, expected), PhoneNumber.Parse(raw));

    [Theory]
    [InlineData("+49 151 12345678", "+4915112345678")]
    [InlineData("4915112345678", "+4915112345678")]
    [InlineData("00963 944 123456", "+963944123456")]
    [InlineData("+1 202 555 0100", "+12025550100")]
    public void A_foreign_number_keeps_its_country(string raw, string expected) =>
        Assert.Equal(new(AddressForm.Foreign, expected), PhoneNumber.Parse(raw));

    [Theory]
    [InlineData("TR.13491208655302741918")]
    [InlineData("aysenur.k")]
    [InlineData("2210")]
    [InlineData("3180000")]
    [InlineData("0262 318 00 00 dahili 2210")]
    [InlineData("12345678901234567890")]
    [InlineData("+")]
    [InlineData("\ud800")]
    public void What_is_no_whole_number_stays_as_it_came(string raw) =>
        Assert.Equal(new(AddressForm.Opaque, raw), PhoneNumber.Parse(raw));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Anonymous")]
    [InlineData("unknown")]
    public void A_withheld_number_is_hidden(string? raw) => Assert.Equal(AddressForm.Hidden, PhoneNumber.Parse(raw).Kind);

    [Theory]
    [InlineData("0552 153 00 34")]
    [InlineData("444 80 86")]
    [InlineData("+49 151 12345678")]
    [InlineData("TR.13491208655302741918")]
    [InlineData("3180000")]
    public void Normalising_twice_changes_nothing(string raw) =>
        Assert.Equal(PhoneNumber.Parse(raw), PhoneNumber.Parse(PhoneNumber.Parse(raw).Text));

    [Fact]
    public void A_number_does_not_print_itself_into_a_log() => Assert.DoesNotContain("552", PhoneNumber.Parse("0552 153 00 34").ToString(), StringComparison.Ordinal);
}
