namespace Santral.Silo.Composition;

/// <summary>What the words after <c>run</c> decide. Everything else is configuration.</summary>
/// <param name="Data">The data folder; a demo has one of its own, so that invented citizens never meet real ones.</param>
/// <param name="Pack">The pack's folder.</param>
/// <param name="Engine">embedded or orleans.</param>
public sealed record SiloSettings(string Data, string Urls, string Pack, string Engine, bool Demo)
{
    public const string DefaultUrls = "http://localhost:5153";
    public const string DefaultPack = "ibb";

    private static readonly HashSet<string> Named = ["--data", "--urls", "--pack", "--engine"];
    private static readonly HashSet<string> Flags = ["--demo"];

    /// <exception cref="UsageException">A word is unknown, or names what does not exist.</exception>
    public static SiloSettings Parse(IReadOnlyList<string> words)
    {
        var said = new Words(words, Named, Flags);
        var demo = said.Has("--demo");
        var engine = said["--engine"] ?? Environment.GetEnvironmentVariable("Engine") ?? "embedded";
        if (engine is not ("embedded" or "orleans"))
        {
            throw new UsageException($"--engine knows embedded and orleans, not '{engine}'.");
        }

        return new(
            Path.GetFullPath(said["--data"] ?? (demo ? "data-demo" : "data")),
            said["--urls"] ?? DefaultUrls,
            PackFolder(said["--pack"] ?? Environment.GetEnvironmentVariable("Pack") ?? DefaultPack),
            engine,
            demo);
    }

    /// <summary>A folder as given, or a shipped pack by its name.</summary>
    public static string PackFolder(string pack)
    {
        string[] candidates = [pack, Path.Combine(AppContext.BaseDirectory, "packs", pack)];
        return candidates.FirstOrDefault(Directory.Exists) ?? throw new UsageException($"There is no pack '{pack}': name a folder, or one of ibb, izmir, izmit.");
    }
}
