using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Santral.Domain.Agents;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Actions;

internal sealed record PresenceBody(Presence? Presence, string? Reason);

internal sealed record SignOffBody(string? HandOverTo);

internal sealed record HelpBody(Guid? ContactId);

internal sealed record ReasonBody(string? Reason);

/// <summary>An agent's own place at the desk, and offers.</summary>
internal static class MeActions
{
    public static void MapMe(this IEndpointRouteBuilder app)
    {
        app.Action("/api/me/sign-in", (Call call) => call.AskAsync(call.Agent.Actor, new SignIn(call.Viewer.User)), StaffRoles.Agent);
        app.Action("/api/me/presence", SetPresence, StaffRoles.Agent);
        app.Action("/api/me/sign-off", SignOff, StaffRoles.Agent);
        app.Action("/api/me/help", (Call call, HelpBody body) => call.AskAsync(call.Desk.Actor, new AskHelp(call.Agent, Contact(body.ContactId))), StaffRoles.Agent);
        app.Action("/api/offers/{id:guid}/accept", (Call call, Guid id) => call.AskAsync(Desk(call, id), new AcceptOffer(new(id), call.Agent)), StaffRoles.Agent);
        app.Action("/api/offers/{id:guid}/decline", Decline, StaffRoles.Agent);
    }

    private static Task<IResult> SetPresence(Call call, PresenceBody body) =>
        body.Presence is not { } presence ? Task.FromResult(call.Invalid("presence"))
        : !Call.IsOptional(body.Reason, ConsoleLimits.ShortText) ? Task.FromResult(call.Invalid("reason"))
        : call.AskAsync(call.Agent.Actor, new SetPresence(presence, body.Reason));

    private static Task<IResult> SignOff(Call call, SignOffBody body)
    {
        var to = string.IsNullOrWhiteSpace(body.HandOverTo) ? (AgentId?)null : new AgentId(body.HandOverTo);
        return to is { } colleague && call.Views.Read(r => r.Agent(colleague)) is not { Joined: true }
            ? Task.FromResult(call.Refuse("agent.not_on_desk"))
            : call.AskAsync(call.Agent.Actor, new SignOff(to));
    }

    private static Task<IResult> Decline(Call call, Guid id, ReasonBody body) => Call.IsText(body.Reason, ConsoleLimits.ShortText)
        ? call.AskAsync(Desk(call, id), new DeclineOffer(new(id), call.Agent, body.Reason!))
        : Task.FromResult(call.Invalid("reason"));

    /// <summary>The desk that made the offer; an offer nobody knows any more is refused by the agent's own desk.</summary>
    private static ActorId Desk(Call call, Guid offer) => (call.Views.Read(r => r.Offer(new(offer)))?.Desk ?? call.Desk).Actor;

    private static ContactId? Contact(Guid? id) => id is { } known ? new ContactId(known) : null;
}
