using Santral.Silo.Composition;

namespace Santral.Silo.Demo;

/// <summary>
/// Invented citizens and real ones never share a folder: a demo marks the folder it begins, takes no other, and a folder so
/// marked is taken by nothing but a demo.
/// </summary>
internal static class DemoFolder
{
    /// <summary>The marker file's name.</summary>
    public const string Marker = "GOSTERIM-VERISI.txt";

    private const string Words =
        "Bu klasör yalnızca gösterim (demo) verisi içerir: bütün kişiler, numaralar ve başvurular uydurmadır.\n"
        + "This folder holds demo data only; `santral run --demo` made it, and it may be deleted at any time.\n";

    /// <summary>Makes the folder where there is none.</summary>
    /// <exception cref="UsageException">The folder belongs to the other kind of run; nothing in it was touched.</exception>
    public static void Claim(string folder, bool demo)
    {
        var marker = Path.Combine(folder, Marker);
        if (!demo && File.Exists(marker))
        {
            throw new UsageException($"'{folder}' holds demo data. Run with --demo, or name another folder with --data.");
        }

        if (demo && !File.Exists(marker))
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new UsageException($"'{folder}' was not made by a demo and may hold real data. Name an empty folder with --data, or run without --demo.");
            }

            Directory.CreateDirectory(folder);
            File.WriteAllText(marker, Words);
        }

        Directory.CreateDirectory(folder);
    }
}
