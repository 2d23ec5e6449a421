using Santral.Domain.Cases;
using Santral.Domain.Contacts;

namespace Santral.AgentConsole.Actions;

internal sealed record PersonBody(string? Name, string? Phone, Capacity? Capacity);

internal sealed record OpenCaseBody(
    string? Service, string? Description, PostalAddress? Place, Priority? Priority, bool Confidential, PersonBody? Beneficiary, PersonBody? Informant,
    string? EscalateTo, string? Note);

internal sealed record EscalateBody(string? Unit, string? Note);

internal sealed record ResolveBody(CaseResolution? Resolution, string? Answer);

/// <param name="Escalation">A code when the case was opened but could not be sent to the unit; null when all went well.</param>
internal sealed record CaseDone(long Seq, string CaseId, string? Escalation);
