using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Citizens;

/// <summary>
/// The one place that judges whether a citizen may be reached so, now. Pure and static: agents' replies, callbacks,
/// dials and case notices all pass here, and nothing else decides it.
/// </summary>
public static class OutreachCheck
{
    public const string NoOutreach = "outreach.none";
    public const string NeverCall = "outreach.never_call";
    public const string TextOnly = "outreach.text_only";
    public const string WrongChannel = "outreach.channel";
    public const string NotSafe = "outreach.not_safe";
    public const string OutsideHours = "outreach.hours";
    public const string Confidential = "outreach.confidential";
    public const string NoAddress = "outreach.no_address";

    /// <param name="local">The instant of reaching out, in the pack's zone.</param>
    /// <returns>Null when allowed, otherwise the stable code of the first rule that forbids it.</returns>
    public static string? Refusal(SafeContact safe, Outreach outreach, DateTimeOffset local)
    {
        // Someone who is writing to us right now chose the address, the channel and the hour, and waits for the answer.
        if (outreach is { InSession: true, Purpose: OutreachPurpose.Reply })
        {
            return null;
        }

        if (safe.NoOutreach)
        {
            return NoOutreach;
        }

        if (outreach.Channel is Channel.Voice && (safe.NeverCall || safe.TextOnly))
        {
            return safe.NeverCall ? NeverCall : TextOnly;
        }

        if (!safe.Channels.IsDefaultOrEmpty && !safe.Channels.Contains(outreach.Channel))
        {
            return WrongChannel;
        }

        if (!AddressIsSafe(safe, outreach))
        {
            return NotSafe;
        }

        return WithinHours(safe, TimeOnly.FromTimeSpan(local.TimeOfDay)) ? null : OutsideHours;
    }

    /// <summary>A promise names no number yet: it is judged when the number is dialled.</summary>
    private static bool AddressIsSafe(SafeContact safe, Outreach outreach) =>
        safe.Addresses.IsDefaultOrEmpty
        || (outreach.Address is { } address ? safe.Addresses.Contains(address) : outreach.Purpose is OutreachPurpose.Callback);

    /// <summary>From inclusive, until exclusive; from later than until spans midnight.</summary>
    private static bool WithinHours(SafeContact safe, TimeOnly time) =>
        safe is not { From: { } from, Until: { } until } || from == until || (from < until ? time >= from && time < until : time >= from || time < until);
}
