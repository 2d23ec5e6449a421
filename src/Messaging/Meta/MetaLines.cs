using System.Collections.Concurrent;
using Santral.Engine.Intake;

namespace Santral.Messaging.Meta;

/// <summary>
/// Which phone-number id sends for which line. The configuration says it; what signed webhooks say of lines that are not
/// configured is remembered while the process lives, so that at least answers to what has just arrived can leave.
/// </summary>
internal sealed class MetaLines(MetaOptions options)
{
    /// <summary>More lines than this belong to no municipality.</summary>
    private const int MaxLearned = 1_000;

    private readonly Dictionary<string, string> configured = options.Lines.ToDictionary(line => Spell(line.Line), line => line.PhoneNumberId, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> learned = new(StringComparer.Ordinal);

    public bool HasConfigured(string line) => configured.ContainsKey(Spell(line));

    public string? PhoneNumberId(string line) =>
        configured.TryGetValue(Spell(line), out var id) || learned.TryGetValue(Spell(line), out id) ? id : null;

    /// <summary>The line that a phone-number id was configured for, or null.</summary>
    public string? LineOf(string phoneNumberId) => options.Lines.FirstOrDefault(line => line.PhoneNumberId == phoneNumberId)?.Line;

    public void Learn(string line, string phoneNumberId)
    {
        if (learned.Count < MaxLearned)
        {
            learned[Spell(line)] = phoneNumberId;
        }
    }

    private static string Spell(string line) => Addressing.Phone(line) ?? line.Trim();
}
