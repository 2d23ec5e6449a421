namespace Santral.EndToEnd.Harness;

/// <summary>The checkout under test and where its tests leave what a person may want to look at.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>The application as <c>./santral</c> publishes it.</summary>
    public static string App => Environment.GetEnvironmentVariable("SANTRAL_APP") ?? Path.Combine(Root, ".run", "app");

    public static string Screenshots => Folder(Path.Combine(Root, ".run", "test", "screenshots"));

    public static string Logs => Folder(Path.Combine(Root, ".run", "test", "logs"));

    /// <summary>What the run prints for its reader; the runner itself shows nothing of a test that passes.</summary>
    public static string ShownLines => Path.Combine(Folder(Path.Combine(Root, ".run", "test")), "show.log");

    public static string FastPack => Path.Combine(Root, "tests", "packs", "hizli");

    /// <summary>A folder of the test's own, gone with it.</summary>
    public static string NewFolder(string name) => Directory.CreateTempSubdirectory($"santral-{name}-").FullName;

    private static string Folder(string path) => Directory.CreateDirectory(path).FullName;

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
