using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Domain.Tests.Kit;
using Xunit;
using static Santral.Domain.Tests.Contacts.CallScene;

namespace Santral.Domain.Tests.Contacts;

public sealed class ConversationTests
{
    private static readonly Guid First = UuidV8.Of("reply");

    [Fact]
    public void A_conversation_is_queued_with_its_first_message()
    {
        var scene = Waiting();
        var enqueue = scene.Actor.Sent<Enqueue>(TestPack.Desk.Actor);
        Assert.Equal((Medium.Conversation, TestPack.General), (enqueue.Medium, enqueue.Queue));
        Assert.Equal("m1", scene.Actor.Event<MessageReceived>().Message.ProviderMessageId);
        Assert.Empty(scene.Actor.Last.Effects);
        scene.When(Message("m1"));
        Assert.Empty(scene.Actor.Last.Events);
        scene.When(Message("m2"));
        Assert.NotNull(scene.Actor.Event<MessageReceived>());
    }

    [Fact]
    public void A_reply_passes_safe_contact_and_then_goes_to_the_provider()
    {
        var scene = Open().When(Reply());
        var check = scene.Actor.Sent<CheckOutreach>(Citizen.Actor);
        Assert.Equal(new(Channel.WhatsApp, From, OutreachPurpose.Reply, InSession: true), check.Outreach);
        Assert.Empty(scene.Actor.Last.Effects);
        scene.When(new OutreachAllowed(check.Request));
        var send = scene.Actor.Effect<SendText>();
        Assert.Equal((First, Channel.WhatsApp, TestPack.WhatsAppLine), (send.MessageId, send.Channel, send.Line));
        scene.When(new OutreachAllowed(check.Request)).Noticed(new Notice.EffectDone("e", send, "SM1"));
        Assert.Equal(MessageStatus.Queued, scene.Actor.Event<MessageStatusChanged>().Status);
        scene.When(new NoteMessageStatus("SM1", null, MessageStatus.Read, null)).When(new NoteMessageStatus("SM1", null, MessageStatus.Sent, null));
        Assert.Empty(scene.Actor.Last.Events);
        scene.When(new NoteMessageStatus("SM9", null, MessageStatus.Sent, null)).Actor.Refused("message.unknown");
    }

    [Fact]
    public void A_reply_that_safe_contact_forbids_is_shown_as_refused_and_never_sent()
    {
        var scene = Open().When(Reply()).When(new OutreachRefused(First, "outreach.none"));
        Assert.Equal((MessageStatus.Refused, "outreach.none"), (scene.Actor.Event<MessageStatusChanged>().Status, scene.Actor.Event<MessageStatusChanged>().Code));
        scene.When(new OutreachAllowed(First));
        Assert.Empty(scene.Actor.Last.Effects);
    }

    [Fact]
    public void Free_text_is_refused_outside_the_window_but_an_approved_template_and_sms_are_not()
    {
        var scene = Open().After(TimeSpan.FromHours(23.9)).When(Reply()).Actor.Accepted();
        var late = Open().After(TimeSpan.FromHours(23)).When(Message("m2")).After(TimeSpan.FromHours(23.5));
        late.When(Reply()).Actor.Accepted();
        late.After(TimeSpan.FromHours(0.5)).When(Reply("second")).Actor.Refused("message.window_closed");
        late.When(Reply("third") with { Template = "yok" }).Actor.Refused("message.template_unknown");
        late.When(Reply("fourth") with { Template = "devam" }).Actor.Accepted();
        late.When(Reply("fifth") with { ViaSms = true }).Actor.Accepted();
        Assert.Equal(new(Channel.Sms, From, OutreachPurpose.Reply, InSession: false), late.Actor.Sent<CheckOutreach>().Outreach);
        late.When(new OutreachAllowed(UuidV8.Of("fifth")));
        Assert.Equal((Channel.Sms, TestPack.SmsLine), (late.Actor.Effect<SendText>().Channel, late.Actor.Effect<SendText>().Line));
        Assert.NotNull(scene);
    }

    [Fact]
    public void Free_text_is_not_sent_after_the_window_closed_while_it_waited()
    {
        var scene = Open().After(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5)).When(Reply()).When(new OutreachAllowed(First));
        Assert.Equal(Scenario.Start + TimeSpan.FromHours(24), Assert.Single(scene.Actor.Last.Effects).NotAfter);
        scene.Noticed(new Notice.EffectExpired("e", scene.Actor.Effect<SendText>()));
        Assert.Equal((MessageStatus.Failed, "message.expired"), (scene.Actor.Event<MessageStatusChanged>().Status, scene.Actor.Event<MessageStatusChanged>().Code));
    }

    [Fact]
    public void A_lost_answer_is_shown_as_in_doubt_until_the_provider_tells()
    {
        var scene = Open().When(Reply()).When(new OutreachAllowed(First));
        scene.Noticed(new Notice.EffectInDoubt("e", scene.Actor.Effect<SendText>()));
        Assert.Equal(MessageStatus.InDoubt, scene.Actor.Event<MessageStatusChanged>().Status);
        scene.When(new NoteMessageStatus("SM1", First, MessageStatus.Delivered, null));
        Assert.Equal(MessageStatus.Delivered, scene.Actor.Event<MessageStatusChanged>().Status);
    }

    [Fact]
    public void The_same_reply_written_twice_goes_out_once()
    {
        var scene = Open().When(Reply()).When(Reply());
        Assert.Empty(scene.Actor.Last.Events);
        Assert.Empty(scene.Actor.Last.Sends);
    }

    [Fact]
    public void A_message_during_wrap_up_takes_the_conversation_up_again()
    {
        var scene = Open().When(new EndContact(Ayse));
        Assert.Equal(Ayse, scene.Actor.Sent<BeginWrapUp>().Agent);
        scene.When(Message("m2"));
        Assert.IsType<Phase.Conversing>(scene.Phase);
        Assert.Equal([Ayse], scene.Slots);
        scene.When(new EndContact(Ayse)).Finishes(Ayse).EndedAs(ContactOutcome.Informed);
    }

    [Fact]
    public void A_message_after_the_end_is_refused_so_that_its_address_opens_the_next_conversation() =>
        Open().When(new EndContact(Ayse)).Finishes(Ayse).When(Message("m2")).Actor.Refused("contact.ended");

    [Fact]
    public void A_conversation_in_which_we_had_the_last_word_ends_when_idle()
    {
        var scene = Open().After(TimeSpan.FromHours(1)).When(Reply()).After(TimeSpan.FromHours(23.9));
        Assert.IsType<Phase.Conversing>(scene.Phase);
        scene.After(TimeSpan.FromHours(0.1)).EndedAs(ContactOutcome.TimedOut);
    }

    [Fact]
    public void A_conversation_in_which_the_citizen_has_the_last_word_goes_back_to_the_pool_instead()
    {
        var scene = Open().After(TimeSpan.FromHours(24));
        Assert.IsType<Phase.Waiting>(scene.Phase);
        Assert.True(scene.Waits);
        Assert.Empty(scene.Slots);
        Assert.Equal(Scenario.Start, scene.Actor.Sent<Enqueue>().CountsFrom);
    }

    [Fact]
    public void A_conversation_that_waits_is_never_closed_for_idleness()
    {
        var scene = Waiting().After(TimeSpan.FromDays(3));
        Assert.True(scene.Waits);
        Assert.IsType<Phase.Waiting>(scene.Phase);
    }

    [Fact]
    public void A_hand_over_goes_to_the_colleague_first_then_to_the_pool_and_keeps_its_messages()
    {
        var scene = Open().When(Reply()).When(new HandOver(Ayse, Mehmet));
        Assert.Equal(Mehmet, scene.Actor.Sent<Enqueue>().Only);
        Assert.Equal(["only"], scene.Actor.Alarms.Keys);
        scene.After(TimeSpan.FromSeconds(20));
        Assert.Null(scene.Actor.Sent<Enqueue>().Only);
        scene.Accepted(Mehmet);
        scene.When(Reply("again") with { Agent = Mehmet }).Actor.Accepted();
        Assert.NotNull(scene.Facts.Outbox.Find(First));
    }

    [Fact]
    public void An_agent_who_leaves_during_wrap_up_ends_the_contact() =>
        Open().When(new EndContact(Ayse)).When(new HandOver(Ayse, null)).EndedAs(ContactOutcome.TimedOut);

    [Fact]
    public void A_conversation_is_transferred_to_a_colleague_but_not_to_a_telephone()
    {
        var scene = Open();
        scene.When(new TransferBlind(Ayse, ToExtension, null)).Actor.Refused("transfer.bad_target");
        scene.When(new TransferBlind(Ayse, ToMehmet, null));
        Assert.Equal(Mehmet, scene.Actor.Sent<Enqueue>().Only);
        Assert.Empty(scene.Slots);
        scene.After(TimeSpan.FromSeconds(20));
        Assert.Equal(Ayse, scene.Actor.Sent<Enqueue>().Only);
    }

    [Fact]
    public void A_form_waits_where_its_service_is_known_and_in_triage_otherwise_with_its_words_kept()
    {
        var known = Form("kadin-danisma");
        Assert.Equal(Priority.P2, known.Actor.Sent<Enqueue>().Priority);
        Assert.Null(known.Actor.Event<FormReceived>().RawService);
        var unknown = Form("ağaç budama");
        Assert.Equal((TestPack.Triage, Medium.Conversation), (unknown.Actor.Sent<Enqueue>().Queue, unknown.Actor.Sent<Enqueue>().Medium));
        Assert.Equal("ağaç budama", unknown.Actor.Event<FormReceived>().RawService);
        Assert.Equal("CİMER-1", unknown.Actor.Event<FormReceived>().SenderReference);
        unknown.Accepted().When(Reply()).Actor.Refused("message.no_channel");
        unknown.After(TimeSpan.FromDays(30));
        Assert.IsType<Phase.Conversing>(unknown.Phase);
        unknown.When(new EndContact(Ayse)).Finishes(Ayse, ContactOutcome.CaseOpened).EndedAs(ContactOutcome.CaseOpened);
    }

    [Fact]
    public void A_reply_written_before_the_end_is_still_sent_and_followed()
    {
        var scene = Open().When(Reply()).When(new EndContact(Ayse)).Finishes(Ayse).When(new OutreachAllowed(First));
        scene.Noticed(new Notice.EffectDone("e", scene.Actor.Effect<SendText>(), "SM1"));
        Assert.Equal(MessageStatus.Queued, scene.Actor.Event<MessageStatusChanged>().Status);
    }

    private static CallScene Waiting()
    {
        var scene = new CallScene();
        return scene.When(new StartConversation(
            Channel.WhatsApp, From, Citizen, TestPack.Sealed<string>("+905551112233"), TestPack.WhatsAppLine, scene.Actor.Now, Message("m1").Message));
    }

    private static CallScene Open() => Waiting().Accepted(endpoint: null);

    private static ReceiveMessage Message(string id) => new(new(id, "twilio", TestPack.Sealed<string>("merhaba"), id == "m1" ? Scenario.Start : Scenario.Start + TimeSpan.FromHours(23)));

    private static WriteMessage Reply(string id = "reply") => new(Ayse, UuidV8.Of(id), TestPack.Sealed<string>("Merhaba"), null, [], false);

    private static CallScene Form(string service)
    {
        var scene = new CallScene();
        return scene.When(new StartForm(Channel.Cimer, From, Citizen, "CİMER-1", service, TestPack.Sealed<string>("metin"), null, null, scene.Actor.Now));
    }
}
