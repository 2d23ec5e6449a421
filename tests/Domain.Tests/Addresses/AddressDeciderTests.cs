using Santral.Domain.Addresses;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Addresses;

public sealed class AddressDeciderTests
{
    private static readonly Sealed<string> Number = TestPack.Sealed<string>("+905551112233");
    private static readonly AddressKey Key = new("ab12");

    [Fact]
    public void The_first_text_makes_a_citizen_and_a_conversation()
    {
        var address = Fresh().When(Text("m1"));
        var taken = Reply(address);
        Assert.Equal(new Register(Key, Channel.WhatsApp, Number, null), address.Sent<Register>(taken.Citizen!.Value.Actor));
        Assert.Equal("m1", address.Sent<StartConversation>(taken.Contact.Actor).First.ProviderMessageId);
        Assert.Equal(taken.Contact, address.Sent<NoteContact>(taken.Citizen.Value.Actor).Contact);
        Assert.NotEqual(taken.Contact.Value, taken.Citizen.Value.Value);
    }

    [Fact]
    public void A_second_text_joins_the_open_conversation_of_its_line_only()
    {
        var address = Fresh().When(Text("m1"));
        var first = Reply(address);
        address.When(Text("m2"));
        Assert.Equal(first, Reply(address));
        Assert.Equal("m2", address.Sent<ReceiveMessage>(first.Contact.Actor).Message.ProviderMessageId);
        Assert.Empty(address.Last.Sends.Select(s => s.Command).OfType<Register>());
        address.When(Text("m3", "+905520000000"));
        Assert.NotEqual(first.Contact, Reply(address).Contact);
        Assert.Equal(first.Citizen, Reply(address).Citizen);
    }

    [Fact]
    public void A_text_delivered_again_is_answered_alike_and_changes_nothing_for_eight_days()
    {
        var address = Fresh().When(Text("m1"));
        var first = Reply(address);
        address.After(TimeSpan.FromDays(7.9)).When(Text("m2")).When(Text("m1"));
        Assert.Equal(first, Reply(address));
        Assert.Empty(address.Last.Events);
        Assert.Empty(address.Last.Sends);
        address.After(TimeSpan.FromDays(8.1)).When(Text("m3"));
        Assert.Null(address.State.Taken.Find("m1"));
        Assert.Null(address.State.Taken.Find("m2"));
        address.ReplayEqualsLive();
    }

    [Fact]
    public void The_memory_of_texts_is_bounded_by_number_too()
    {
        var taken = TakenIds.None;
        for (var i = 0; i <= TakenIds.Most; i++)
        {
            taken = taken.Add($"m{i}", new(new(Guid.Empty), null, Scenario.Start), Scenario.Start);
        }

        Assert.Equal(TakenIds.Most, taken.ById.Count);
        Assert.Null(taken.Find("m0"));
        Assert.NotNull(taken.Find("m1"));
    }

    [Fact]
    public void A_text_after_the_end_opens_the_next_conversation()
    {
        var address = Fresh().When(Text("m1"));
        var first = Reply(address).Contact;
        address.When(new NoteContactEnded(first, ContactOutcome.Informed, Scenario.Start, address.Now)).When(Text("m2"));
        Assert.NotEqual(first, Reply(address).Contact);
        Assert.NotNull(address.Sent<StartConversation>());
    }

    /// <summary>
    /// The race: the message was handed to a conversation that had just ended. Contact and address together must not lose it,
    /// whichever of the refusal and the news of the end comes first.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_message_that_meets_an_ended_conversation_opens_the_next_one(bool endIsKnown)
    {
        var address = Fresh().When(Text("m1"));
        var first = Reply(address).Contact;
        var contact = Scenario.Of(new ContactDecider(), first.ToString()).When(address.Sent<StartConversation>()).When(new Assign(new(Guid.Empty), new("ayse"), null))
            .When(new EndContact(new("ayse"))).When(new FinishContact(new("ayse"), ContactOutcome.Informed, null));
        var ended = contact.Sent<NoteContactEnded>(Key.Actor);

        address.When(Text("m2")).When(Text("m3"));
        var late = address.Sends.Select(s => s.Command).OfType<ReceiveMessage>().ToList();
        Assert.Equal(["m2", "m3"], late.Select(m => m.Message.ProviderMessageId));
        if (endIsKnown)
        {
            address.When(ended);
        }

        foreach (var message in late)
        {
            contact.When(message).Refused("contact.ended");
            address.Noticed(new Notice.SendRefused(first.Actor, message, contact.Code!));
        }

        var reopened = Assert.Single(address.Events.OfType<ConversationOpened>(), e => e.Contact != first);
        Assert.Equal("m2", address.Sends.Select(s => s.Command).OfType<StartConversation>().Last().First.ProviderMessageId);
        Assert.Equal("m3", address.Sent<ReceiveMessage>(reopened.Contact.Actor).Message.ProviderMessageId);
        Assert.Equal(reopened.Contact, address.State.OpenOn(TestPack.WhatsAppLine)!.Contact);

        // A provider's retry now finds the conversation it really reached, and the old one's end does not close the new one.
        address.When(Text("m2")).When(ended);
        Assert.Equal(reopened.Contact, address.State.Taken.Find("m2")!.Contact);
        Assert.NotNull(address.State.OpenOn(TestPack.WhatsAppLine));
        address.ReplayEqualsLive();
    }

    [Fact]
    public void A_call_makes_a_contact_and_the_same_leg_never_a_second_one()
    {
        var address = Fresh().When(Call("leg1"));
        var taken = Reply(address);
        var start = address.Sent<StartCall>(taken.Contact.Actor);
        Assert.Equal(("leg1", Key, taken.Citizen, Scenario.Start), (start.Leg, start.From, start.Citizen, start.CountsFrom));
        address.When(Call("leg1"));
        Assert.Equal(taken, Reply(address));
        Assert.Empty(address.Last.Sends);
        address.When(Call("leg2"));
        Assert.NotEqual(taken.Contact, Reply(address).Contact);
    }

    [Theory]
    [InlineData(ContactOutcome.Abandoned, 60, true)]
    [InlineData(ContactOutcome.SwitchLost, 60, true)]
    [InlineData(ContactOutcome.Abandoned, 61, false)]
    [InlineData(ContactOutcome.AbandonedInPrompt, 5, false)]
    [InlineData(ContactOutcome.Informed, 5, false)]
    public void An_abandoned_caller_who_rings_back_in_time_regains_the_place(ContactOutcome outcome, int seconds, bool regains)
    {
        var address = Fresh().When(Call("leg1"));
        address.After(TimeSpan.FromMinutes(4)).When(new NoteContactEnded(Reply(address).Contact, outcome, Scenario.Start, address.Now));
        address.After(TimeSpan.FromSeconds(seconds)).When(Call("leg2", address.Now));
        Assert.Equal(regains ? Scenario.Start : address.Now, address.Sent<StartCall>().CountsFrom);

        // Once: a third call does not inherit it.
        address.When(Call("leg3", address.Now));
        Assert.Equal(address.Now, address.Sent<StartCall>().CountsFrom);
    }

    [Fact]
    public void A_withheld_number_makes_no_citizen_and_inherits_no_place()
    {
        var address = Fresh().When(Call("leg1") with { Number = null });
        Assert.Null(Reply(address).Citizen);
        Assert.Null(address.Sent<StartCall>().Citizen);
        address.When(new NoteContactEnded(Reply(address).Contact, ContactOutcome.Abandoned, Scenario.Start - TimeSpan.FromMinutes(5), address.Now));
        address.When(Call("leg2") with { Number = null });
        Assert.Equal(Scenario.Start, address.Sent<StartCall>().CountsFrom);
    }

    [Fact]
    public void A_form_keeps_the_senders_words_and_needs_no_address()
    {
        var form = new ReceiveForm(Channel.Cimer, Number, "2026-1", "yok", TestPack.Sealed<string>("metin"), TestPack.Sealed<string>("ad"), null, Scenario.Start);
        var known = Fresh().When(form);
        Assert.Equal((Key, Reply(known).Citizen, "2026-1", "yok"), (known.Sent<StartForm>().From!.Value, known.Sent<StartForm>().Citizen, known.Sent<StartForm>().SenderReference, known.Sent<StartForm>().Service));
        Assert.Equal(form.Name, known.Sent<Register>().ProfileName);

        var nameless = Fresh().When(form with { Address = null });
        Assert.Null(nameless.Sent<StartForm>().From);
        Assert.Null(Reply(nameless).Citizen);
        Assert.False(nameless.Happened<AddressBelongsTo>());
    }

    [Fact]
    public void After_a_merge_what_comes_in_belongs_to_the_other_citizen()
    {
        var other = new CitizenId(UuidV8.Of("other"));
        var address = Fresh().When(Text("m1")).When(new Reassign(other)).When(new Reassign(other));
        Assert.Empty(address.Last.Events);
        address.When(Text("m2"));
        Assert.Equal(other, Reply(address).Citizen);
    }

    private static Scenario<AddressState, AddressCommand, AddressEvent> Fresh() => Scenario.Of(new AddressDecider(), Key.Value);

    private static Taken Reply(Scenario<AddressState, AddressCommand, AddressEvent> address) => Assert.IsType<Taken>(address.Last.Answer);

    private static ReceiveText Text(string id, string line = TestPack.WhatsAppLine) =>
        new(Channel.WhatsApp, Number, line, new(id, "twilio", TestPack.Sealed<string>("merhaba"), Scenario.Start), null);

    private static ReceiveCall Call(string leg, DateTimeOffset? at = null) => new(leg, Number, TestPack.OpenLine, at ?? Scenario.Start, null);
}
