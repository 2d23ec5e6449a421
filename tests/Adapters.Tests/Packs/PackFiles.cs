namespace Santral.Adapters.Tests.Packs;

/// <summary>Where the repository's packs are, found upwards from the test's own folder.</summary>
internal static class PackFiles
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    internal static string Real(string id) => Path.Combine(Root, "packs", id);

    internal static string Tests(string id) => Path.Combine(Root, "tests", "packs", id);

    /// <summary>The tests' own copy of what the sources print.</summary>
    internal static string Fact(string file) => Path.Combine(Root, "tests", "Adapters.Tests", "Packs", "Facts", file);

    private static string Find(string directory) =>
        File.Exists(Path.Combine(directory, "ContactCentre.sln"))
            ? directory
            : Find(Path.GetDirectoryName(directory) ?? throw new DirectoryNotFoundException("The tests run outside the repository."));
}
