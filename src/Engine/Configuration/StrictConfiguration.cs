using Microsoft.Extensions.Configuration;

namespace Santral.Engine.Configuration;

/// <summary>The start is refused because of what the configuration says. The message is for the person who wrote it.</summary>
public sealed class ConfigurationRefusedException(string message) : Exception(message);

/// <summary>
/// A misspelt key is silently ignored by the framework, so a centre would run without its provider or its journal and
/// nobody would know. Here an unknown key stops the start, and the message names the nearest known one.
/// </summary>
public static class StrictConfiguration
{
    /// <summary>A root section this close (in edits) to a known one is taken for a misspelling of it.</summary>
    private const int NearEdits = 2;

    /// <summary>Checks every key below a section.</summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <param name="section">Such as <c>Messaging</c>.</param>
    /// <param name="known">
    /// Paths below the section, such as <c>Twilio:AuthToken</c>; <c>*</c> stands for any one part, as in <c>Meta:Lines:*:Line</c>.
    /// </param>
    /// <exception cref="ConfigurationRefusedException">Some key is none of the known ones; the message lists all of them.</exception>
    public static void RefuseUnknownKeys(IConfiguration configuration, string section, params IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var complaints = new List<string>();
        Walk(configuration.GetSection(section), "", known, path => complaints.Add(
            $"Unknown configuration key '{section}:{path}'. Did you mean '{section}:{Nearest(path, known)}'?"));
        if (complaints.Count > 0)
        {
            throw new ConfigurationRefusedException(string.Join(Environment.NewLine, complaints));
        }
    }

    /// <summary>
    /// Refuses a root section that is nearly, but not quite, a known one. Other roots pass, because the environment is full of them.
    /// </summary>
    /// <exception cref="ConfigurationRefusedException">A root section looks like a misspelling.</exception>
    public static void RefuseMisspeltSections(IConfiguration configuration, params IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (var root in configuration.GetChildren().Where(child => child.GetChildren().Any()))
        {
            var nearest = Nearest(root.Key, known);
            if (!known.Contains(root.Key, StringComparer.OrdinalIgnoreCase) && EditDistance.Between(root.Key, nearest) <= NearEdits)
            {
                throw new ConfigurationRefusedException($"Unknown configuration section '{root.Key}'. Did you mean '{nearest}'?");
            }
        }
    }

    private static void Walk(IConfigurationSection at, string path, IReadOnlyCollection<string> known, Action<string> refuse)
    {
        foreach (var child in at.GetChildren())
        {
            var childPath = path.Length == 0 ? child.Key : $"{path}:{child.Key}";
            var leaf = !child.GetChildren().Any();
            if (leaf && !known.Any(pattern => Matches(pattern, childPath, whole: !string.IsNullOrEmpty(child.Value))))
            {
                refuse(childPath);
            }

            Walk(child, childPath, known, refuse);
        }
    }

    /// <param name="whole">False for an empty object, which is fine wherever something below it would be.</param>
    private static bool Matches(string pattern, string path, bool whole)
    {
        var expected = pattern.Split(':');
        var parts = path.Split(':');
        return (whole ? parts.Length == expected.Length : parts.Length <= expected.Length)
            && parts.Zip(expected).All(pair => pair.Second == "*" || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));
    }

    private static string Nearest(string path, IReadOnlyCollection<string> known) =>
        known.MinBy(candidate => EditDistance.Between(path, candidate)) ?? throw new ArgumentException("No key is known.", nameof(known));
}
