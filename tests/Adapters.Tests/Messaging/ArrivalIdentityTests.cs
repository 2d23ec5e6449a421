using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Codec;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

/// <summary>A retry is seen later and is the same command; other words under the same id are not.</summary>
public sealed class ArrivalIdentityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly Sealed<string> Words = new("address/a", DataClass.Message, "AAAA");

    [Fact]
    public void A_form_sent_again_an_hour_later_is_the_same_payload() => Assert.Equal(Hash(Form(Noon, Words)), Hash(Form(Noon.AddHours(1), Words)));

    [Fact]
    public void A_form_with_other_words_is_another_payload() =>
        Assert.NotEqual(Hash(Form(Noon, Words)), Hash(Form(Noon, Words with { Box = "BBBB" })));

    [Fact]
    public void A_text_and_a_call_seen_again_later_are_the_same_payload()
    {
        Assert.Equal(Hash(Text(Noon)), Hash(Text(Noon.AddDays(7))));
        Assert.Equal(Hash(new ReceiveCall("leg", null, "153", Noon, null)), Hash(new ReceiveCall("leg", null, "153", Noon.AddSeconds(1), null)));
    }

    private static ReceiveForm Form(DateTimeOffset at, Sealed<string> text) => new(Channel.Web, null, null, null, text, null, null, at);

    private static ReceiveText Text(DateTimeOffset at) => new(Channel.Sms, Words, "1530", new("SM1", "twilio", Words, at), null);

    private static ulong Hash(ICommand command) => RecordCodec.Default.PayloadHash(command);
}
