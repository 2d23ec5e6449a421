using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Actions;

internal sealed record AnnouncementBody(string? Line, string? Sound);

internal static class DeskActions
{
    public static void MapDesks(this IEndpointRouteBuilder app)
    {
        app.Action("/api/desks/{desk}/announcement", Announce, StaffRoles.Supervisor);
        app.Action("/api/desks/{desk}/help/{agent}", Help, StaffRoles.Supervisor);
    }

    private static Task<IResult> Announce(Call call, string desk, AnnouncementBody body) =>
        !May(call, desk) ? Task.FromResult(call.Refuse("desk.unknown"))
        : body.Line is null || call.Pack.Line(body.Line)?.Desk.Value != desk ? Task.FromResult(call.Invalid("line"))
        : !Call.IsOptional(body.Sound, ConsoleLimits.ShortText) ? Task.FromResult(call.Invalid("sound"))
        : call.AskAsync(new DeskId(desk).Actor, new SwitchAnnouncement(body.Line, string.IsNullOrWhiteSpace(body.Sound) ? null : body.Sound, call.Viewer.User));

    private static Task<IResult> Help(Call call, string desk, string agent) => May(call, desk)
        ? call.AskAsync(new DeskId(desk).Actor, new AnswerHelp(new(agent), call.Viewer.User))
        : Task.FromResult(call.Refuse("desk.unknown"));

    private static bool May(Call call, string desk) => call.Views.Read(r => r.MaySee(call.Viewer, $"desk:{desk}"));
}
