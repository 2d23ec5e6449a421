using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Packs;

/// <summary>
/// A municipality as an immutable value. Its content hash is stored with every record made under it;
/// what a later rule needs of it is written into the event, because <c>Evolve</c> never sees a pack.
/// </summary>
public sealed record Pack
{
    public required string Id { get; init; }

    /// <summary>SHA-256 (hex) of the pack's canonical content.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }
    public required ZoneRules Zone { get; init; }
    public required RoutingLimits Limits { get; init; }
    public ImmutableArray<QueueSpec> Queues { get; init; } = [];
    public ImmutableArray<LineSpec> Lines { get; init; } = [];
    public ImmutableArray<UnitSpec> Units { get; init; } = [];
    public ImmutableArray<ServiceSpec> Services { get; init; } = [];
    public ImmutableArray<TemplateSpec> Templates { get; init; } = [];
    public ImmutableArray<DirectoryEntry> Directory { get; init; } = [];

    public ImmutableArray<FormSpec> Forms { get; init; } = [];

    /// <summary>What a reader must know of this pack: gaps of its source and how they were bridged.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Asked before the card opens in full, in the pack's own words.</summary>
    public ImmutableArray<string> VerificationQuestions { get; init; } = [];

    /// <summary>Free days, and half days with the local hour at which the free part begins.</summary>
    public ImmutableSortedDictionary<DateOnly, TimeOnly?> Holidays { get; init; } = ImmutableSortedDictionary<DateOnly, TimeOnly?>.Empty;

    /// <summary>The switch's name of the trunk to the public network, as in <c>PJSIP/{number}@{trunk}</c>.</summary>
    public string OutsideTrunk { get; init; } = "disari";

    /// <summary>How days and hours are counted; the office hours are those of the units, not of the lines.</summary>
    public CalendarRules Calendar { get; init; } = CalendarRules.Default;

    /// <summary>Why an agent may be on a break, in the pack's own words.</summary>
    public ImmutableArray<string> BreakReasons { get; init; } = [];

    /// <summary>Every label and sentence shown or spoken to people, by key.</summary>
    public ImmutableSortedDictionary<string, string> Texts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public QueueSpec? Queue(QueueId id) => Queues.FirstOrDefault(q => q.Id == id);
    public LineSpec? Line(string number) => Lines.FirstOrDefault(l => l.Number == number);
    public UnitSpec? Unit(UnitId id) => Units.FirstOrDefault(u => u.Id == id);
    public ServiceSpec? Service(string? id) => id is null ? null : Services.FirstOrDefault(s => s.Id == id);

    /// <summary>The pool "Konusu belirlenecek": the checker demands exactly one, so no contact can fall beside it.</summary>
    public QueueSpec Triage => Queues.First(q => q.Triage);

    /// <summary>The queue that knows a service; an unknown service or one without a queue goes to triage.</summary>
    public QueueSpec QueueFor(string? service) => Service(service)?.Queue is { } id && Queue(id) is { } queue ? queue : Triage;

    /// <summary>A text of the pack; a key without a text reads as itself, which the pack's check forbids for every key in use.</summary>
    public string Text(string key) => Texts.GetValueOrDefault(key, key);
    public FormSpec? Form(string id) => Forms.FirstOrDefault(f => f.Id == id);
    public TemplateSpec? Template(string id) => Templates.FirstOrDefault(t => t.Id == id);
}

/// <param name="Desk">The desk that matches this queue's contacts.</param>
/// <param name="Skills">An agent must have all of them.</param>
/// <param name="Triage">True for the pool "Konusu belirlenecek" into which everything unmapped falls.</param>
public sealed record QueueSpec(QueueId Id, string Name, DeskId Desk, ImmutableArray<string> Skills, Priority Priority, TimeSpan ServiceLevelTarget, bool Triage = false)
{
    /// <summary>True for violence, shelter and child protection: its contacts are shown by an alias.</summary>
    public bool Confidential { get; init; }
}

/// <summary>A number that citizens dial or write to. Short codes (153, 444…) are kept as dialled, never given a country code.</summary>
public sealed record LineSpec
{
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required Channel Channel { get; init; }
    public required DeskId Desk { get; init; }

    /// <summary>Where a contact without a menu choice goes.</summary>
    public required QueueId DefaultQueue { get; init; }

    /// <summary>Where key 0 leads, at any moment and at any hour.</summary>
    public required QueueId UrgentQueue { get; init; }

    /// <summary>Menu key to queue.</summary>
    public ImmutableSortedDictionary<string, QueueId> Menu { get; init; } = ImmutableSortedDictionary<string, QueueId>.Empty;

    /// <summary>Local opening hours by day; a day that is missing is closed. Empty means always open.</summary>
    public ImmutableSortedDictionary<DayOfWeek, HoursSpec> Hours { get; init; } = ImmutableSortedDictionary<DayOfWeek, HoursSpec>.Empty;

    /// <summary>False for a confidential line: no recording, callback, SMS or survey.</summary>
    public bool Recording { get; init; } = true;
    public bool Confidential { get; init; }

    /// <summary>Where the number comes from: an article or row of the source, or <c>belediye ayarı</c>.</summary>
    public string Source { get; init; } = "belediye ayarı";
}

public sealed record HoursSpec(TimeOnly Opens, TimeOnly Closes);

public sealed record UnitSpec(UnitId Id, string Name, ImmutableArray<string> Topics, UnitTargets Targets, string? Extension = null, string? Email = null);

/// <summary>Internal targets in business days; editable, source always shown as "belediye ayarı".</summary>
public sealed record UnitTargets(int AcceptBusinessHours, int FirstActionBusinessDays, int CloseBusinessDays);

/// <summary>An answer period with its source: <c>law</c>, <c>text</c> (maybe approximate) or <c>setting</c>.</summary>
public sealed record AnswerPeriod(int Days, bool BusinessDays, string Source, bool Approximate, string Words);

public sealed record ServiceSpec(
    string Id, string Name, UnitId? Unit, AnswerPeriod? Period, bool Confidential, ImmutableArray<string> Documents, Priority Priority = Priority.P4, string? Eligibility = null)
{
    /// <summary>The queue whose agents know this service; null is triage.</summary>
    public QueueId? Queue { get; init; }

    /// <summary>Its facts as the source prints them, for agents and reports; no rule reads them.</summary>
    public ServiceFacts Facts { get; init; } = ServiceFacts.None;
}

/// <summary>An approved message: <paramref name="Body"/> holds {{1}}, {{2}}… ({{1}} is the case number where there is a case) and <paramref name="ProviderName"/> is its name at the provider.</summary>
public sealed record TemplateSpec(string Id, string ProviderName, string Language, string Body);

/// <summary>One line of the directory (rehber): a person, unit or outside institution that a call can be transferred to.</summary>
/// <param name="Kind">person, unit, outside.</param>
/// <param name="Dial">An extension or a number as dialled; null when the source prints none.</param>
public sealed record DirectoryEntry(string Id, string Kind, string Name, string? Dial, string? Hours, string? Note);
