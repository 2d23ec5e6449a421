namespace Santral.Views.Rows;

/// <summary>A page of a list: <c>total</c> counts what this reader may see, <c>next</c> is null on the last page.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Total, string? Next);

/// <summary>One line of GET /api/contacts.</summary>
public sealed record ContactListRow(
    string Id, string Medium, string Channel, string State, string Who, string QueueName, string Priority, DateTimeOffset ArrivedAt, DateTimeOffset? ConnectedAt,
    DateTimeOffset? EndedAt, string? Outcome, string? Category, string? AgentId, string? Incident, string? SenderReference, bool Outbound);

/// <summary>One line of GET /api/cases.</summary>
public sealed record CaseListRow(
    string Id, string Number, string ServiceName, string Status, string StatusWords, string Priority, string? UnitId, string? UnitName, DateTimeOffset OpenedAt,
    string OpenedBy, DateTimeOffset? Deadline, bool Overdue, bool Confidential, string? SenderReference);

/// <summary>One line of GET /api/citizens. Initials, unless the reader is speaking with this person and has verified them.</summary>
public sealed record CitizenListRow(string Id, string Who, bool Verified, string[] Services, DateTimeOffset? LastContactAt);

/// <summary>offered = answered + abandoned + transferredOut + closed + callback, in every line.</summary>
public sealed record ReportLine(string Key, string Name, int Offered, int Answered, int Abandoned, int TransferredOut, int Closed, int Callback);

public sealed record OutcomeLine(string Outcome, string Name, int Count);

/// <summary>The day or month by arrival; a contact is counted once it has ended, those still alive are <c>Live</c>.</summary>
public sealed record Report(
    DateOnly From, DateOnly To, int Offered, int Answered, int Abandoned, int TransferredOut, int Closed, int Callback, int Live, int Outbound,
    IReadOnlyList<ReportLine> ByQueue, IReadOnlyList<ReportLine> ByHour, IReadOnlyList<OutcomeLine> ByOutcome);
