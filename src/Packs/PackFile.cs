using System.ComponentModel;
using Santral.Domain.Contacts;

namespace Santral.Packs;

/// <summary>
/// A pack as it is written: every <c>*.json</c> of the folder holds some of these members, each member once. The loader
/// turns it into <see cref="Domain.Packs.Pack"/>; the names here are the published format (<c>packs/schema.json</c>).
/// </summary>
internal sealed record PackFile
{
    [Description("Short name of the pack: lower-case ASCII letters, digits and hyphens.")]
    public string? Id { get; init; }

    [Description("The municipality's name as people read it.")]
    public string? Name { get; init; }

    [Description("Version of this format; 1 is the only one.")]
    public int? Format { get; init; }

    [Description("A folder whose texts, holidays, break reasons, verification questions and templates apply where this pack gives none of its own.")]
    public string? Extends { get; init; }

    [Description("What a reader must know of the pack: gaps of the source and how they were bridged.")]
    public string[]? Notes { get; init; }
    public ZoneFile? Zone { get; init; }
    public LimitsFile? Limits { get; init; }
    public CalendarFile? Calendar { get; init; }
    public QueueFile[]? Queues { get; init; }
    public LineFile[]? Lines { get; init; }
    public ChannelFile[]? Channels { get; init; }
    public UnitFile[]? Units { get; init; }
    public ServiceFile[]? Services { get; init; }
    public TemplateFile[]? Templates { get; init; }
    public DirectoryFile[]? Directory { get; init; }
    public string[]? VerificationQuestions { get; init; }
    public string[]? BreakReasons { get; init; }
    public FormFile[]? Forms { get; init; }
    public HolidayFile[]? Holidays { get; init; }

    [Description("Every label and sentence by key.")]
    public SortedDictionary<string, string>? Texts { get; init; }
}

internal sealed record ZoneFile(TimeSpan InitialOffset, ZoneTransitionFile[] Transitions);

internal sealed record ZoneTransitionFile(DateTimeOffset At, TimeSpan Offset);

/// <summary>Times and bounds; a missing one keeps the product's default. Durations are written as 500ms, 20s, 5m, 24h.</summary>
internal sealed record LimitsFile
{
    public TimeSpan? OfferTimeout { get; init; }
    public TimeSpan? AgentLegTimeout { get; init; }
    public TimeSpan? TransferTimeout { get; init; }
    public TimeSpan? OutboundTimeout { get; init; }
    public TimeSpan? SilenceAfter { get; init; }
    public TimeSpan? PositionEvery { get; init; }
    public TimeSpan? RegainPlaceWithin { get; init; }
    public TimeSpan? WrapUpTimeout { get; init; }
    public TimeSpan? ConversationIdle { get; init; }
    public TimeSpan? WhatsAppWindow { get; init; }
    public int? ConversationsPerAgent { get; init; }
    public int? WaitingPerDesk { get; init; }
    public int? AgentsPerDesk { get; init; }
    public TimeSpan? HeadStartP1 { get; init; }
    public TimeSpan? HeadStartP2 { get; init; }
    public TimeSpan? HeadStartP3 { get; init; }
    public TimeSpan? HeadStartP4 { get; init; }
}

internal sealed record CalendarFile(bool HalfDaysCount, bool StartDayExcluded, SortedDictionary<DayOfWeek, HoursFile> Office, string Source);

internal sealed record HoursFile(TimeOnly Opens, TimeOnly Closes);

/// <param name="From">The local hour from which the day is free; null is the whole day.</param>
internal sealed record HolidayFile(DateOnly Date, string Name, string Source, TimeOnly? From = null);

internal sealed record QueueFile(
    string Id, string Name, string Desk, string[] Skills, Priority Priority, TimeSpan ServiceLevelTarget, string Source, bool Triage = false, bool Confidential = false, string? Note = null);

internal sealed record LineFile
{
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required Channel Channel { get; init; }
    public required string Desk { get; init; }
    public required string DefaultQueue { get; init; }
    public required string UrgentQueue { get; init; }
    public SortedDictionary<string, string> Menu { get; init; } = [];

    [Description("Local opening hours by weekday; a missing weekday is closed; no weekday at all is always open.")]
    public SortedDictionary<DayOfWeek, HoursFile> Hours { get; init; } = [];
    public bool Recording { get; init; } = true;
    public bool Confidential { get; init; }
    public required string Source { get; init; }
    public string? Note { get; init; }
}

/// <summary>An intake channel as the source names it; the check warns of every one without a number or address.</summary>
internal sealed record ChannelFile(string Id, string Name, string Source, string? Address = null, string? Note = null);

internal sealed record UnitFile(string Id, string Name, string[] Topics, TargetsFile Targets, string Source, string? Kind = null, string? Extension = null, string? Email = null, string? Note = null);

internal sealed record TargetsFile(int AcceptBusinessHours, int FirstActionBusinessDays, int CloseBusinessDays, string Source);

internal sealed record PeriodFile(int Days, bool BusinessDays, string Source, bool Approximate, string Words);

internal sealed record ServiceFile
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public string? Unit { get; init; }
    public string? Queue { get; init; }
    public PeriodFile? Period { get; init; }
    public bool Confidential { get; init; }
    public Priority Priority { get; init; } = Priority.P4;
    public string? Eligibility { get; init; }
    public DocumentFile[] Documents { get; init; } = [];
    public string? Row { get; init; }
    public string? InstitutionCode { get; init; }
    public string? FileCode { get; init; }
    public string[] Channels { get; init; } = [];
    public string[] OnlineService { get; init; } = [];
    public string? Recurrence { get; init; }
    public string? Duration { get; init; }
    public VolumeFile? Volume { get; init; }
    public bool HealthOrDisabilityData { get; init; }
    public string? Note { get; init; }
    public required string Source { get; init; }
}

internal sealed record DocumentFile(string Name, DocumentNeed Need, string? When = null, bool Explicit = false);

internal enum DocumentNeed
{
    Required,
    Conditional,
    IfAny,
}

internal sealed record VolumeFile(int Value, string Unit, string? Scope = null, int? SecondValue = null, string? SecondUnit = null);

/// <summary>A scoring form; one option is chosen in each group.</summary>
internal sealed record FormFile(string Id, string Name, string Source, FormGroupFile[] Groups, string? Note = null);

internal sealed record FormGroupFile(string Id, string Title, FormOptionFile[] Options);

internal sealed record FormOptionFile(string Code, string Label, int Points);

internal sealed record TemplateFile(string Id, string ProviderName, string Language, string Body);

internal sealed record DirectoryFile(string Id, DirectoryKind Kind, string Name, string Source, string? Dial = null, string? Hours = null, string? Note = null);

internal enum DirectoryKind
{
    Person,
    Unit,
    Outside,
}
