using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Persons;

/// <summary>A number that calls and writes is one address; each of its channels stands for itself.</summary>
public sealed class OneNumberTests
{
    private static readonly AddressKey Number = new("n1");
    private static readonly Sealed<string> Value = new("address/n1", DataClass.Contact, "AAAA");
    private static readonly ContactId Call = new(UuidV8.Of("call"));
    private static readonly ContactId Chat = new(UuidV8.Of("chat"));
    private static readonly CaseId Case = new(UuidV8.Of("case"));

    [Fact]
    public void A_call_after_a_message_neither_changes_the_line_of_WhatsApp_nor_opens_its_window()
    {
        var citizen = Citizen(Channel.WhatsApp)
            .When(Spoke(Chat, Channel.WhatsApp, TestPack.WhatsAppLine, Scenario.Start.AddDays(-2)))
            .When(Spoke(Call, Channel.Voice, TestPack.OpenLine, Scenario.Start))
            .When(new Inform(Case, "1234", "basvuru-sonucu", [Value], Confidential: false));
        var sent = Assert.IsType<SendText>(Assert.Single(citizen.Effects).Effect);
        Assert.Equal((Channel.WhatsApp, TestPack.WhatsAppLine, Value), (sent.Channel, sent.Line, sent.To));
        Assert.Equal(Scenario.Start.AddDays(-2), citizen.State.Address(Number, Channel.WhatsApp)?.SpokeAt);
        Assert.Equal(Scenario.Start, citizen.State.Address(Number, Channel.Voice)?.SpokeAt);
    }

    [Fact]
    public void Somebody_who_only_ever_called_is_told_by_SMS_and_after_a_first_message_by_WhatsApp()
    {
        var citizen = Citizen(Channel.Voice).When(Spoke(Call, Channel.Voice, TestPack.OpenLine, Scenario.Start));
        citizen.When(new Inform(Case, "1234", "basvuru-sonucu", [Value], Confidential: false));
        Assert.Equal(Channel.Sms, Assert.IsType<SendText>(citizen.Effects[^1].Effect).Channel);

        citizen.When(Spoke(Chat, Channel.WhatsApp, TestPack.WhatsAppLine, Scenario.Start))
            .When(new Inform(Case, "1234", "basvuru-sonucu", [Value], Confidential: false));
        Assert.Equal(Channel.WhatsApp, Assert.IsType<SendText>(citizen.Effects[^1].Effect).Channel);
    }

    private static Scenario<CitizenState, CitizenCommand, CitizenEvent> Citizen(Channel first) =>
        Scenario.Of(new CitizenDecider(), UuidV8.Of("citizen").ToString("N")).When(new Register(Number, first, Value, null));

    private static NoteContact Spoke(ContactId contact, Channel channel, string line, DateTimeOffset at) => new(contact, channel, Number, line, at, CitizenSpoke: true);
}
