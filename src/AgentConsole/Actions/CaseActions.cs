using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Santral.Domain.Cases;
using Santral.Domain.Kernel;
using Santral.Views.Lists;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Actions;

/// <summary>A case's life. Whoever may not see a case is answered as if it did not exist.</summary>
internal static class CaseActions
{
    public static void MapCases(this IEndpointRouteBuilder app)
    {
        app.Action("/api/contacts/{id:guid}/cases", CaseOpening.OpenAsync, StaffRoles.Agent);
        app.Action("/api/cases/{id:guid}/escalate", Escalate, StaffRoles.Agent, StaffRoles.Supervisor);
        app.Action("/api/cases/{id:guid}/accept", Accept, StaffRoles.Unit);
        app.Action("/api/cases/{id:guid}/return", Return, StaffRoles.Unit);
        app.Action("/api/cases/{id:guid}/notes", Note, StaffRoles.Unit, StaffRoles.Agent);
        app.Action("/api/cases/{id:guid}/resolve", Resolve, StaffRoles.Unit);
        app.Action("/api/cases/{id:guid}/remind", Remind, StaffRoles.Agent, StaffRoles.Supervisor);
        app.Action("/api/cases/{id:guid}/reopen", Reopen, StaffRoles.Agent, StaffRoles.Supervisor);
    }

    private static Task<IResult> Escalate(Call call, Guid id, EscalateBody body) =>
        body.Unit is null || call.Pack.Unit(new(body.Unit)) is not { } unit ? Task.FromResult(call.Refuse("case.unknown_unit"))
        : !Call.IsOptional(body.Note, ConsoleLimits.NoteText) ? Task.FromResult(call.Invalid("note"))
        : Seen(call, id, @case => call.AskAsync(@case.Id.Actor, new Escalate(unit.Id, Sealed(call, @case, body.Note), call.Viewer.User)));

    private static Task<IResult> Accept(Call call, Guid id) =>
        WithUnit(call, id, (@case, unit) => call.AskAsync(@case.Id.Actor, new AcceptCase(unit, call.Viewer.User)));

    private static Task<IResult> Return(Call call, Guid id, ReasonBody body) => !Call.IsText(body.Reason, ConsoleLimits.NoteText)
        ? Task.FromResult(call.Invalid("reason"))
        : WithUnit(call, id, (@case, unit) => call.AskAsync(@case.Id.Actor, new ReturnCase(unit, Sealed(call, @case, body.Reason)!, call.Viewer.User)));

    private static Task<IResult> Note(Call call, Guid id, TextBody body) => !Call.IsText(body.Text, ConsoleLimits.NoteText)
        ? Task.FromResult(call.Invalid("text"))
        : Seen(call, id, @case => call.AskAsync(@case.Id.Actor, new AddCaseNote(
            Sealed(call, @case, body.Text)!, call.Viewer.User, @case.Unit is { } unit && call.Viewer.Units.Contains(unit) ? unit : null)));

    private static Task<IResult> Resolve(Call call, Guid id, ResolveBody body) =>
        body.Resolution is not { } resolution || !Enum.IsDefined(resolution) ? Task.FromResult(call.Invalid("resolution"))
        : !Call.IsText(body.Answer, ConsoleLimits.NoteText) ? Task.FromResult(call.Invalid("answer"))
        : WithUnit(call, id, (@case, unit) => call.AskAsync(@case.Id.Actor, new ResolveCase(unit, resolution, Sealed(call, @case, body.Answer)!, call.Viewer.User)));

    private static Task<IResult> Remind(Call call, Guid id) => Seen(call, id, @case => call.AskAsync(@case.Id.Actor, new RemindUnit(call.Viewer.User, null)));

    private static Task<IResult> Reopen(Call call, Guid id, ReasonBody body) => !Call.IsOptional(body.Reason, ConsoleLimits.NoteText)
        ? Task.FromResult(call.Invalid("reason"))
        : Seen(call, id, @case => call.AskAsync(@case.Id.Actor, new ReopenCase(Sealed(call, @case, body.Reason), call.Viewer.User)));

    private static Task<IResult> Seen(Call call, Guid id, Func<CaseFacts, Task<IResult>> act)
    {
        var (may, @case) = call.Views.Read(r => (r.MaySee(call.Viewer, $"case:{id:N}"), r.Case(new(id))));
        return may && @case is not null ? act(@case) : Task.FromResult(call.Refuse("case.unknown"));
    }

    private static Task<IResult> WithUnit(Call call, Guid id, Func<CaseFacts, UnitId, Task<IResult>> act) => Seen(call, id, @case =>
        @case.Unit is { } unit && call.Viewer.Units.Contains(unit) ? act(@case, unit) : Task.FromResult(call.Forbid("case.not_your_unit")));

    private static Sealed<string>? Sealed(Call call, CaseFacts @case, string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : call.Seal(@case.Citizens.Count > 0 ? $"citizen/{@case.Citizens[0]}" : $"case/{@case.Id}", DataClass.CaseFile, text);
}
