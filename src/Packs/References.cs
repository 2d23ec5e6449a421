namespace Santral.Packs;

/// <summary>Every name that points at a queue, unit or folder's line must point at one that exists; a wrong one is told the nearest.</summary>
internal static class References
{
    internal static IEnumerable<PackProblem> Check(PackFile pack)
    {
        var queues = (pack.Queues ?? []).Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        var units = (pack.Units ?? []).Select(u => u.Id).ToHashSet(StringComparer.Ordinal);
        var named = (pack.Lines ?? []).SelectMany((line, at) => line.Menu
                .Select(m => (Path: $"$.lines[{at}].menu.{m.Key}", What: "queue", Name: (string?)m.Value))
                .Append(($"$.lines[{at}].defaultQueue", "queue", line.DefaultQueue))
                .Append(($"$.lines[{at}].urgentQueue", "queue", line.UrgentQueue)))
            .Concat((pack.Services ?? []).SelectMany((service, at) => new (string, string, string?)[]
            {
                ($"$.services[{at}].unit", "unit", service.Unit),
                ($"$.services[{at}].queue", "queue", service.Queue),
            }));
        foreach (var (path, what, name) in named)
        {
            var known = what == "queue" ? queues : units;
            if (name is not null && !known.Contains(name))
            {
                yield return PackChecker.Error(path, $"no {what} is called '{name}'; did you mean '{Nearest.Of(name, known)}'?");
            }
        }

        foreach (var (line, at) in (pack.Lines ?? []).Select((l, i) => (l, i)))
        {
            foreach (var key in line.Menu.Keys.Where(k => k is not [(>= '1' and <= '8') or '*' or '#']))
            {
                yield return PackChecker.Error($"$.lines[{at}].menu.{key}", "a menu key is one of 1 to 8, * and #; 0 is always the urgent queue and 9 the callback");
            }
        }
    }
}
