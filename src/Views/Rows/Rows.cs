namespace Santral.Views.Rows;

/// <summary>
/// What a console draws. A row is complete: an upsert replaces the whole row of that kind and id. Instants are UTC ISO 8601;
/// texts shown to people come from the pack. Enums travel as their names. TypeScript mirrors these in <c>ClientApp/src/rows.ts</c>.
/// </summary>
public interface IRow;

// topic desk:{desk} (supervisor)

/// <summary>kind "queue".</summary>
public sealed record QueueRow(string Id, string Name, int Waiting, DateTimeOffset? OldestSince, int Agents, int Available, int OfferedToday, int AnsweredToday, int AbandonedToday, double? ServiceLevel, double ServiceLevelTargetSeconds) : IRow;

/// <summary>kind "waiting": one contact that waits or is being offered.</summary>
public sealed record WaitingRow(string ContactId, string Medium, string Channel, string QueueId, string Priority, DateTimeOffset Since, string Who, string? OfferedTo, DateTimeOffset? OfferUntil, string? OnlyFor, string? Incident) : IRow;

/// <summary>kind "agent".</summary>
public sealed record AgentRow(string Id, string Name, string Presence, string? Reason, DateTimeOffset Since, string? CallContactId, string CallState, int Conversations, int ConversationLimit, string[] Skills, int HandledToday, int MissedToday, DateTimeOffset? HelpAskedAt, string? HelpContactId) : IRow;

/// <summary>kind "line": a number with its announcement switch.</summary>
public sealed record LineRow(string Number, string Name, bool Open, string? Announcement) : IRow;

// topic agent:{agent} (the agent's own desk)

/// <summary>kind "me", id = agent.</summary>
public sealed record MeRow(string Id, string Name, string Presence, string? Reason, DateTimeOffset Since, bool SignedIn, string? Extension, int HandledToday, int MissedToday, double TalkSecondsToday, DateTimeOffset? HelpAskedAt) : IRow;

/// <summary>kind "offer", id = offer id. Who and the open cases obey the rule of the unverified citizen.</summary>
public sealed record OfferRow(string Id, string ContactId, string Medium, string Channel, string QueueName, string Priority, string Who, string Why, DateTimeOffset WaitingSince, DateTimeOffset Until, double TimeoutSeconds, int OpenCases, bool Danger) : IRow;

/// <summary>kind "contact", id = contact id: one of my contacts in the left column.</summary>
/// <param name="State">ringing, talking, held, consulting, conversation, wrapUp, dialling.</param>
public sealed record MyContactRow(string Id, string Medium, string Channel, string State, string Who, string QueueName, string Priority, DateTimeOffset Since, int Unread, DateTimeOffset? WindowUntil, string? CitizenId, bool Confidential, string? TransferTo, DateTimeOffset? WrapUpUntil) : IRow;

/// <summary>kind "task": a promise to call back.</summary>
public sealed record TaskRow(string Id, string CitizenId, string Who, DateTimeOffset Due, bool Overdue, string? Note, string? ContactId, string? Owner) : IRow;

// topic contact:{contact} (the middle column; the agent who has it, and supervisors of its desk)

/// <summary>kind "contact", id = contact id.</summary>
public sealed record ContactRow(string Id, string Medium, string Channel, string State, string? AgentId, string QueueName, string Line, string Priority, DateTimeOffset ArrivedAt, DateTimeOffset? ConnectedAt, DateTimeOffset? EndedAt, string? Outcome, string? Category, string Capacity, string? Incident, bool Verified, bool CanWriteFreely, DateTimeOffset? WindowUntil, string? Note, string? TransferNote, string? TransferTo, string? CitizenId, string[] CaseIds, bool Confidential, bool Recording, SubjectRow[] Subjects) : IRow;

/// <summary>Whom the caller speaks for (a neighbour, a mother), in the order they were named.</summary>
public sealed record SubjectRow(string? Name, string? Note);

/// <summary>kind "message".</summary>
public sealed record MessageRow(string Id, string Direction, string Text, DateTimeOffset At, string? Status, string? StatusReason, string? By, string? Template) : IRow;

// topic card:{contact} (the right column: the citizen as this contact may see them)

/// <summary>kind "citizen". Unverified: initials for Name, no identity, no number.</summary>
public sealed record CitizenRow(string Id, string Name, bool Verified, string? IdentityMasked, string? Phone, string? Language, string[] PriorityGroups, string? SafeContactWords, string[] VerificationQuestions, int ContactCount, DateTimeOffset? LastContactAt, SafeContactRow? SafeContact = null) : IRow;

/// <summary>The settings behind <c>SafeContactWords</c>, so that a form changes one of them without losing the others; null while unverified.</summary>
/// <param name="From">Local hour "HH:mm"; null together with <paramref name="Until"/>.</param>
public sealed record SafeContactRow(string? From, string? Until, string[] Channels, bool NeverCall, bool TextOnly, bool NoOutreach, string? Language);

/// <summary>kind "case": an open or recent case of the citizen; never a confidential one.</summary>
public sealed record CardCaseRow(string Id, string Number, string ServiceName, string Status, string StatusWords, string? UnitName, DateTimeOffset OpenedAt, DateTimeOffset? Deadline, string? DeadlineSource, bool Overdue) : IRow;

/// <summary>kind "timeline".</summary>
public sealed record TimelineRow(string Id, string Kind, string Words, DateTimeOffset At, string? CaseId, string? ContactId) : IRow;

// topic unit:{unit} (inbox) and case:{case}

/// <summary>kind "inbox", id = case id.</summary>
public sealed record InboxRow(string Id, string Number, string ServiceName, string Priority, string Status, string StatusWords, DateTimeOffset ReceivedAt, DateTimeOffset AcceptBy, DateTimeOffset CloseBy, string CloseBySource, bool Approximate, bool AcceptanceOverdue, bool Overdue, bool Confidential, string? AcceptedBy, int Reminders) : IRow;

/// <summary>kind "case", id = case id, in full.</summary>
public sealed record CaseRow(string Id, string Number, string? Service, string ServiceName, string Description, string? Place, string Priority, string Status, string StatusWords, string? UnitId, string? UnitName, DateTimeOffset OpenedAt, string OpenedBy, DateTimeOffset? Deadline, string? DeadlineSource, string? DeadlineWords, bool Approximate, bool Confidential, PartyRow[] Parties, string[] Documents, string? Resolution, string? Answer, int Reminders, string? SenderReference) : IRow;

public sealed record PartyRow(string Role, string Capacity, string? CitizenId, string? Name, string? Phone);

/// <summary>kind "entry": the case's history and its notices to the citizen.</summary>
public sealed record CaseEntryRow(string Id, string Kind, string Words, string? Text, DateTimeOffset At, string Who) : IRow;

// topic directory

/// <summary>kind "directory".</summary>
/// <param name="Target">agent:…, queue:…, extension:… or outside:…; what one key transfers to.</param>
public sealed record DirectoryRow(string Id, string Kind, string Name, string? Target, string? Dial, string? Hours, string? Note, string? Presence) : IRow;
