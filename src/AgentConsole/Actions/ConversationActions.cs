using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Views.Rights;

namespace Santral.AgentConsole.Actions;

internal sealed record MessageBody(Guid? MessageId, string? Text, string? Template, IReadOnlyList<string>? Values, bool ViaSms);

internal sealed record TextBody(string? Text);

internal sealed record VerifyBody(bool Passed);

internal sealed record CapacityBody(Capacity? Capacity);

internal sealed record SubjectBody(string? Name, string? Note);

internal sealed record CallbackBody(DateTimeOffset? Due, string? Note);

/// <summary>What an agent writes into a contact. Words are sealed here, before they reach a command.</summary>
internal static class ConversationActions
{
    private const int TaskOrdinal = 1;

    public static void MapConversations(this IEndpointRouteBuilder app)
    {
        app.Action("/api/contacts/{id:guid}/messages", Write, StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/note", Note, StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/verify", (Call call, Guid id, VerifyBody body) => ContactActions.Ask(call, id, new RecordVerification(call.Agent, body.Passed)), StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/capacity", Capacity, StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/subjects", AddSubject, StaffRoles.Agent);
        app.Action("/api/contacts/{id:guid}/callback", PromiseAsync, StaffRoles.Agent);
    }

    private static Task<IResult> Write(Call call, Guid id, MessageBody body)
    {
        var values = body.Values ?? [];
        if (body.MessageId is not { } messageId || messageId == Guid.Empty)
        {
            return Task.FromResult(call.Invalid("messageId"));
        }

        if (values.Count > ConsoleLimits.TemplateValues || values.Any(v => v is null || v.Length > ConsoleLimits.ReasonText))
        {
            return Task.FromResult(call.Invalid("values"));
        }

        var text = body.Text ?? "";
        if (text.Length > ConsoleLimits.MessageText || (body.Template is null && string.IsNullOrWhiteSpace(text)))
        {
            return Task.FromResult(call.Invalid("text"));
        }

        if (body.Template is { } template)
        {
            if (call.Pack.Template(template) is not { } spec)
            {
                return Task.FromResult(call.Refuse("message.template_unknown"));
            }

            text = Filled(spec.Body, values);
        }

        var subject = SubjectOf(call, id);
        return ContactActions.Ask(call, id, new WriteMessage(
            call.Agent, messageId, call.Seal(subject, DataClass.Message, text), body.Template, [.. values.Select(v => call.Seal(subject, DataClass.Message, v))], body.ViaSms));
    }

    private static Task<IResult> Note(Call call, Guid id, TextBody body) => body.Text is { Length: <= ConsoleLimits.NoteText } text
        ? ContactActions.Ask(call, id, new WriteNote(call.Agent, call.Seal(SubjectOf(call, id), DataClass.Message, text)))
        : Task.FromResult(call.Invalid("text"));

    private static Task<IResult> Capacity(Call call, Guid id, CapacityBody body) => body.Capacity is { } capacity && Enum.IsDefined(capacity)
        ? ContactActions.Ask(call, id, new SetCapacity(call.Agent, capacity))
        : Task.FromResult(call.Invalid("capacity"));

    private static Task<IResult> AddSubject(Call call, Guid id, SubjectBody body)
    {
        if (!Call.IsOptional(body.Name, ConsoleLimits.NameText) || !Call.IsOptional(body.Note, ConsoleLimits.NoteText) || (body.Name ?? body.Note) is null)
        {
            return Task.FromResult(call.Invalid("name"));
        }

        // Another person than the caller: a key of that person's own, so that erasing one does not erase the other.
        var subject = $"contact/{id:N}/subject/{call.Id}";
        return ContactActions.Ask(call, id, new Domain.Contacts.AddSubject(call.Agent, new(
            null, body.Name is null ? null : call.Seal(subject, DataClass.Contact, body.Name), body.Note is null ? null : call.Seal(subject, DataClass.Message, body.Note))));
    }

    private static Task<IResult> PromiseAsync(Call call, Guid id, CallbackBody body)
    {
        if (body.Due is not { } due || !Call.IsOptional(body.Note, ConsoleLimits.NoteText))
        {
            return Task.FromResult(call.Invalid("due"));
        }

        var contact = new ContactId(id);
        var facts = call.Views.Read(r => r.Contact(contact));
        if (facts is null || !facts.Agents.Contains(call.Agent))
        {
            return Task.FromResult(call.Refuse("contact.not_yours"));
        }

        if (facts.Citizen is not { } citizen)
        {
            return Task.FromResult(call.Refuse("contact.no_citizen"));
        }

        var note = string.IsNullOrWhiteSpace(body.Note) ? null : call.Seal($"citizen/{citizen}", DataClass.Message, body.Note);
        return call.AskAsync(citizen.Actor, new PromiseCallback(UuidV8.Of(call.Id, TaskOrdinal), due, call.Agent, facts.Desk ?? call.Desk, note, contact));
    }

    private static string SubjectOf(Call call, Guid id)
    {
        var contact = new ContactId(id);
        return Call.SubjectOf(contact, call.Views.Read(r => r.Contact(contact)));
    }

    private static string Filled(string body, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            body = body.Replace($"{{{{{i + 1}}}}}", values[i], StringComparison.Ordinal);
        }

        return body;
    }
}
