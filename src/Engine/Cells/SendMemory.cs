using Santral.Domain.Kernel;

namespace Santral.Engine.Cells;

/// <summary>
/// One high-water number per source: sends of one source arrive in order, so what is not above it was seen.
/// A source that has been silent for <see cref="CommandMemory.KeepFor"/> is forgotten; the pump no longer holds anything of it.
/// </summary>
internal sealed class SendMemory
{
    /// <summary>Forgetting walks the whole table, so it happens only when the table has doubled since the last walk.</summary>
    private const int FirstWalkAtSources = 1024;

    private readonly Dictionary<ActorId, Mark> marks = [];
    private int walkAt = FirstWalkAtSources;

    public int Count => marks.Count;

    public bool Seen(in SendStamp stamp) =>
        marks.TryGetValue(stamp.Source, out var mark) && (stamp.Version, stamp.Ordinal).CompareTo((mark.Version, mark.Ordinal)) <= 0;

    public void Add(in SendStamp stamp, DateTimeOffset at)
    {
        marks[stamp.Source] = new(stamp.Version, stamp.Ordinal, at);
        if (marks.Count < walkAt)
        {
            return;
        }

        foreach (var (source, mark) in marks)
        {
            if (at - mark.At > CommandMemory.KeepFor)
            {
                marks.Remove(source);
            }
        }

        walkAt = Math.Max(FirstWalkAtSources, marks.Count * 2);
    }

    /// <summary>Reads the stamp back from a record's cause: <c>send:kind/key/version/ordinal</c>.</summary>
    public static SendStamp? ParseCause(string cause)
    {
        const string Prefix = "send:";
        if (!cause.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var ordinalAt = cause.LastIndexOf('/');
        var versionAt = cause.LastIndexOf('/', ordinalAt - 1);
        return new(
            ActorId.Parse(cause[Prefix.Length..versionAt]),
            long.Parse(cause.AsSpan(versionAt + 1, ordinalAt - versionAt - 1), System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(cause.AsSpan(ordinalAt + 1), System.Globalization.CultureInfo.InvariantCulture));
    }

    private readonly record struct Mark(long Version, int Ordinal, DateTimeOffset At);
}
