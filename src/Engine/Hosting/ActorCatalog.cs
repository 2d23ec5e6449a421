using Santral.Domain.Kernel;
using Santral.Engine.Cells;

namespace Santral.Engine.Hosting;

/// <summary>Which decider serves which kind of actor. A new actor is one line here and no change to any host.</summary>
public sealed class ActorCatalog
{
    private readonly Dictionary<string, Func<ActorId, CellServices, ActorCell>> factories = new(StringComparer.Ordinal);

    public IEnumerable<string> Kinds => factories.Keys;

    public ActorCatalog Add<TState, TCommand, TEvent>(IDecider<TState, TCommand, TEvent> decider)
        where TState : class
        where TCommand : ICommand
        where TEvent : IEvent
    {
        factories.Add(decider.Kind, (id, services) => new ActorCell<TState, TCommand, TEvent>(id, decider, services));
        return this;
    }

    public ActorCell Create(ActorId id, CellServices services) =>
        factories.TryGetValue(id.Kind, out var create) ? create(id, services) : throw new UnknownActorException($"'{id.Kind}' is no kind of actor.");
}

public sealed class UnknownActorException(string message) : Exception(message);
