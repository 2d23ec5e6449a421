using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Actions;

internal sealed record TransferBody(TransferKind? Kind, string? Value, string? Label, string? Note, bool Attended);

internal sealed record IncidentBody(string? Label);

internal sealed record PriorityBody(Priority? Priority);

internal sealed record MoveBody(string? Queue);

internal sealed record FinishBody(ContactOutcome? Outcome, string? Category);

/// <summary>Controls of a contact. Whether it is this agent's is the contact's own decision.</summary>
internal static class ContactActions
{
    public static void MapContacts(this IEndpointRouteBuilder app)
    {
        app.Action("/api/contacts/{id:guid}/hold", (Call call, Guid id) => Ask(call, id, new HoldCaller(call.Agent)), StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/resume", (Call call, Guid id) => Ask(call, id, new ResumeCaller(call.Agent)), StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/end", (Call call, Guid id) => Ask(call, id, new EndContact(call.Agent)), StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/transfer", Transfer, StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/transfer/complete", (Call call, Guid id) => Ask(call, id, new CompleteTransfer(call.Agent)), StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/transfer/cancel", (Call call, Guid id) => Ask(call, id, new CancelConsult(call.Agent)), StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/incident", Incident, StaffRoles.Agent, StaffRoles.Supervisor);
        app.Action("/api/contacts/{id:guid}/priority", Raise, StaffRoles.Agent, StaffRoles.Supervisor);
        app.Action("/api/contacts/{id:guid}/move", Move, StaffRoles.Supervisor);
        app.Action("/api/contacts/{id:guid}/finish", Finish, StaffRoles.Agent);
    }

    public static Task<IResult> Ask(Call call, Guid id, ContactCommand command) => call.AskAsync(new ContactId(id).Actor, command);

    private static Task<IResult> Transfer(Call call, Guid id, TransferBody body)
    {
        if (body.Kind is not { } kind || !Call.IsText(body.Value, ConsoleLimits.ShortText) || !Call.IsOptional(body.Note, ConsoleLimits.NoteText)
            || !Call.IsOptional(body.Label, ConsoleLimits.NameText))
        {
            return Task.FromResult(call.Invalid("value"));
        }

        var contact = new ContactId(id);
        var target = new TransferTarget(kind, body.Value!, string.IsNullOrWhiteSpace(body.Label) ? body.Value! : body.Label);
        var note = string.IsNullOrWhiteSpace(body.Note) ? null : call.Seal(Call.SubjectOf(contact, call.Views.Read(r => r.Contact(contact))), DataClass.Message, body.Note);
        return Ask(call, id, body.Attended ? new StartConsult(call.Agent, target, note) : new TransferBlind(call.Agent, target, note));
    }

    private static Task<IResult> Incident(Call call, Guid id, IncidentBody body) =>
        !Call.IsOptional(body.Label, ConsoleLimits.ShortText) ? Task.FromResult(call.Invalid("label"))
        : Denied(call, id) ?? Ask(call, id, new TagIncident(call.Viewer.User, string.IsNullOrWhiteSpace(body.Label) ? null : body.Label.Trim()));

    private static Task<IResult> Raise(Call call, Guid id, PriorityBody body) =>
        body.Priority is not { } priority || !Enum.IsDefined(priority) ? Task.FromResult(call.Invalid("priority"))
        : Denied(call, id) ?? Ask(call, id, new RaisePriority(call.Viewer.User, priority));

    private static Task<IResult> Move(Call call, Guid id, MoveBody body) =>
        body.Queue is null || call.Pack.Queue(new(body.Queue)) is not { } queue ? Task.FromResult(call.Invalid("queue"))
        : Denied(call, id) ?? Ask(call, id, new MoveToQueue(call.Viewer.User, queue.Id));

    private static Task<IResult> Finish(Call call, Guid id, FinishBody body) =>
        body.Outcome is not { } outcome || !Enum.IsDefined(outcome) || !Call.IsOptional(body.Category, ConsoleLimits.ShortText)
            ? Task.FromResult(call.Invalid("outcome"))
            : Ask(call, id, new FinishContact(call.Agent, outcome, body.Category));

    /// <summary>
    /// These commands name a person and no agent, so the contact cannot judge whose it is: whoever may not see it is answered
    /// as if it did not exist.
    /// </summary>
    private static Task<IResult>? Denied(Call call, Guid id) =>
        call.Views.Read(r => r.MaySee(call.Viewer, $"contact:{id:N}")) ? null : Task.FromResult(call.Refuse("contact.unknown"));
}
