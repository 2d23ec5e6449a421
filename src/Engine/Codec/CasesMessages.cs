using System.Text.Json.Serialization;
using Santral.Domain.Cases;

namespace Santral.Engine.Codec;

/// <summary>The stored names of this feature's messages. A name, once released, never changes its meaning.</summary>
internal static class CasesNames
{
    public static void AddTo(MessageRegistry registry) => registry
        .Add<OpenCase>("case.cmd.open-case.v1")
        .Add<Escalate>("case.cmd.escalate.v1")
        .Add<AcceptCase>("case.cmd.accept-case.v1")
        .Add<ReturnCase>("case.cmd.return-case.v1")
        .Add<AddCaseNote>("case.cmd.add-case-note.v1")
        .Add<ResolveCase>("case.cmd.resolve-case.v1")
        .Add<ReopenCase>("case.cmd.reopen-case.v1")
        .Add<AttachContact>("case.cmd.attach-contact.v1")
        .Add<RemindUnit>("case.cmd.remind-unit.v1")
        .Add<GrantAccess>("case.cmd.grant-access.v1")
        .Add<ConfirmNumber>("case.cmd.confirm-number.v1")
        .Add<NumberTaken>("case.cmd.number-taken.v1")
        .Add<CaseTimer>("case.cmd.case-timer.v1")
        .Add<CaseOpened>("case.opened.v1")
        .Add<NumberRequested>("case.number-requested.v1")
        .Add<CaseNumbered>("case.numbered.v1")
        .Add<CaseEscalated>("case.escalated.v1")
        .Add<CaseAccepted>("case.accepted.v1")
        .Add<CaseReturned>("case.returned.v1")
        .Add<CaseNoteAdded>("case.note-added.v1")
        .Add<CaseResolved>("case.resolved.v1")
        .Add<CaseReopened>("case.reopened.v1")
        .Add<ContactAttached>("case.contact-attached.v1")
        .Add<UnitReminded>("case.unit-reminded.v1")
        .Add<AccessGranted>("case.access-granted.v1")
        .Add<DeadlineNear>("case.deadline-near.v1")
        .Add<DeadlinePassed>("case.deadline-passed.v1")
        .Add<CaseIsOpen>("case.reply.case-is-open.v1")
        .Add<ClaimNumber>("casenumber.cmd.claim-number.v1")
        .Add<NumberClaimed>("casenumber.number-claimed.v1");
}

[JsonSerializable(typeof(OpenCase))]
[JsonSerializable(typeof(Escalate))]
[JsonSerializable(typeof(AcceptCase))]
[JsonSerializable(typeof(ReturnCase))]
[JsonSerializable(typeof(AddCaseNote))]
[JsonSerializable(typeof(ResolveCase))]
[JsonSerializable(typeof(ReopenCase))]
[JsonSerializable(typeof(AttachContact))]
[JsonSerializable(typeof(RemindUnit))]
[JsonSerializable(typeof(GrantAccess))]
[JsonSerializable(typeof(ConfirmNumber))]
[JsonSerializable(typeof(NumberTaken))]
[JsonSerializable(typeof(CaseTimer))]
[JsonSerializable(typeof(CaseOpened))]
[JsonSerializable(typeof(NumberRequested))]
[JsonSerializable(typeof(CaseNumbered))]
[JsonSerializable(typeof(CaseEscalated))]
[JsonSerializable(typeof(CaseAccepted))]
[JsonSerializable(typeof(CaseReturned))]
[JsonSerializable(typeof(CaseNoteAdded))]
[JsonSerializable(typeof(CaseResolved))]
[JsonSerializable(typeof(CaseReopened))]
[JsonSerializable(typeof(ContactAttached))]
[JsonSerializable(typeof(UnitReminded))]
[JsonSerializable(typeof(AccessGranted))]
[JsonSerializable(typeof(DeadlineNear))]
[JsonSerializable(typeof(DeadlinePassed))]
[JsonSerializable(typeof(CaseIsOpen))]
[JsonSerializable(typeof(ClaimNumber))]
[JsonSerializable(typeof(NumberClaimed))]
internal sealed partial class CasesJson : JsonSerializerContext;
