using System.Text.Json.Nodes;
using Santral.Packs;

namespace Santral.Adapters.Tests.Packs;

/// <summary>A copy of the test pack that a test may spoil; gone with the test.</summary>
internal sealed class PackFolder : IDisposable
{
    private readonly string root = System.IO.Directory.CreateTempSubdirectory("pack-").FullName;

    public PackFolder()
    {
        Copy(PackFiles.Tests("hizli"), Path);
        Copy(PackFiles.Real("ortak"), System.IO.Path.Combine(root, "packs", "ortak"));
    }

    /// <summary>Three folders deep, as in the repository, so that <c>extends</c> finds the common texts.</summary>
    public string Path => System.IO.Path.Combine(root, "tests", "packs", "hizli");

    public void Dispose() => System.IO.Directory.Delete(root, recursive: true);

    public PackFolder Edit(string file, Action<JsonNode> change)
    {
        var path = System.IO.Path.Combine(Path, file);
        var node = JsonNode.Parse(File.ReadAllText(path))!;
        change(node);
        File.WriteAllText(path, node.ToJsonString());
        return this;
    }

    public PackFolder Write(string file, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, file), text);
        return this;
    }

    public IReadOnlyList<PackProblem> Errors() => [.. PackLoader.TryLoad(Path).Problems.Where(p => p.Severity == PackSeverity.Error)];

    private static void Copy(string from, string to)
    {
        System.IO.Directory.CreateDirectory(to);
        foreach (var file in System.IO.Directory.GetFiles(from))
        {
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
        }
    }
}
