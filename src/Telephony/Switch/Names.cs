using System.Security.Cryptography;
using System.Text;
using Santral.Domain.Kernel;

namespace Santral.Telephony.Switch;

/// <summary>
/// The switch's names of what we make there. Each is a function of the contact or of the effect, so a repeated request finds what
/// the first one made, and after a restart a name alone says whose it is.
/// </summary>
internal static class Names
{
    private const string BridgePrefix = "call-";

    public static string Bridge(ContactId contact) => BridgePrefix + contact;

    public static ContactId? ContactOfBridge(string bridge) =>
        bridge.StartsWith(BridgePrefix, StringComparison.Ordinal) && Guid.TryParseExact(bridge[BridgePrefix.Length..], "N", out var id) ? new ContactId(id) : null;

    /// <summary>One playing of a prompt: the effect that asked for it is part of the name.</summary>
    public static string Playback(string effectId, string prompt)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(effectId));
        return $"{prompt}~{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }

    public static string PromptOf(string playback)
    {
        var end = playback.LastIndexOf('~');
        return end < 0 ? playback : playback[..end];
    }

    public static string Path(params ReadOnlySpan<string> parts)
    {
        var path = new StringBuilder();
        foreach (var part in parts)
        {
            path.Append(path.Length == 0 ? "" : "/").Append(Uri.EscapeDataString(part));
        }

        return path.ToString();
    }

    /// <summary>The first run of 32 hexadecimal digits in a name: the contact for whom a recording was made.</summary>
    public static ContactId? ContactIn(string name)
    {
        for (var i = 0; i + 32 <= name.Length; i++)
        {
            if (Guid.TryParseExact(name.AsSpan(i, 32), "N", out var id))
            {
                return new ContactId(id);
            }
        }

        return null;
    }

    /// <summary>How the switch dials: a device by its name, a number through a trunk.</summary>
    /// <param name="endpoint"><c>PJSIP/ag101</c>, <c>PJSIP/disari</c> or, with the number already in it, <c>PJSIP/4441234@disari</c>.</param>
    public static string Dial(string endpoint, string? number)
    {
        var slash = endpoint.IndexOf('/', StringComparison.Ordinal);
        var (technology, device) = slash < 0 ? ("PJSIP", endpoint) : (endpoint[..slash], endpoint[(slash + 1)..]);
        if (number is null)
        {
            return $"{technology}/{device}";
        }

        var digits = string.Concat(number.Where(c => char.IsAsciiDigit(c) || c is '+' or '*' or '#'));
        var at = device.IndexOf('@', StringComparison.Ordinal);
        return $"{technology}/{digits}@{(at < 0 ? device : device[(at + 1)..])}";
    }
}
