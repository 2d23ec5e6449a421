namespace Santral.Silo.Composition;

/// <summary>The words after a verb: <c>--name value</c> pairs and bare <c>--flag</c>s. An unknown one is refused by name.</summary>
public sealed class Words
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    /// <exception cref="UsageException">A word is unknown or lacks its value.</exception>
    public Words(IReadOnlyList<string> words, IReadOnlySet<string> named, IReadOnlySet<string> flags)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (flags.Contains(words[i]))
            {
                values[words[i]] = "true";
            }
            else if (named.Contains(words[i]) && i + 1 < words.Count)
            {
                values[words[i]] = words[++i];
            }
            else
            {
                var known = string.Join(", ", named.Concat(flags).Order(StringComparer.Ordinal));
                throw new UsageException($"'{words[i]}' is not understood here. Known: {known}.");
            }
        }
    }

    public string? this[string name] => values.GetValueOrDefault(name);

    public bool Has(string name) => values.ContainsKey(name);

    public string Required(string name) => this[name] ?? throw new UsageException($"{name} is missing.");
}

public sealed class UsageException(string message) : Exception(message);
