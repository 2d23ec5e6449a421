using System.Text.Json.Serialization;
using Santral.Domain.Citizens;

namespace Santral.Engine.Codec;

/// <summary>The stored names of this feature's messages. A name, once released, never changes its meaning.</summary>
internal static class CitizensNames
{
    public static void AddTo(MessageRegistry registry) => registry
        .Add<Register>("citizen.cmd.register.v1")
        .Add<AddAddress>("citizen.cmd.add-address.v1")
        .Add<Identify>("citizen.cmd.identify.v1")
        .Add<SetSafeContact>("citizen.cmd.set-safe-contact.v1")
        .Add<RecordNotice>("citizen.cmd.record-notice.v1")
        .Add<RecordRead>("citizen.cmd.record-read.v1")
        .Add<PromiseCallback>("citizen.cmd.promise-callback.v1")
        .Add<CompleteCallback>("citizen.cmd.complete-callback.v1")
        .Add<ReassignCallback>("citizen.cmd.reassign-callback.v1")
        .Add<CheckOutreach>("citizen.cmd.check-outreach.v1")
        .Add<Inform>("citizen.cmd.inform.v1")
        .Add<NoteContact>("citizen.cmd.note-contact.v1")
        .Add<NoteContactOutcome>("citizen.cmd.note-contact-outcome.v1")
        .Add<NoteCase>("citizen.cmd.note-case.v1")
        .Add<NoteNoticeStatus>("citizen.cmd.note-notice-status.v1")
        .Add<CallbackDue>("citizen.cmd.callback-due.v1")
        .Add<CitizenRegistered>("citizen.registered.v1")
        .Add<AddressAdded>("citizen.address-added.v1")
        .Add<ProfileNameSeen>("citizen.profile-name-seen.v1")
        .Add<Identified>("citizen.identified.v1")
        .Add<SafeContactSet>("citizen.safe-contact-set.v1")
        .Add<NoticeRecorded>("citizen.notice-recorded.v1")
        .Add<RecordWasRead>("citizen.record-was-read.v1")
        .Add<CallbackPromised>("citizen.callback-promised.v1")
        .Add<CallbackOverdue>("citizen.callback-overdue.v1")
        .Add<CallbackReassigned>("citizen.callback-reassigned.v1")
        .Add<CallbackCompleted>("citizen.callback-completed.v1")
        .Add<OutreachJudged>("citizen.outreach-judged.v1")
        .Add<NoticeWritten>("citizen.notice-written.v1")
        .Add<NoticeWithheld>("citizen.notice-withheld.v1")
        .Add<NoticeStatusChanged>("citizen.notice-status-changed.v1")
        .Add<ContactNoted>("citizen.contact-noted.v1")
        .Add<ContactOutcomeNoted>("citizen.contact-outcome-noted.v1")
        .Add<CaseNoted>("citizen.case-noted.v1");
}

[JsonSerializable(typeof(Register))]
[JsonSerializable(typeof(AddAddress))]
[JsonSerializable(typeof(Identify))]
[JsonSerializable(typeof(SetSafeContact))]
[JsonSerializable(typeof(RecordNotice))]
[JsonSerializable(typeof(RecordRead))]
[JsonSerializable(typeof(PromiseCallback))]
[JsonSerializable(typeof(CompleteCallback))]
[JsonSerializable(typeof(ReassignCallback))]
[JsonSerializable(typeof(CheckOutreach))]
[JsonSerializable(typeof(Inform))]
[JsonSerializable(typeof(NoteContact))]
[JsonSerializable(typeof(NoteContactOutcome))]
[JsonSerializable(typeof(NoteCase))]
[JsonSerializable(typeof(NoteNoticeStatus))]
[JsonSerializable(typeof(CallbackDue))]
[JsonSerializable(typeof(CitizenRegistered))]
[JsonSerializable(typeof(AddressAdded))]
[JsonSerializable(typeof(ProfileNameSeen))]
[JsonSerializable(typeof(Identified))]
[JsonSerializable(typeof(SafeContactSet))]
[JsonSerializable(typeof(NoticeRecorded))]
[JsonSerializable(typeof(RecordWasRead))]
[JsonSerializable(typeof(CallbackPromised))]
[JsonSerializable(typeof(CallbackOverdue))]
[JsonSerializable(typeof(CallbackReassigned))]
[JsonSerializable(typeof(CallbackCompleted))]
[JsonSerializable(typeof(OutreachJudged))]
[JsonSerializable(typeof(NoticeWritten))]
[JsonSerializable(typeof(NoticeWithheld))]
[JsonSerializable(typeof(NoticeStatusChanged))]
[JsonSerializable(typeof(ContactNoted))]
[JsonSerializable(typeof(ContactOutcomeNoted))]
[JsonSerializable(typeof(CaseNoted))]
internal sealed partial class CitizensJson : JsonSerializerContext;
