using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Identity;
using Santral.Engine.Ports;

namespace Santral.Engine.Intake;

/// <summary>
/// One way to write an address, used by every adapter, because two spellings of one number would be two citizens.
/// </summary>
public static class Addressing
{
    /// <summary>The purpose under which addresses are hashed.</summary>
    public const string HashPurpose = "address";

    private const int LongestDialled = 17;

    /// <summary>
    /// A number as it is stored: <c>+</c> and digits where the country is certain, otherwise the digits as dialled.
    /// 153, 1530 and 444 xxxx are short codes and never get a country. Null for what is no number at all.
    /// </summary>
    public static string? Phone(string? raw)
    {
        var number = PhoneNumber.Parse(raw);
        return number.Kind switch
        {
            AddressForm.Turkish or AddressForm.ShortCode or AddressForm.Foreign => number.Text,
            AddressForm.Opaque => number.Text.Length <= LongestDialled && number.Text.All(char.IsAsciiDigit) ? number.Text : null,
            AddressForm.Hidden => null,
        };
    }

    /// <summary>
    /// The key of the actor through which all intake of one sender passes. Calls, SMS and WhatsApp of one number share it, so
    /// that who rang yesterday is known when writing today; an opaque id of a provider has a space of its own.
    /// </summary>
    /// <param name="address">A number in any spelling, or an opaque id such as WhatsApp's for people who hide their number.</param>
    public static AddressKey Key(ISealer sealer, Channel channel, string address)
    {
        ArgumentNullException.ThrowIfNull(sealer);
        var phone = Phone(address);
        return phone is null ? Opaque(sealer, channel, address) : new(sealer.Hash(HashPurpose, $"phone:{phone}"));
    }

    /// <summary>The key of a sender who is known by something that is no number, even if it looks like one, such as a file's reference.</summary>
    public static AddressKey Opaque(ISealer sealer, Channel channel, string id)
    {
        ArgumentNullException.ThrowIfNull(sealer);
        return new(sealer.Hash(HashPurpose, $"{Space(channel)}:{id.Trim()}"));
    }

    private static string Space(Channel channel) => channel switch
    {
        Channel.Voice => "sip",
        Channel.WhatsApp => "whatsapp",
        Channel.Sms => "sms",
        Channel.Web => "web",
        Channel.Cimer => "cimer",
        Channel.AcikKapi => "acikkapi",
        Channel.WalkIn => "walkin",
    };
}
