using System.Xml.Linq;
using Xunit;

namespace Santral.Architecture.Tests;

/// <summary>Who may know whom. The table is the architecture; a project that is not in it may know nobody.</summary>
public sealed class DependencyWallTests
{
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Packs"] = ["Domain"],
        ["Engine"] = ["Domain"],
        ["Journal"] = ["Engine"],
        ["Embedded"] = ["Engine"],
        ["Grains"] = ["Engine"],
        ["Simulation"] = ["Engine"],
        ["Views"] = ["Engine"],
        ["Telephony"] = ["Engine", "Views"],
        ["Messaging"] = ["Engine", "Views"],
        ["AgentConsole"] = ["Engine", "Views"],
        ["Silo"] = ["Embedded", "Grains", "Journal", "Packs", "Telephony", "Messaging", "AgentConsole", "Views", "Engine", "Domain", "Simulation"],
    };

    public static TheoryData<string> Projects => [.. SourceTree.Projects("src").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_wall_allows(string project)
    {
        Assert.True(MayReference.TryGetValue(project, out var allowed), $"src/{project} is not in the table of walls; add it with what it may know.");
        var references = References(project);
        var forbidden = references.Except(allowed!).ToArray();
        Assert.True(forbidden.Length == 0, $"src/{project} may know {string.Join(", ", allowed!)} but references {string.Join(", ", forbidden)}.");
    }

    [Fact]
    public void The_domain_references_no_package()
    {
        var project = XDocument.Load(Path.Combine(SourceTree.Root, "src/Domain/Domain.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
    }

    [Fact]
    public void Orleans_is_known_only_to_Grains_and_Silo()
    {
        var strangers = SourceTree.CSharp("src")
            .Where(file => !file.Path.StartsWith("src/Grains/", StringComparison.Ordinal) && !file.Path.StartsWith("src/Silo/", StringComparison.Ordinal))
            .Where(file => file.Code().Any(line => line.Text.StartsWith("using Orleans", StringComparison.Ordinal)))
            .Select(file => file.Path);
        Assert.Empty(strangers);
    }

    [Fact]
    public void Adapters_never_name_a_host()
    {
        string[] adapters = ["src/Telephony", "src/Messaging", "src/AgentConsole", "src/Views"];
        var strangers = adapters.SelectMany(SourceTree.CSharp)
            .Where(file => file.Code().Any(line => line.Text.Contains("Santral.Embedded", StringComparison.Ordinal) || line.Text.Contains("Santral.Grains", StringComparison.Ordinal)))
            .Select(file => file.Path);
        Assert.Empty(strangers);
    }

    private static string[] References(string project) =>
        [.. XDocument.Load(Path.Combine(SourceTree.Root, "src", project, $"{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];
}
