using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Identity;
using Santral.Views.Lists;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Actions;

internal sealed record CompleteBody(Guid? CitizenId, string? Result);

internal sealed record IdentityBody(string? Name, string? IdentityNumber, string? Language, IReadOnlyList<string>? PriorityGroups);

internal sealed record SafeContactBody(
    TimeOnly? From, TimeOnly? Until, IReadOnlyList<Channel>? Channels, bool NeverCall, bool TextOnly, bool NoOutreach, string? Language);

internal static class CitizenActions
{
    private const int ContactOrdinal = 1;

    public static void MapCitizens(this IEndpointRouteBuilder app)
    {
        app.Action("/api/citizens/{id:guid}/call", Ring, StaffRoles.Agent);
        app.Action("/api/citizens/{id:guid}/identity", Identify, StaffRoles.Agent);
        app.Action("/api/citizens/{id:guid}/safe-contact", SafeContact, StaffRoles.Agent);
        app.Action("/api/callbacks/{task:guid}/complete", Complete, StaffRoles.Agent);
    }

    private static async Task<IResult> Ring(Call call, Guid id)
    {
        var citizen = new CitizenId(id);
        var (may, facts, agent) = call.Views.Read(r => (r.MayReach(call.Viewer, citizen), r.Citizen(citizen), r.Agent(call.Agent)));
        if (!may || facts is null)
        {
            return call.Refuse("citizen.unknown");
        }

        if ((agent?.Endpoint ?? call.Account.Endpoint) is not { } endpoint)
        {
            return call.Refuse("agent.no_phone");
        }

        if (facts.Number is not { } number)
        {
            return call.Refuse("citizen.no_number");
        }

        var desk = agent?.Desk ?? call.Desk;
        var line = call.Pack.Lines.FirstOrDefault(l => l.Channel is Channel.Voice && l.Desk == desk) ?? call.Pack.Lines.FirstOrDefault(l => l.Channel is Channel.Voice);
        var contact = new ContactId(UuidV8.Of(call.Id, ContactOrdinal));
        var reply = await call.SendAsync(
            contact.Actor, new StartOutbound(call.Agent, endpoint, citizen, number, desk, line?.Number ?? "", facts.NumberKey)).ConfigureAwait(false);
        return reply is Engine.Ports.Reply.Accepted accepted ? Results.Ok(new ContactDone(accepted.Sequence, contact.ToString())) : call.Failure(reply);
    }

    private static Task<IResult> Identify(Call call, Guid id, IdentityBody body)
    {
        var citizen = new CitizenId(id);
        if (!call.Views.Read(r => r.HasVerified(call.Viewer, citizen)))
        {
            return Task.FromResult(call.Forbid("citizen.not_verified"));
        }

        if (!Call.IsOptional(body.Name, ConsoleLimits.NameText) || !Call.IsOptional(body.Language, ConsoleLimits.ShortText))
        {
            return Task.FromResult(call.Invalid("name"));
        }

        var number = string.IsNullOrWhiteSpace(body.IdentityNumber) ? null : body.IdentityNumber.Trim();
        if (number is not null && !TurkishIdentity.IsValid(number))
        {
            return Task.FromResult(call.Invalid("identityNumber"));
        }

        var known = call.Views.Read(r => r.Citizen(citizen));
        var groups = body.PriorityGroups ?? known?.PriorityGroups ?? [];
        if (groups.Count > ConsoleLimits.PriorityGroups || groups.Any(g => !Call.IsText(g, ConsoleLimits.ShortText)))
        {
            return Task.FromResult(call.Invalid("priorityGroups"));
        }

        var subject = $"citizen/{citizen}";
        var name = string.IsNullOrWhiteSpace(body.Name) ? null : body.Name.Trim();
        return call.AskAsync(citizen.Actor, new Identify(
            name is null ? null : call.Seal(subject, DataClass.Contact, name), number is null ? null : call.Seal(subject, DataClass.Contact, number),
            number is null ? null : call.Sealer.Hash(SearchTerms.IdentityPurpose, number), body.Language, [.. groups],
            SearchTerms.Of(call.Sealer, name, known?.Phone)));
    }

    private static Task<IResult> SafeContact(Call call, Guid id, SafeContactBody body)
    {
        var citizen = new CitizenId(id);
        if (!call.Views.Read(r => r.HasVerified(call.Viewer, citizen)))
        {
            return Task.FromResult(call.Forbid("citizen.not_verified"));
        }

        if (!Call.IsOptional(body.Language, ConsoleLimits.ShortText))
        {
            return Task.FromResult(call.Invalid("language"));
        }

        // Addresses that were named safe stay so; the console changes the rest.
        var addresses = call.Views.Read(r => r.Citizen(citizen))?.SafeAddresses ?? [];
        return call.AskAsync(citizen.Actor, new SetSafeContact(new(
            addresses, body.From, body.Until, body.Channels is null ? [] : [.. body.Channels], body.NeverCall, body.TextOnly, body.NoOutreach, body.Language)));
    }

    private static Task<IResult> Complete(Call call, Guid task, CompleteBody body)
    {
        if (body.CitizenId is not { } id || !Call.IsText(body.Result, ConsoleLimits.ReasonText))
        {
            return Task.FromResult(call.Invalid("result"));
        }

        var citizen = new CitizenId(id);
        var callback = call.Views.Read(r => r.Callback(citizen, task));
        return callback is null ? Task.FromResult(call.Refuse("callback.not_open"))
            : callback.Owner is { } owner && owner != call.Agent ? Task.FromResult(call.Refuse("callback.not_yours"))
            : call.AskAsync(citizen.Actor, new CompleteCallback(task, call.Viewer.User, body.Result!));
    }
}

internal sealed record ContactDone(long Seq, string ContactId);
