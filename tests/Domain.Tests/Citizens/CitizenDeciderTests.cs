using System.Collections.Immutable;
using Santral.Domain.Agents;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Tests.Kit;
using Xunit;

namespace Santral.Domain.Tests.Citizens;

public sealed class CitizenDeciderTests
{
    private static readonly CitizenId Id = new(UuidV8.Of("citizen"));
    private static readonly AddressKey WhatsApp = new("wa");
    private static readonly AddressKey Phone = new("tel");
    private static readonly CaseId Case = new(UuidV8.Of("case"));
    private static readonly ContactId Contact = new(UuidV8.Of("contact"));
    private static readonly AgentId Ayse = new("ayse");
    private static readonly AgentId Mehmet = new("mehmet");
    private static readonly Guid Task = UuidV8.Of("task");

    [Fact]
    public void A_first_sight_registers_once_and_adds_each_address_once()
    {
        var citizen = Fresh().When(new Register(WhatsApp, Channel.WhatsApp, Sealed("wa"), Sealed("Ayşe")));
        Assert.Equal([typeof(CitizenRegistered), typeof(AddressAdded), typeof(ProfileNameSeen)], citizen.Last.Events.Select(e => e.GetType()));
        citizen.When(new Register(WhatsApp, Channel.WhatsApp, Sealed("wa"), Sealed("Ayşe")));
        Assert.Empty(citizen.Last.Events);
        citizen.When(new AddAddress(Phone, Channel.Voice, Sealed("tel"))).When(new AddAddress(Phone, Channel.Voice, Sealed("tel")));
        Assert.Empty(citizen.Last.Events);
        for (var i = citizen.State.Addresses.Length; i < CitizenState.MostAddresses; i++)
        {
            citizen.When(new AddAddress(new($"a{i}"), Channel.Sms, Sealed("x"))).Accepted();
        }

        citizen.When(new AddAddress(new("more"), Channel.Sms, Sealed("x"))).Refused("citizen.too_many_addresses");
    }

    [Fact]
    public void Every_note_and_read_is_journalled()
    {
        var citizen = Known()
            .When(new Identify(Sealed("ad"), null, null, "tr", ["yaşlı"], ["t1"])).When(new RecordNotice("kvkk", Channel.Voice)).When(new RecordRead("ayse", "agent", Contact))
            .When(new NoteContactOutcome(Contact, ContactOutcome.Informed, Scenario.Start)).When(new NoteCase(Case, "123", "nakdi-yardim", "Open", false, Scenario.Start));
        Assert.Equal(
            [typeof(Identified), typeof(NoticeRecorded), typeof(RecordWasRead), typeof(ContactOutcomeNoted), typeof(CaseNoted)],
            citizen.Events.TakeLast(5).Select(e => e.GetType()));
        citizen.ReplayEqualsLive();
    }

    [Fact]
    public void Safe_hours_are_both_or_neither() =>
        Known().When(new SetSafeContact(SafeContact.Anything with { From = new(9, 0) })).Refused("citizen.safe_hours_incomplete");

    [Fact]
    public void A_contact_that_asks_is_told_and_the_judgement_is_kept()
    {
        var citizen = Known().When(new CheckOutreach(Contact.Actor, Task, new(Channel.Voice, Phone, OutreachPurpose.Dial, false)));
        Assert.Equal(Task, citizen.Sent<OutreachAllowed>(Contact.Actor).Request);
        citizen.When(new SetSafeContact(SafeContact.Anything with { NeverCall = true })).When(new CheckOutreach(Contact.Actor, Task, new(Channel.Voice, Phone, OutreachPurpose.Dial, false)));
        Assert.Equal("outreach.never_call", citizen.Sent<OutreachRefused>(Contact.Actor).Code);
        Assert.Equal("outreach.never_call", citizen.Event<OutreachJudged>().RefusalCode);
        citizen.When(new CheckOutreach(Case.Actor, Task, new(Channel.Sms, Phone, OutreachPurpose.CaseNotice, false))).Refused("outreach.asker_unknown");
    }

    [Fact]
    public void A_notice_goes_by_WhatsApp_while_its_window_is_open()
    {
        var citizen = Known().When(Spoke(WhatsApp, Channel.WhatsApp, TestPack.WhatsAppLine)).After(TimeSpan.FromHours(23)).When(Inform());
        var written = citizen.Event<NoticeWritten>();
        var sent = citizen.Effect<SendText>();
        Assert.Equal((Channel.WhatsApp, TestPack.WhatsAppLine, "basvuru-sonucu"), (written.Channel, written.Line, written.Template));
        Assert.Equal((written.MessageId, written.To, null, "basvuru-sonucu"), (sent.MessageId, sent.To, sent.Text, sent.Template));
    }

    [Fact]
    public void Of_several_WhatsApp_addresses_the_one_last_heard_from_is_used()
    {
        var second = new AddressKey("wa2");
        var citizen = Known().When(new AddAddress(second, Channel.WhatsApp, Sealed("wa2"))).When(Spoke(WhatsApp, Channel.WhatsApp, TestPack.WhatsAppLine)).After(TimeSpan.FromMinutes(1));
        citizen.When(Spoke(second, Channel.WhatsApp, TestPack.WhatsAppLine) with { At = citizen.Now }).When(Inform());
        Assert.Equal("wa2", citizen.Event<NoticeWritten>().To.Box);
    }

    [Fact]
    public void Outside_the_window_only_an_approved_template_goes_by_WhatsApp_and_SMS_follows_otherwise()
    {
        var late = Known().When(Spoke(WhatsApp, Channel.WhatsApp, TestPack.WhatsAppLine)).After(TimeSpan.FromHours(25)).When(Inform());
        Assert.Equal(Channel.WhatsApp, late.Event<NoticeWritten>().Channel);

        late.Pack = TestPack.Small with { Templates = [.. TestPack.Small.Templates.Select(t => t with { ProviderName = "" })] };
        late.When(Inform());
        Assert.Equal((Channel.Sms, TestPack.SmsLine, "tel"), (late.Event<NoticeWritten>().Channel, late.Event<NoticeWritten>().Line, late.Event<NoticeWritten>().To.Box));
    }

    [Fact]
    public void Where_WhatsApp_failed_SMS_follows_once()
    {
        var citizen = Known().When(Spoke(WhatsApp, Channel.WhatsApp, TestPack.WhatsAppLine)).When(Inform());
        var first = citizen.Effect<SendText>();
        citizen.Noticed(new Notice.EffectFailed("e", first, "63016"));
        Assert.Equal((MessageStatus.Failed, "63016"), (citizen.Event<NoticeStatusChanged>().Status, citizen.Event<NoticeStatusChanged>().Code));
        var second = citizen.Effect<SendText>();
        Assert.Equal(Channel.Sms, second.Channel);
        citizen.Noticed(new Notice.EffectFailed("e", second, "landline"));
        Assert.Empty(citizen.Last.Effects);
        citizen.Noticed(new Notice.EffectFailed("e", first, "63016"));
        Assert.Empty(citizen.Last.Events);
    }

    [Fact]
    public void Safe_contact_chooses_the_way_or_withholds_the_notice()
    {
        var sms = Known().When(Spoke(WhatsApp, Channel.WhatsApp, TestPack.WhatsAppLine)).When(new SetSafeContact(SafeContact.Anything with { Addresses = [Phone] })).When(Inform());
        Assert.Equal(Channel.Sms, sms.Event<NoticeWritten>().Channel);

        var none = Known().When(new SetSafeContact(SafeContact.Anything with { NoOutreach = true })).When(Inform());
        Assert.Equal("outreach.none", none.Event<NoticeWithheld>().Code);
        Assert.Empty(none.Last.Effects);

        Assert.Equal("outreach.no_address", Fresh().When(Inform()).Event<NoticeWithheld>().Code);
        Assert.Equal("message.template_unknown", Known().When(Inform() with { Template = "yok" }).Event<NoticeWithheld>().Code);
    }

    [Fact]
    public void Of_a_confidential_case_nothing_ever_goes_out()
    {
        var citizen = Known().When(Spoke(WhatsApp, Channel.WhatsApp, TestPack.WhatsAppLine)).When(Inform() with { Confidential = true });
        Assert.Equal("outreach.confidential", citizen.Event<NoticeWithheld>().Code);
        Assert.Empty(citizen.Last.Effects);
        Assert.Empty(citizen.Last.Sends);
    }

    [Fact]
    public void The_status_of_a_notice_only_advances()
    {
        var citizen = Known().When(Inform());
        var id = citizen.Event<NoticeWritten>().MessageId;
        citizen.Noticed(new Notice.EffectDone("e", citizen.Effect<SendText>(), "SM1")).When(new NoteNoticeStatus("SM1", null, MessageStatus.Read, null));
        Assert.Equal((id, MessageStatus.Read), (citizen.Event<NoticeStatusChanged>().MessageId, citizen.Event<NoticeStatusChanged>().Status));
        citizen.When(new NoteNoticeStatus("SM1", null, MessageStatus.Delivered, null));
        Assert.Empty(citizen.Last.Events);
        citizen.When(new NoteNoticeStatus("SM2", null, MessageStatus.Delivered, null)).Refused("message.unknown");
    }

    [Fact]
    public void A_promise_is_told_to_its_owner_becomes_overdue_and_ends_when_kept()
    {
        var citizen = Known().When(Promise());
        Assert.Equal((Task, true), (citizen.Sent<NoteCallback>(Ayse.Actor).Task, citizen.Sent<NoteCallback>().Open));
        citizen.When(Promise());
        Assert.Empty(citizen.Last.Events);
        citizen.After(TimeSpan.FromHours(1));
        Assert.Equal(Task, citizen.Event<CallbackOverdue>().Task);
        Assert.True(citizen.Sent<NoteCallback>(Ayse.Actor).Open);
        citizen.When(new CallbackDue(Task));
        Assert.Empty(citizen.Last.Events);
        citizen.When(new CompleteCallback(Task, "ayse", "görüşüldü"));
        Assert.False(citizen.Sent<NoteCallback>(Ayse.Actor).Open);
        Assert.Empty(citizen.Alarms);
        citizen.When(new CompleteCallback(Task, "ayse", "görüşüldü")).Refused("callback.not_open");
        citizen.ReplayEqualsLive();
    }

    [Fact]
    public void A_promise_outlives_its_owner()
    {
        var citizen = Known().When(Promise()).When(new ReassignCallback(Task, Mehmet));
        Assert.Equal([(Ayse.Actor, false), (Mehmet.Actor, true)], citizen.Last.Sends.Select(s => (s.To, ((NoteCallback)s.Command).Open)));
        citizen.Noticed(new Notice.SendRefused(Mehmet.Actor, citizen.Last.Sends[1].Command, "agent.unknown"));
        Assert.Null(citizen.Event<CallbackReassigned>().Owner);
        citizen.After(TimeSpan.FromHours(1));
        Assert.True(citizen.Happened<CallbackOverdue>());
        citizen.When(new ReassignCallback(UuidV8.Of("other"), Mehmet)).Refused("callback.not_open");
    }

    [Fact]
    public void A_promise_that_safe_contact_forbids_or_that_is_past_is_not_given()
    {
        Known().When(new SetSafeContact(SafeContact.Anything with { NeverCall = true })).When(Promise()).Refused("outreach.never_call");
        Known().When(new SetSafeContact(SafeContact.Anything with { From = new(18, 0), Until = new(20, 0) })).When(Promise()).Refused("outreach.hours");
        Known().When(Promise() with { Due = Scenario.Start }).Refused("callback.due_in_past");
    }

    [Fact]
    public void Promises_and_notices_are_bounded()
    {
        var citizen = Known();
        for (var i = 0; i < CitizenState.MostOpenCallbacks; i++)
        {
            citizen.When(Promise() with { Task = UuidV8.Of($"{i}") }).Accepted();
        }

        citizen.When(Promise()).Refused("callback.too_many");
        for (var i = 0; i <= CitizenState.MostNotices; i++)
        {
            citizen.Given(new NoticeWritten(UuidV8.Of($"{i}"), Case, Channel.Sms, Sealed("x"), "1530", "devam", [], Scenario.Start));
        }

        Assert.Equal(CitizenState.MostNotices, citizen.State.Notices.Length);
        Assert.Equal(UuidV8.Of("1"), citizen.State.Notices[0].MessageId);
    }

    [Fact]
    public void A_note_that_overtakes_the_registration_is_taken()
    {
        var citizen = Fresh().When(new NoteContactOutcome(Contact, ContactOutcome.Abandoned, Scenario.Start)).Accepted();
        citizen.When(new Register(Phone, Channel.Voice, Sealed("tel"), null));
        Assert.True(citizen.State.Registered);
    }

    private static Scenario<CitizenState, CitizenCommand, CitizenEvent> Fresh() => Scenario.Of(new CitizenDecider(), Id.ToString());

    private static Scenario<CitizenState, CitizenCommand, CitizenEvent> Known() =>
        Fresh().When(new Register(WhatsApp, Channel.WhatsApp, Sealed("wa"), null)).When(new AddAddress(Phone, Channel.Voice, Sealed("tel")));

    private static Sealed<string> Sealed(string box) => TestPack.Sealed<string>(box);

    private static NoteContact Spoke(AddressKey address, Channel channel, string line) => new(Contact, channel, address, line, Scenario.Start, CitizenSpoke: true);

    private static Inform Inform() => new(Case, "12345678-9", "basvuru-sonucu", ImmutableArray.Create(Sealed("12345678-9")), false);

    private static PromiseCallback Promise() => new(Task, Scenario.Start + TimeSpan.FromHours(1), Ayse, TestPack.Desk, null, Contact);
}
