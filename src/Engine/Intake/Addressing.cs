using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Engine.Intake;

/// <summary>
/// One way to write an address, used by every adapter, because two spellings of one number would be two citizens.
/// </summary>
public static class Addressing
{
    /// <summary>The purpose under which addresses are hashed.</summary>
    public const string HashPurpose = "address";

    private const string Turkiye = "90";
    private const int NationalDigits = 10;
    private const int MaxE164Digits = 15;

    /// <summary>
    /// A number as it is stored: <c>+</c> and digits where the country is certain, otherwise the digits as dialled.
    /// 153, 1530 and 444 xxxx are short codes and never get a country. Null when it holds no digit or any letter.
    /// </summary>
    public static string? Phone(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw) || raw.Any(c => !IsPhoneCharacter(c)))
        {
            return null;
        }

        var digits = string.Concat(raw.Where(char.IsAsciiDigit));
        if (digits.Length is 0 or > MaxE164Digits + 2)
        {
            return null;
        }

        var international = raw.TrimStart().StartsWith('+') || digits.StartsWith("00", StringComparison.Ordinal);
        var bare = digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
        return bare switch
        {
            _ when international => bare.Length > NationalDigits - 3 ? "+" + bare : bare,
            { Length: NationalDigits } when bare[0] is >= '2' and <= '8' => $"+{Turkiye}{bare}",
            { Length: NationalDigits + 1 } when bare[0] == '0' => $"+{Turkiye}{bare[1..]}",
            { Length: NationalDigits + 2 } when bare.StartsWith(Turkiye, StringComparison.Ordinal) => "+" + bare,
            _ => bare,
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

    private static bool IsPhoneCharacter(char c) => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is '+' or '-' or '(' or ')' or '.' or '/';
}
