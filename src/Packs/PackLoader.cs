using System.Text.Json;
using System.Text.Json.Nodes;
using Santral.Domain.Packs;

namespace Santral.Packs;

/// <summary>Reads a pack's folder. Errors are collected, so that one run names them all.</summary>
public static class PackLoader
{
    /// <summary>An editor's pointer to the schema is no part of the pack.</summary>
    private const string SchemaPointer = "$.$schema";

    /// <summary>The pack, or every reason why it is none.</summary>
    /// <exception cref="PackInvalidException">The folder is missing, or its content breaks the format or its own references.</exception>
    public static Pack Load(string directory)
    {
        var (pack, problems) = TryLoad(directory);
        return pack ?? throw new PackInvalidException(directory, problems);
    }

    /// <summary>The pack is null when any problem is an error; warnings stand beside a usable pack.</summary>
    public static (Pack? Pack, IReadOnlyList<PackProblem> Problems) TryLoad(string directory)
    {
        var problems = new List<PackProblem>();
        if (Read(directory, problems) is not { } file)
        {
            return (null, problems);
        }

        problems.AddRange(PackChecker.Check(file));
        return problems.Exists(p => p.Severity == PackSeverity.Error) ? (null, problems) : (PackMapper.ToPack(file, CanonicalJson.Hash(file)), problems);
    }

    internal static PackFile? Read(string directory, List<PackProblem> problems)
    {
        var errorsBefore = problems.Count;
        var file = ReadFolder(directory, problems);
        if (file?.Extends is { } parent)
        {
            var common = ReadFolder(Path.Combine(directory, parent), problems);
            file = common is null ? file : Merge(file, common);
        }

        return problems.Count > errorsBefore ? null : file;
    }

    private static PackFile? ReadFolder(string directory, List<PackProblem> problems)
    {
        var paths = Directory.Exists(directory) ? Directory.GetFiles(directory, "*.json").Order(StringComparer.Ordinal).ToArray() : [];
        if (paths.Length == 0)
        {
            problems.Add(new(PackSeverity.Error, directory, "the folder is missing or holds no *.json file"));
            return null;
        }

        var whole = new JsonObject();
        foreach (var path in paths)
        {
            Gather(path, whole, problems);
        }

        try
        {
            return whole.Deserialize<PackFile>(PackJson.Reading);
        }
        catch (JsonException e)
        {
            problems.Add(new(PackSeverity.Error, $"{directory}: {e.Path}", e.Message));
            return null;
        }
    }

    /// <summary>Each file holds some members of the pack; a member in two files would hide one of them.</summary>
    private static void Gather(string path, JsonObject whole, List<PackProblem> problems)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), PackJson.Document);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problems.Add(new(PackSeverity.Error, name, "the file must hold one JSON object"));
                return;
            }

            foreach (var (where, message) in StrictMembers.Check(document.RootElement, typeof(PackFile), "$").Where(m => m.Path != SchemaPointer))
            {
                problems.Add(new(PackSeverity.Error, $"{name}: {where}", message));
            }

            foreach (var member in document.RootElement.EnumerateObject().Where(m => $"$.{m.Name}" != SchemaPointer))
            {
                if (!whole.TryAdd(member.Name, JsonNode.Parse(member.Value.GetRawText())))
                {
                    problems.Add(new(PackSeverity.Error, $"{name}: $.{member.Name}", "another file of this folder has this member too"));
                }
            }
        }
        catch (JsonException e)
        {
            problems.Add(new(PackSeverity.Error, name, e.Message));
        }
    }

    /// <summary>The pack's own texts and holidays stand beside the common ones and win; its own lists replace the common ones.</summary>
    private static PackFile Merge(PackFile own, PackFile common)
    {
        var texts = new SortedDictionary<string, string>(common.Texts ?? [], StringComparer.Ordinal);
        foreach (var (key, text) in own.Texts ?? [])
        {
            texts[key] = text;
        }

        return own with
        {
            Extends = null,
            Texts = texts,
            Holidays = [.. (own.Holidays ?? []).Concat(common.Holidays ?? []).DistinctBy(h => h.Date).OrderBy(h => h.Date)],
            Templates = [.. (own.Templates ?? []).Concat(common.Templates ?? []).DistinctBy(t => t.Id).OrderBy(t => t.Id, StringComparer.Ordinal)],
            Zone = own.Zone ?? common.Zone,
            Limits = own.Limits ?? common.Limits,
            Calendar = own.Calendar ?? common.Calendar,
            VerificationQuestions = own.VerificationQuestions ?? common.VerificationQuestions,
            BreakReasons = own.BreakReasons ?? common.BreakReasons,
        };
    }
}
