using System.Collections.Immutable;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.Packs;

/// <summary>From the written form to the domain's value. The file has been checked, so nothing here can fail.</summary>
internal static class PackMapper
{
    internal static Pack ToPack(PackFile file, string hash) => new()
    {
        Id = file.Id!,
        Hash = hash,
        Name = file.Name!,
        Zone = Zone(file.Zone),
        Limits = Limits(file.Limits ?? new()),
        Calendar = Calendar(file.Calendar),
        Queues = [.. (file.Queues ?? []).Select(Queue)],
        Lines = [.. (file.Lines ?? []).Select(Line)],
        Units = [.. (file.Units ?? []).Select(Unit)],
        Services = [.. (file.Services ?? []).Select(Service)],
        Templates = [.. (file.Templates ?? []).Select(t => new TemplateSpec(t.Id, t.ProviderName, t.Language, t.Body))],
        Directory = [.. (file.Directory ?? []).Select(d => new DirectoryEntry(d.Id, Word(d.Kind), d.Name, d.Dial, d.Hours, d.Note))],
        Forms = [.. (file.Forms ?? []).Select(Form)],
        Notes = [.. file.Notes ?? []],
        VerificationQuestions = [.. file.VerificationQuestions ?? []],
        BreakReasons = [.. file.BreakReasons ?? []],
        Holidays = (file.Holidays ?? []).ToImmutableSortedDictionary(h => h.Date, h => h.From),
        Texts = (file.Texts ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    private static ZoneRules Zone(ZoneFile? zone) => zone is null
        ? ZoneRules.Turkiye
        : new(zone.InitialOffset, [.. zone.Transitions.OrderBy(t => t.At).Select(t => new ZoneTransition(t.At, t.Offset))]);

    private static RoutingLimits Limits(LimitsFile own)
    {
        var usual = new RoutingLimits();
        return new()
        {
            OfferTimeout = own.OfferTimeout ?? usual.OfferTimeout,
            AgentLegTimeout = own.AgentLegTimeout ?? usual.AgentLegTimeout,
            TransferTimeout = own.TransferTimeout ?? usual.TransferTimeout,
            OutboundTimeout = own.OutboundTimeout ?? usual.OutboundTimeout,
            SilenceAfter = own.SilenceAfter ?? usual.SilenceAfter,
            PositionEvery = own.PositionEvery ?? usual.PositionEvery,
            RegainPlaceWithin = own.RegainPlaceWithin ?? usual.RegainPlaceWithin,
            WrapUpTimeout = own.WrapUpTimeout ?? usual.WrapUpTimeout,
            ConversationIdle = own.ConversationIdle ?? usual.ConversationIdle,
            WhatsAppWindow = own.WhatsAppWindow ?? usual.WhatsAppWindow,
            ConversationsPerAgent = own.ConversationsPerAgent ?? usual.ConversationsPerAgent,
            WaitingPerDesk = own.WaitingPerDesk ?? usual.WaitingPerDesk,
            AgentsPerDesk = own.AgentsPerDesk ?? usual.AgentsPerDesk,
            HeadStartP1 = own.HeadStartP1 ?? usual.HeadStartP1,
            HeadStartP2 = own.HeadStartP2 ?? usual.HeadStartP2,
            HeadStartP3 = own.HeadStartP3 ?? usual.HeadStartP3,
            HeadStartP4 = own.HeadStartP4 ?? usual.HeadStartP4,
        };
    }

    private static CalendarRules Calendar(CalendarFile? own) => own is null
        ? CalendarRules.Default
        : new() { HalfDaysCount = own.HalfDaysCount, StartDayExcluded = own.StartDayExcluded, Office = Hours(own.Office) };

    private static QueueSpec Queue(QueueFile q) =>
        new(new(q.Id), q.Name, new(q.Desk), [.. q.Skills], q.Priority, q.ServiceLevelTarget, q.Triage) { Confidential = q.Confidential };

    private static LineSpec Line(LineFile l) => new()
    {
        Number = l.Number,
        Name = l.Name,
        Channel = l.Channel,
        Desk = new(l.Desk),
        DefaultQueue = new(l.DefaultQueue),
        UrgentQueue = new(l.UrgentQueue),
        Menu = l.Menu.ToImmutableSortedDictionary(m => m.Key, m => new QueueId(m.Value), StringComparer.Ordinal),
        Hours = Hours(l.Hours),
        Recording = l.Recording,
        Confidential = l.Confidential,
        Source = l.Source,
    };

    private static ImmutableSortedDictionary<DayOfWeek, HoursSpec> Hours(SortedDictionary<DayOfWeek, HoursFile> hours) =>
        hours.ToImmutableSortedDictionary(h => h.Key, h => new HoursSpec(h.Value.Opens, h.Value.Closes));

    private static UnitSpec Unit(UnitFile u) =>
        new(new(u.Id), u.Name, [.. u.Topics], new(u.Targets.AcceptBusinessHours, u.Targets.FirstActionBusinessDays, u.Targets.CloseBusinessDays), u.Extension, u.Email);

    private static ServiceSpec Service(ServiceFile s) => new(
        s.Id, s.Name, s.Unit is { } unit ? new UnitId(unit) : null, s.Period is { } p ? new(p.Days, p.BusinessDays, p.Source, p.Approximate, p.Words) : null,
        s.Confidential, [.. s.Documents.Select(d => d.Name)], s.Priority, s.Eligibility)
    {
        Queue = s.Queue is { } queue ? new QueueId(queue) : null,
        Facts = new(
            s.Row, s.InstitutionCode, s.FileCode, [.. s.Channels], [.. s.Documents.Select(d => new DocumentSpec(d.Name, Word(d.Need), d.When, d.Explicit))], [.. s.OnlineService],
            s.Recurrence, s.Duration, s.Volume is { } v ? new(v.Value, v.Unit, v.Scope, v.SecondValue, v.SecondUnit) : null, s.HealthOrDisabilityData, s.Note),
    };

    private static FormSpec Form(FormFile f) =>
        new(f.Id, f.Name, [.. f.Groups.Select(g => new FormGroup(g.Id, g.Title, [.. g.Options.Select(o => new FormOption(o.Code, o.Label, o.Points))]))]);

    private static string Word(DocumentNeed need) => need switch
    {
        DocumentNeed.Required => "required",
        DocumentNeed.Conditional => "conditional",
        DocumentNeed.IfAny => "ifAny",
    };

    private static string Word(DirectoryKind kind) => kind switch
    {
        DirectoryKind.Person => "person",
        DirectoryKind.Unit => "unit",
        DirectoryKind.Outside => "outside",
    };
}
