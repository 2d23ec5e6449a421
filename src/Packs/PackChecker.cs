using Santral.Domain.Contacts;

namespace Santral.Packs;

/// <summary>What a schema cannot say: references, names used twice, reachable queues, hours that make sense, confidentiality that holds.</summary>
internal static class PackChecker
{
    internal const int KnownFormat = 1;

    internal static IEnumerable<PackProblem> Check(PackFile pack) =>
    [
        .. Required(pack),
        .. Twice(pack),
        .. References.Check(pack),
        .. Queues(pack),
        .. Hours(pack),
        .. Confidentiality(pack),
        .. Forms(pack),
        .. TextKeys.Check(pack),
        .. Channels(pack),
    ];

    internal static PackProblem Error(string path, string message) => new(PackSeverity.Error, path, message);

    internal static PackProblem Warning(string path, string message) => new(PackSeverity.Warning, path, message);

    private static IEnumerable<PackProblem> Required(PackFile pack)
    {
        var missing = new (string Member, bool Missing)[]
        {
            ("id", string.IsNullOrEmpty(pack.Id)),
            ("name", string.IsNullOrEmpty(pack.Name)),
            ("queues", pack.Queues is not { Length: > 0 }),
            ("lines", pack.Lines is not { Length: > 0 }),
            ("units", pack.Units is not { Length: > 0 }),
            ("verificationQuestions", pack.VerificationQuestions is not { Length: > 0 }),
        };
        foreach (var (member, _) in missing.Where(m => m.Missing))
        {
            yield return Error($"$.{member}", "is required and must not be empty");
        }

        if (pack.Format != KnownFormat)
        {
            yield return Error("$.format", $"must be {KnownFormat}, the only format there is");
        }
    }

    private static IEnumerable<PackProblem> Twice(PackFile pack) =>
        new (string Member, IEnumerable<string> Ids)[]
        {
            ("queues", (pack.Queues ?? []).Select(q => q.Id)),
            ("lines", (pack.Lines ?? []).Select(l => l.Number)),
            ("channels", (pack.Channels ?? []).Select(c => c.Id)),
            ("units", (pack.Units ?? []).Select(u => u.Id)),
            ("services", (pack.Services ?? []).Select(s => s.Id)),
            ("templates", (pack.Templates ?? []).Select(t => t.Id)),
            ("directory", (pack.Directory ?? []).Select(d => d.Id)),
            ("holidays", (pack.Holidays ?? []).Select(h => $"{h.Date:yyyy-MM-dd}")),
            ("forms", (pack.Forms ?? []).Select(f => f.Id)),
        }.SelectMany(list => list.Ids.GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => Error($"$.{list.Member}", $"'{g.Key}' is there twice")));

    private static IEnumerable<PackProblem> Queues(PackFile pack)
    {
        var queues = pack.Queues ?? [];
        var triage = queues.Count(q => q.Triage);
        if (triage != 1)
        {
            yield return Error("$.queues", $"exactly one queue must be the triage pool, but {triage} are");
        }

        var reached = (pack.Lines ?? []).SelectMany(l => l.Menu.Values.Append(l.DefaultQueue).Append(l.UrgentQueue))
            .Concat((pack.Services ?? []).Select(s => s.Queue).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        foreach (var (queue, at) in queues.Select((q, i) => (q, i)).Where(q => !q.q.Triage && !reached.Contains(q.q.Id)))
        {
            yield return Error($"$.queues[{at}]", $"no line, menu key or service leads to '{queue.Id}'; name it there or remove it");
        }

        foreach (var (line, at) in (pack.Lines ?? []).Select((l, i) => (l, i)))
        {
            if (queues.FirstOrDefault(q => q.Id == line.UrgentQueue) is { Priority: not Priority.P1 } urgent)
            {
                yield return Warning($"$.lines[{at}].urgentQueue", $"key 0 leads to '{urgent.Id}', whose priority is not p1");
            }
        }
    }

    private static IEnumerable<PackProblem> Hours(PackFile pack)
    {
        var all = (pack.Lines ?? []).SelectMany((l, i) => l.Hours.Select(h => ($"$.lines[{i}].hours.{h.Key}", h.Value)))
            .Concat((pack.Calendar?.Office ?? []).Select(h => ($"$.calendar.office.{h.Key}", h.Value)));
        foreach (var (path, hours) in all.Where(h => h.Item2.Opens >= h.Item2.Closes))
        {
            yield return Error(path, $"opens at {hours.Opens:HH\\:mm} and closes at {hours.Closes:HH\\:mm}; hours over midnight are written as two days");
        }

        if (pack.Calendar is { Office.Count: 0 })
        {
            yield return Error("$.calendar.office", "without a working day no deadline can be counted");
        }
    }

    private static IEnumerable<PackProblem> Confidentiality(PackFile pack)
    {
        foreach (var (line, at) in (pack.Lines ?? []).Select((l, i) => (l, i)).Where(l => l.l is { Confidential: true, Recording: true }))
        {
            yield return Error($"$.lines[{at}].recording", $"the confidential line '{line.Number}' must not be recorded: write false");
        }

        foreach (var (service, at) in (pack.Services ?? []).Select((s, i) => (s, i)).Where(s => s.s.Confidential))
        {
            if (pack.Queues?.FirstOrDefault(q => q.Id == service.Queue) is not { Confidential: true })
            {
                yield return Error($"$.services[{at}].queue", $"the confidential service '{service.Id}' must lead to a confidential queue");
            }
        }
    }

    private static IEnumerable<PackProblem> Forms(PackFile pack) =>
        from form in (pack.Forms ?? []).Select((f, i) => (f, i))
        from @group in form.f.Groups.Select((g, i) => (g, i))
        where @group.g.Options.Length == 0 || @group.g.Options.DistinctBy(o => o.Code).Count() != @group.g.Options.Length
        select Error($"$.forms[{form.i}].groups[{@group.i}].options", "needs options, each with a letter of its own");

    private static IEnumerable<PackProblem> Channels(PackFile pack) =>
        (pack.Channels ?? []).Select((c, i) => (c, i)).Where(c => string.IsNullOrWhiteSpace(c.c.Address))
        .Select(c => Warning($"$.channels[{c.i}]", $"'{c.c.Name}' has no number or address; the source ({c.c.Source}) prints none"))
        .Concat((pack.Lines ?? []).Select((l, i) => (l, i)).Where(l => !l.l.Number.All(c => char.IsAsciiDigit(c) || c == '+'))
            .Select(l => Warning($"$.lines[{l.i}].number", $"'{l.l.Number}' is no public number but a local placeholder; set the municipality's own")));
}
