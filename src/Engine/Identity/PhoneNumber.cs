using System.Globalization;
using System.Text;

namespace Santral.Engine.Identity;

public enum AddressForm
{
    /// <summary>No caller identity at all: withheld, or an empty field.</summary>
    Hidden,

    /// <summary>+90 and ten digits.</summary>
    Turkish,

    /// <summary>Dialled as it is and never given +90: 153, 112, 1530, 444 xxxx.</summary>
    ShortCode,

    /// <summary>+ and the digits of another country.</summary>
    Foreign,

    /// <summary>No number, or none we can complete: a WhatsApp user without a number (BSUID), a user name, an extension, a local number without area code.</summary>
    Opaque,
}

/// <summary>
/// An address as it is compared and hashed. A citizen is never refused for an odd number: whatever cannot be understood
/// stays as it came. Forms after the Turkish numbering plan (BTK): 5XX mobile, 2XX/3XX/4XX areas, 8XX services, 1XY short.
/// </summary>
public readonly record struct PhoneNumber(AddressForm Kind, string Text)
{
    public const string CountryPrefix = "+90";

    private const int NationalDigits = 10;
    private const int LongestInternational = 15;
    private const int ShortestInternational = 8;

    private static readonly string[] Schemes = ["whatsapp:", "tel:", "sms:"];
    private static readonly string[] Withheld = ["anonymous", "unknown", "private", "restricted", "unavailable", "withheld", "gizli"];

    /// <summary>Reads what a switch, a provider, a form or a person wrote. Never throws.</summary>
    public static PhoneNumber Parse(string? raw)
    {
        var text = WithoutScheme((raw ?? "").Trim());
        if (text.Length == 0 || Withheld.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return new(AddressForm.Hidden, "");
        }

        if (Digits(text) is not { } digits)
        {
            return new(AddressForm.Opaque, text);
        }

        if (digits.StartsWith('+'))
        {
            return International(digits[1..]) ?? new(AddressForm.Opaque, digits);
        }

        return digits.StartsWith("00", StringComparison.Ordinal) && International(digits[2..]) is { } abroad
            ? abroad
            : National(digits) ?? new(AddressForm.Opaque, digits);
    }

    public override string ToString() => $"PhoneNumber({Kind})";

    private static PhoneNumber? International(string digits)
    {
        if (digits.StartsWith("90", StringComparison.Ordinal))
        {
            // Gateways glue the country code to anything: +90153 is still 153, and +90 0552... has its trunk zero too many.
            var rest = digits[2..];
            return Short(rest) ?? Subscriber(rest.StartsWith('0') ? rest[1..] : rest);
        }

        return digits.Length is >= ShortestInternational and <= LongestInternational && digits[0] != '0' ? new(AddressForm.Foreign, $"+{digits}") : null;
    }

    private static PhoneNumber? National(string digits)
    {
        if (Short(digits) is { } code)
        {
            return code;
        }

        if (digits[0] == '0')
        {
            return Short444(digits[1..]) ?? Subscriber(digits[1..]);
        }

        // Without a plus: ten digits are a Turkish number that lost its zero; more are a provider's international form.
        return digits.Length > NationalDigits ? International(digits) : Subscriber(digits);
    }

    private static PhoneNumber? Subscriber(string digits) =>
        digits.Length == NationalDigits && digits[0] is '2' or '3' or '4' or '5' or '8' or '9' ? new(AddressForm.Turkish, CountryPrefix + digits) : null;

    private static PhoneNumber? Short(string digits) =>
        digits.Length is >= 3 and <= 5 && digits[0] == '1' ? new(AddressForm.ShortCode, digits) : Short444(digits);

    private static PhoneNumber? Short444(string digits) =>
        digits.Length == 7 && digits.StartsWith("444", StringComparison.Ordinal) ? new(AddressForm.ShortCode, digits) : null;

    private static string WithoutScheme(string text)
    {
        foreach (var scheme in Schemes)
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return text[scheme.Length..].Trim();
            }
        }

        return text;
    }

    /// <summary>ASCII digits with an optional plus in front, or null when there is anything but digits and what people put between them.</summary>
    private static string? Digits(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            // Arabic and Persian digits come from phones set to those languages.
            var value = char.IsDigit(c) ? CharUnicodeInfo.GetDecimalDigitValue(c) : -1;
            if (value >= 0)
            {
                digits.Append((char)('0' + value));
            }
            else if (c == '+' && digits.Length == 0)
            {
                digits.Append(c);
            }
            else if (!(char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.DashPunctuation || c is '(' or ')' or '.' or '/'))
            {
                return null;
            }
        }

        return digits.Length == 0 || (digits.Length == 1 && digits[0] == '+') ? null : digits.ToString();
    }
}
