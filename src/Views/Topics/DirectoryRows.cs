using Santral.Domain.Packs;
using Santral.Views.Model;
using Santral.Views.Rows;

namespace Santral.Views.Topics;

/// <summary>directory: everyone and everything one key can transfer a call to.</summary>
internal sealed class DirectoryRows : TopicRows
{
    public override IEnumerable<RowChange> All(ViewState state, string key)
    {
        foreach (var agent in state.Agents.Values.Where(a => a.Defined))
        {
            var row = Agent(state, agent);
            yield return new("directory", row.Id, row);
        }

        foreach (var row in Fixed(state.Pack))
        {
            yield return new("directory", row.Id, row);
        }
    }

    public override bool TryOne(ViewState state, string key, string kind, string id, out IRow? row)
    {
        // Only agents change while running; the rest is the pack's.
        row = id.StartsWith(AgentPrefix, StringComparison.Ordinal) && state.Agents.TryGetValue(new(id[AgentPrefix.Length..]), out var agent) && agent.Defined
            ? Agent(state, agent)
            : null;
        return true;
    }

    private const string AgentPrefix = "agent:";

    private static DirectoryRow Agent(ViewState state, AgentModel agent) => new(
        AgentPrefix + agent.Id.Value, "agent", state.Open(agent.Name) ?? agent.Id.Value, AgentPrefix + agent.Id.Value, agent.Extension, null, null,
        agent.Joined ? agent.Presence.ToString() : null);

    private static IEnumerable<DirectoryRow> Fixed(Pack pack)
    {
        foreach (var queue in pack.Queues)
        {
            yield return new($"queue:{queue.Id.Value}", "queue", queue.Name, $"queue:{queue.Id.Value}", null, null, null, null);
        }

        foreach (var unit in pack.Units)
        {
            yield return new($"unit:{unit.Id.Value}", "unit", unit.Name, unit.Extension is null ? null : $"extension:{unit.Extension}", unit.Extension, null, unit.Email, null);
        }

        foreach (var entry in pack.Directory)
        {
            var target = entry.Dial is null ? null : entry.Kind == "outside" ? $"outside:{entry.Dial}" : $"extension:{entry.Dial}";
            yield return new($"entry:{entry.Id}", entry.Kind, entry.Name, target, entry.Dial, entry.Hours, entry.Note, null);
        }
    }
}
