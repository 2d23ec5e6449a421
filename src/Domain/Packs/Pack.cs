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

    /// <summary>Asked before the card opens in full, in the pack's own words.</summary>
    public ImmutableArray<string> VerificationQuestions { get; init; } = [];

    /// <summary>Free days, and half days with the local hour at which the free part begins.</summary>
    public ImmutableSortedDictionary<DateOnly, TimeOnly?> Holidays { get; init; } = ImmutableSortedDictionary<DateOnly, TimeOnly?>.Empty;

    /// <summary>Every label and sentence shown or spoken to people, by key.</summary>
    public ImmutableSortedDictionary<string, string> Texts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public QueueSpec? Queue(QueueId id) => Queues.FirstOrDefault(q => q.Id == id);
    public LineSpec? Line(string number) => Lines.FirstOrDefault(l => l.Number == number);
    public UnitSpec? Unit(UnitId id) => Units.FirstOrDefault(u => u.Id == id);
    public ServiceSpec? Service(string? id) => id is null ? null : Services.FirstOrDefault(s => s.Id == id);
    public TemplateSpec? Template(string id) => Templates.FirstOrDefault(t => t.Id == id);
}

/// <param name="Desk">The desk that matches this queue's contacts.</param>
/// <param name="Skills">An agent must have all of them.</param>
/// <param name="Triage">True for the pool "Konusu belirlenecek" into which everything unmapped falls.</param>
public sealed record QueueSpec(QueueId Id, string Name, DeskId Desk, ImmutableArray<string> Skills, Priority Priority, TimeSpan ServiceLevelTarget, bool Triage = false);

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
}

public sealed record HoursSpec(TimeOnly Opens, TimeOnly Closes);

public sealed record UnitSpec(UnitId Id, string Name, ImmutableArray<string> Topics, UnitTargets Targets, string? Extension = null, string? Email = null);

/// <summary>Internal targets in business days; editable, source always shown as "belediye ayarı".</summary>
public sealed record UnitTargets(int AcceptBusinessHours, int FirstActionBusinessDays, int CloseBusinessDays);

/// <summary>An answer period with its source: <c>law</c>, <c>text</c> (maybe approximate) or <c>setting</c>.</summary>
public sealed record AnswerPeriod(int Days, bool BusinessDays, string Source, bool Approximate, string Words);

public sealed record ServiceSpec(
    string Id, string Name, UnitId? Unit, AnswerPeriod? Period, bool Confidential, ImmutableArray<string> Documents, Priority Priority = Priority.P4, string? Eligibility = null);

/// <summary>An approved message: <paramref name="Body"/> holds {{1}}, {{2}}… and <paramref name="ProviderName"/> is its name at the provider.</summary>
public sealed record TemplateSpec(string Id, string ProviderName, string Language, string Body);

/// <summary>One line of the directory (rehber): a person, unit or outside institution that a call can be transferred to.</summary>
/// <param name="Kind">person, unit, outside.</param>
/// <param name="Dial">An extension or a number as dialled; null when the source prints none.</param>
public sealed record DirectoryEntry(string Id, string Kind, string Name, string? Dial, string? Hours, string? Note);
