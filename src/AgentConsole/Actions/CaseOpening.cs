using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Santral.Domain.Cases;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Intake;
using Santral.Engine.Ports;
using Santral.Views.Lists;

namespace Santral.AgentConsole.Actions;

/// <summary>Opens a case out of a contact, links it and may send it to a unit: three commands under one key, so that a retry resumes where it broke off.</summary>
internal static class CaseOpening
{
    private const int CaseOrdinal = 1;
    private const int LinkOrdinal = 2;
    private const int EscalateOrdinal = 3;

    public static async Task<IResult> OpenAsync(Call call, Guid id, OpenCaseBody body)
    {
        if (Wrong(body) is { } field)
        {
            return call.Invalid(field);
        }

        var unit = body.EscalateTo is null ? null : call.Pack.Unit(new(body.EscalateTo));
        if (body.EscalateTo is not null && unit is null)
        {
            return call.Refuse("case.unknown_unit");
        }

        var contactId = new ContactId(id);
        var contact = call.Views.Read(r => r.Contact(contactId));
        if (contact is null || !contact.Agents.Contains(call.Agent))
        {
            return call.Refuse("contact.not_yours");
        }

        var @case = new CaseId(UuidV8.Of(call.Id, CaseOrdinal));
        var opened = await call.SendAsync(@case.Actor, Command(call, @case, contact, body)).ConfigureAwait(false);
        if (opened is not Reply.Accepted first)
        {
            return call.Failure(opened);
        }

        var linked = await call.SendAsync(contactId.Actor, new LinkCase(call.Agent, @case), call.Part(LinkOrdinal)).ConfigureAwait(false);
        if (linked is Reply.Unavailable)
        {
            return call.Failure(linked);
        }

        var sequence = linked is Reply.Accepted second ? Math.Max(first.Sequence, second.Sequence) : first.Sequence;
        if (unit is null)
        {
            return Results.Ok(new CaseDone(sequence, @case.ToString(), null));
        }

        var note = string.IsNullOrWhiteSpace(body.Note) ? null : call.Seal(Call.SubjectOf(contactId, contact), DataClass.CaseFile, body.Note);
        var escalated = await call.SendAsync(@case.Actor, new Escalate(unit.Id, note, call.Viewer.User), call.Part(EscalateOrdinal)).ConfigureAwait(false);
        return escalated switch
        {
            Reply.Accepted third => Results.Ok(new CaseDone(Math.Max(sequence, third.Sequence), @case.ToString(), null)),
            // The case is open and stays so; the agent is told that the unit does not have it.
            Reply.Rejected refused => Results.Ok(new CaseDone(sequence, @case.ToString(), refused.Code)),
            Reply.Unavailable => call.Failure(escalated),
            _ => throw new InvalidOperationException($"{escalated.GetType().Name} is no reply."),
        };
    }

    private static string? Wrong(OpenCaseBody body) =>
        !Call.IsText(body.Description, ConsoleLimits.DescriptionText) ? "description"
        : !Call.IsOptional(body.Service, ConsoleLimits.NameText) ? "service"
        : !Call.IsOptional(body.Note, ConsoleLimits.NoteText) ? "note"
        : body.Priority is { } priority && !Enum.IsDefined(priority) ? "priority"
        : Wrong(body.Beneficiary) ? "beneficiary"
        : Wrong(body.Informant) ? "informant"
        : null;

    private static bool Wrong(PersonBody? person) =>
        person is not null && (!Call.IsOptional(person.Name, ConsoleLimits.NameText) || !Call.IsOptional(person.Phone, ConsoleLimits.ShortText));

    private static OpenCase Command(Call call, CaseId @case, ContactFacts contact, OpenCaseBody body)
    {
        var service = call.Pack.Service(body.Service);
        var subject = Call.SubjectOf(contact.Id, contact);
        ImmutableArray<Party> parties =
        [
            new(PartyRole.Applicant, body.Informant is null ? Capacity.Self : Capacity.Unknown, contact.Citizen, null, null),
            .. Person(call, @case, PartyRole.Beneficiary, body.Beneficiary),
            .. Person(call, @case, PartyRole.Informant, body.Informant),
        ];
        return new(
            contact.Id, service?.Id, service is null ? body.Service : null, call.Seal(subject, DataClass.CaseFile, body.Description!),
            body.Place is null ? null : call.Sealer.Seal(subject, DataClass.CaseFile, body.Place, call.Id), body.Priority ?? service?.Priority ?? Priority.P4, parties,
            body.Confidential || service is { Confidential: true }, call.Viewer.User, null);
    }

    /// <summary>A further person seals with a key of their own: the address's when there is a number, otherwise one of this case alone.</summary>
    private static IEnumerable<Party> Person(Call call, CaseId @case, PartyRole role, PersonBody? person)
    {
        if (person is null || (string.IsNullOrWhiteSpace(person.Name) && string.IsNullOrWhiteSpace(person.Phone)))
        {
            yield break;
        }

        var subject = Addressing.Phone(person.Phone) is { } phone ? $"address/{Addressing.Key(call.Sealer, Channel.Voice, phone)}" : $"case/{@case}/{role}";
        yield return new(
            role, person.Capacity ?? Capacity.Unknown, null, string.IsNullOrWhiteSpace(person.Name) ? null : call.Seal(subject, DataClass.Contact, person.Name.Trim()),
            string.IsNullOrWhiteSpace(person.Phone) ? null : call.Seal(subject, DataClass.Contact, person.Phone.Trim()));
    }
}
