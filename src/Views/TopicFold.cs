using Santral.Domain.Addresses;
using Santral.Domain.Agents;
using Santral.Domain.Cases;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;
using Santral.Domain.Units;
using Santral.Engine;
using Santral.Engine.Ports;
using Santral.Views.Fold;
using Santral.Views.Model;
using Santral.Views.Topics;

namespace Santral.Views;

/// <summary>
/// Folds decisions of all actors, in journal order, into the state that rows are drawn from. It has no clock and no other
/// input: the same records give the same rows, whether folded as they come or all at once after a start.
/// </summary>
public sealed class TopicFold(Pack pack, ISealer sealer)
{
    internal ViewState State { get; } = new(pack, sealer);

    public long Sequence => State.Sequence;

    /// <exception cref="ViewFoldException">An event that could not be folded; the rest of the record is folded first.</exception>
    public void Fold(long sequence, DecisionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Turn(record.At);
        Exception? problem = null;
        for (var i = 0; i < record.Events.Count; i++)
        {
            try
            {
                Apply(record, record.Events[i], i);
            }
            catch (Exception failure)
            {
                problem ??= failure;
            }
        }

        State.Sequence = sequence;
        if (problem is not null)
        {
            throw new ViewFoldException($"The record of {record.Actor.Kind} at {sequence} could not be folded whole.", problem);
        }
    }

    /// <summary>The rows of a topic drawn afresh; a topic that does not exist has none.</summary>
    public IReadOnlyList<RowChange> Fresh(string topic) => TopicKey.Parse(topic) is { } key ? Draw(key) : [];

    internal IReadOnlyList<RowChange> Draw(TopicKey key) => [.. TopicRows.Of(key.Family).All(State, key.Key)];

    private void Apply(DecisionRecord record, IEvent @event, int ordinal)
    {
        switch (@event)
        {
            case ContactEvent e:
                ContactProjection.Apply(State, ContactId.Parse(record.Actor.Key), e, record.At);
                break;
            case DeskEvent e:
                DeskProjection.Apply(State, new(record.Actor.Key), e);
                break;
            case AgentEvent e:
                AgentProjection.Apply(State, new(record.Actor.Key), e);
                break;
            case CitizenEvent e:
                CitizenProjection.Apply(State, CitizenId.Parse(record.Actor.Key), e);
                break;
            case CaseEvent e:
                CaseProjection.Apply(State, CaseId.Parse(record.Actor.Key), e, record.Version, ordinal);
                break;
            case UnitEvent e:
                UnitProjection.Apply(State, new(record.Actor.Key), e);
                break;
            case AddressEvent or CaseNumberEvent:
                // They only find and name what other actors tell in full.
                break;
            default:
                throw new InvalidOperationException($"The views know no event {@event.GetType().Name}.");
        }
    }

    /// <summary>A new local day begins its own figures; a new minute may have opened or closed a line.</summary>
    private void Turn(DateTimeOffset at)
    {
        // Actors' clocks may differ by a little; the views' time never runs backwards.
        var now = at > State.Now ? at : State.Now;
        var minute = now.Ticks / TimeSpan.TicksPerMinute != State.Now.Ticks / TimeSpan.TicksPerMinute;
        State.Now = now;
        if (!minute)
        {
            return;
        }

        foreach (var line in State.Pack.Lines)
        {
            State.Marks.Row(TopicFamily.Desk, line.Desk.Value, "line", line.Number);
        }

        var today = State.LocalDay(now);
        if (today == State.Today)
        {
            return;
        }

        State.Today = today;
        foreach (var queue in State.Desks.Values.SelectMany(d => d.Queues.Values))
        {
            queue.NewDay();
        }

        foreach (var agent in State.Agents.Values)
        {
            agent.NewDay();
        }

        State.Marks.Family(TopicFamily.Desk);
        State.Marks.Family(TopicFamily.Agent);
    }
}

/// <summary>A bug in the views: the journal is right and the rows lack something.</summary>
public sealed class ViewFoldException(string message, Exception inner) : Exception(message, inner);
