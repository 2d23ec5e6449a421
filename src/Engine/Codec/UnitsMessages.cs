using System.Text.Json.Serialization;
using Santral.Domain.Units;

namespace Santral.Engine.Codec;

/// <summary>The stored names of this feature's messages. A name, once released, never changes its meaning.</summary>
internal static class UnitsNames
{
    public static void AddTo(MessageRegistry registry) => registry
        .Add<ReceiveCase>("unit.cmd.receive-case.v1")
        .Add<NoteCaseStatus>("unit.cmd.note-case-status.v1")
        .Add<NoteReminder>("unit.cmd.note-reminder.v1")
        .Add<ReleaseCase>("unit.cmd.release-case.v1")
        .Add<AcceptanceDue>("unit.cmd.acceptance-due.v1")
        .Add<CaseReceived>("unit.case-received.v1")
        .Add<CaseStatusNoted>("unit.case-status-noted.v1")
        .Add<ReminderNoted>("unit.reminder-noted.v1")
        .Add<CaseReleased>("unit.case-released.v1")
        .Add<AcceptanceOverdue>("unit.acceptance-overdue.v1");
}

[JsonSerializable(typeof(ReceiveCase))]
[JsonSerializable(typeof(NoteCaseStatus))]
[JsonSerializable(typeof(NoteReminder))]
[JsonSerializable(typeof(ReleaseCase))]
[JsonSerializable(typeof(AcceptanceDue))]
[JsonSerializable(typeof(CaseReceived))]
[JsonSerializable(typeof(CaseStatusNoted))]
[JsonSerializable(typeof(ReminderNoted))]
[JsonSerializable(typeof(CaseReleased))]
[JsonSerializable(typeof(AcceptanceOverdue))]
internal sealed partial class UnitsJson : JsonSerializerContext;
