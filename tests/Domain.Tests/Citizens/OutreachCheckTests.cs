using System.Globalization;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Xunit;

namespace Santral.Domain.Tests.Citizens;

public sealed class OutreachCheckTests
{
    private static readonly AddressKey Safe = new("safe");
    private static readonly AddressKey Shared = new("shared");
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public void Without_settings_everything_is_allowed()
    {
        foreach (var channel in Enum.GetValues<Channel>())
        {
            foreach (var purpose in Enum.GetValues<OutreachPurpose>())
            {
                Assert.Null(OutreachCheck.Refusal(SafeContact.Anything, new(channel, Shared, purpose, false), Noon));
            }
        }
    }

    [Theory]
    [InlineData(true, false, false, Channel.Voice, OutreachPurpose.Dial, "outreach.never_call")]
    [InlineData(true, false, false, Channel.Voice, OutreachPurpose.Callback, "outreach.never_call")]
    [InlineData(true, false, false, Channel.Sms, OutreachPurpose.CaseNotice, null)]
    [InlineData(false, true, false, Channel.Voice, OutreachPurpose.Dial, "outreach.text_only")]
    [InlineData(false, true, false, Channel.WhatsApp, OutreachPurpose.CaseNotice, null)]
    [InlineData(false, false, true, Channel.Sms, OutreachPurpose.CaseNotice, "outreach.none")]
    [InlineData(false, false, true, Channel.Voice, OutreachPurpose.Callback, "outreach.none")]
    [InlineData(false, false, true, Channel.WhatsApp, OutreachPurpose.Reply, "outreach.none")]
    public void Never_call_text_only_and_no_outreach_are_kept(bool neverCall, bool textOnly, bool noOutreach, Channel channel, OutreachPurpose purpose, string? code) =>
        Assert.Equal(code, OutreachCheck.Refusal(new([], null, null, [], neverCall, textOnly, noOutreach, null), new(channel, Shared, purpose, false), Noon));

    [Fact]
    public void Only_safe_addresses_are_reached_and_an_unknown_one_is_not_safe()
    {
        var safe = SafeContact.Anything with { Addresses = [Safe] };
        Assert.Null(OutreachCheck.Refusal(safe, new(Channel.Sms, Safe, OutreachPurpose.CaseNotice, false), Noon));
        Assert.Equal("outreach.not_safe", OutreachCheck.Refusal(safe, new(Channel.Sms, Shared, OutreachPurpose.CaseNotice, false), Noon));
        Assert.Equal("outreach.not_safe", OutreachCheck.Refusal(safe, new(Channel.Voice, null, OutreachPurpose.Dial, false), Noon));
        Assert.Null(OutreachCheck.Refusal(safe, new(Channel.Voice, null, OutreachPurpose.Callback, false), Noon));
    }

    [Fact]
    public void Only_the_wished_channels_are_used()
    {
        var safe = SafeContact.Anything with { Channels = [Channel.Sms] };
        Assert.Null(OutreachCheck.Refusal(safe, new(Channel.Sms, Safe, OutreachPurpose.CaseNotice, false), Noon));
        Assert.Equal("outreach.channel", OutreachCheck.Refusal(safe, new(Channel.WhatsApp, Safe, OutreachPurpose.CaseNotice, false), Noon));
    }

    [Theory]
    [InlineData("09:00", "17:00", "08:59:59", false)]
    [InlineData("09:00", "17:00", "09:00:00", true)]
    [InlineData("09:00", "17:00", "16:59:59", true)]
    [InlineData("09:00", "17:00", "17:00:00", false)]
    [InlineData("22:00", "06:00", "23:00:00", true)]
    [InlineData("22:00", "06:00", "05:59:59", true)]
    [InlineData("22:00", "06:00", "12:00:00", false)]
    public void Hours_are_local_and_may_span_midnight(string from, string until, string time, bool allowed)
    {
        var safe = SafeContact.Anything with { From = Time(from), Until = Time(until) };
        var local = new DateTimeOffset(new DateOnly(2026, 11, 23), Time(time), TimeSpan.FromHours(3));
        Assert.Equal(allowed ? null : "outreach.hours", OutreachCheck.Refusal(safe, new(Channel.Sms, Safe, OutreachPurpose.CaseNotice, false), local));
    }

    [Fact]
    public void A_citizen_who_is_writing_to_us_is_answered_whatever_is_set_and_only_by_a_reply()
    {
        var nothing = new SafeContact([Safe], new(9, 0), new(10, 0), [Channel.Sms], true, true, true, null);
        Assert.Null(OutreachCheck.Refusal(nothing, new(Channel.WhatsApp, Shared, OutreachPurpose.Reply, InSession: true), Noon));
        foreach (var purpose in new[] { OutreachPurpose.Callback, OutreachPurpose.CaseNotice, OutreachPurpose.Dial })
        {
            Assert.NotNull(OutreachCheck.Refusal(nothing, new(Channel.WhatsApp, Shared, purpose, InSession: true), Noon));
        }
    }

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);
}
