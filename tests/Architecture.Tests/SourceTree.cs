namespace Santral.Architecture.Tests;

/// <summary>The checkout the tests were built from, as text.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static IEnumerable<SourceFile> CSharp(string under) =>
        Directory.EnumerateFiles(Path.Combine(Root, under), "*.cs", SearchOption.AllDirectories)
            .Where(path => !IsGenerated(path))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path), File.ReadAllLines(path)));

    public static IEnumerable<string> Projects(string under) =>
        Directory.EnumerateFiles(Path.Combine(Root, under), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static bool IsGenerated(string path)
    {
        var parts = path.Split(Path.DirectorySeparatorChar);
        return parts.Contains("obj") || parts.Contains("bin") || parts.Contains("node_modules") || parts.Contains("wwwroot");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ContactCentre.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside a checkout.");
    }
}

internal sealed record SourceFile(string Path, string[] Lines)
{
    /// <summary>Lines of code with their numbers, without comments.</summary>
    public IEnumerable<(int Number, string Text)> Code() =>
        Lines.Select((text, i) => (Number: i + 1, Text: text.Trim()))
            .Where(line => !line.Text.StartsWith("//", StringComparison.Ordinal));
}
