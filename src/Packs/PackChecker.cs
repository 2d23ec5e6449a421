namespace Santral.Packs;

/// <summary>What a schema cannot say: references, one triage pool, reachable queues, hours that make sense.</summary>
internal static class PackChecker
{
    internal static IEnumerable<PackProblem> Check(PackFile pack) =>
    [
        .. Required(pack),
        .. References(pack),
    ];

    private static IEnumerable<PackProblem> Required(PackFile pack)
    {
        var missing = new (string Member, bool Missing)[]
        {
            ("id", string.IsNullOrEmpty(pack.Id)),
            ("name", string.IsNullOrEmpty(pack.Name)),
            ("queues", pack.Queues is not { Length: > 0 }),
            ("lines", pack.Lines is not { Length: > 0 }),
            ("units", pack.Units is not { Length: > 0 }),
        };
        return missing.Where(m => m.Missing).Select(m => Error($"$.{m.Member}", "is required"));
    }

    private static IEnumerable<PackProblem> References(PackFile pack)
    {
        var queues = (pack.Queues ?? []).Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        var units = (pack.Units ?? []).Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (line, at) in (pack.Lines ?? []).Select((l, i) => (l, i)))
        {
            var named = line.Menu.Select(m => ($"menu.{m.Key}", m.Value)).Append(("defaultQueue", line.DefaultQueue)).Append(("urgentQueue", line.UrgentQueue));
            foreach (var (member, queue) in named.Where(n => !queues.Contains(n.Item2)))
            {
                yield return Unknown($"$.lines[{at}].{member}", "queue", queue, queues);
            }
        }

        foreach (var (service, at) in (pack.Services ?? []).Select((s, i) => (s, i)))
        {
            if (service.Unit is { } unit && !units.Contains(unit))
            {
                yield return Unknown($"$.services[{at}].unit", "unit", unit, units);
            }

            if (service.Queue is { } queue && !queues.Contains(queue))
            {
                yield return Unknown($"$.services[{at}].queue", "queue", queue, queues);
            }
        }

        var triage = (pack.Queues ?? []).Count(q => q.Triage);
        if (triage != 1)
        {
            yield return Error("$.queues", $"exactly one queue must be the triage pool, but {triage} are");
        }
    }

    private static PackProblem Error(string path, string message) => new(PackSeverity.Error, path, message);

    private static PackProblem Unknown(string path, string what, string name, IEnumerable<string> known) =>
        Error(path, $"no {what} is called '{name}'; did you mean '{Nearest.Of(name, known)}'?");
}
