using Santral.Domain.Kernel;

namespace Santral.Views.Model;

/// <summary>What the last records may have changed on screens. Marking too much costs a comparison; too little breaks G8.</summary>
internal sealed class Marks
{
    private readonly HashSet<RowMark> rows = [];
    private readonly HashSet<TopicKey> topics = [];
    private readonly HashSet<TopicFamily> families = [];
    private readonly HashSet<TopicKey> rights = [];
    private readonly HashSet<CitizenId> citizens = [];

    public IReadOnlyCollection<RowMark> Rows => rows;
    public IReadOnlyCollection<TopicKey> Topics => topics;
    public IReadOnlyCollection<TopicFamily> Families => families;
    public IReadOnlyCollection<TopicKey> RightsChanged => rights;

    /// <summary>Every open card of these citizens.</summary>
    public IReadOnlySet<CitizenId> Citizens => citizens;

    public void Row(TopicFamily family, string key, string kind, string id) => rows.Add(new(new(family, key), kind, id));
    public void Topic(TopicFamily family, string key) => topics.Add(new(family, key));
    public void Family(TopicFamily family) => families.Add(family);
    public void Rights(TopicFamily family, string key) => rights.Add(new(family, key));

    public void Card(CitizenId citizen) => citizens.Add(citizen);

    public void Agent(AgentId? agent)
    {
        if (agent is { } id)
        {
            Topic(TopicFamily.Agent, id.Value);
        }
    }

    public void Clear()
    {
        rows.Clear();
        topics.Clear();
        families.Clear();
        rights.Clear();
        citizens.Clear();
    }
}

internal enum TopicFamily
{
    Desk,
    Agent,
    Contact,
    Card,
    Case,
    Unit,
    Directory,
}

internal readonly record struct RowMark(TopicKey Topic, string Kind, string Id);

/// <summary>A topic's name in two parts, such as <c>contact:{id}</c>; <c>directory</c> has no second one.</summary>
internal readonly record struct TopicKey(TopicFamily Family, string Key)
{
    public override string ToString() => Family is TopicFamily.Directory ? "directory" : $"{Prefix(Family)}:{Key}";

    public static TopicKey? Parse(string topic)
    {
        if (topic == "directory")
        {
            return new(TopicFamily.Directory, "");
        }

        var colon = topic.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == topic.Length - 1)
        {
            return null;
        }

        foreach (var family in Enum.GetValues<TopicFamily>())
        {
            if (family is not TopicFamily.Directory && topic.AsSpan(0, colon).SequenceEqual(Prefix(family)))
            {
                return new(family, Canonical(family, topic[(colon + 1)..]));
            }
        }

        return null;
    }

    /// <summary>Ids come from people's addresses bars with and without dashes; topics know one form.</summary>
    private static string Canonical(TopicFamily family, string key) => family switch
    {
        TopicFamily.Contact or TopicFamily.Card or TopicFamily.Case => Guid.TryParse(key, out var id) ? id.ToString("N") : key,
        TopicFamily.Desk or TopicFamily.Agent or TopicFamily.Unit or TopicFamily.Directory => key,
    };

    private static string Prefix(TopicFamily family) => family switch
    {
        TopicFamily.Desk => "desk",
        TopicFamily.Agent => "agent",
        TopicFamily.Contact => "contact",
        TopicFamily.Card => "card",
        TopicFamily.Case => "case",
        TopicFamily.Unit => "unit",
        TopicFamily.Directory => "directory",
    };
}
