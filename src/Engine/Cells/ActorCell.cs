using Microsoft.Extensions.Logging;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Engine.Cells;

/// <summary>
/// All step logic of an actor, the same under every host: de-duplicate, decide, apply, append, and release only what is durable.
/// A host calls <see cref="Replay"/> for every stored record, then <see cref="Handle"/> from one thread at a time. The journal
/// completes from its own thread.
/// </summary>
public abstract class ActorCell
{
    /// <summary>True once an append failed or applying did: the host drops the cell, and the next command loads it afresh.</summary>
    public abstract bool Poisoned { get; }

    /// <summary>Decisions not yet durable; a cell leaves memory only at zero.</summary>
    public abstract int Unreleased { get; }

    /// <summary>Version of the last decision, durable or not.</summary>
    public abstract long Version { get; }

    /// <summary>Applies a stored record. Throws when the record is not the next one.</summary>
    public abstract void Replay(long sequence, DecisionRecord record);

    public abstract void Handle(Delivery delivery);
}

/// <inheritdoc cref="ActorCell"/>
public sealed partial class ActorCell<TState, TCommand, TEvent>(ActorId id, IDecider<TState, TCommand, TEvent> decider, CellServices shared) : ActorCell
    where TState : class
    where TCommand : ICommand
    where TEvent : IEvent
{
    private static readonly Reply.Unavailable Dropped = new("engine.reload", TimeSpan.FromMilliseconds(50));

    private readonly CellServices services = shared;
    private readonly CommandMemory commands = new();
    private readonly SendMemory sends = new();
    private readonly OpenBook book = new();
    private readonly ReleaseLine line = new();
    private TState state = decider.Initial(id.Key);
    private long version;
    private DateTimeOffset lastAt = DateTimeOffset.MinValue;
    private volatile bool poisoned;

    public override bool Poisoned => poisoned;
    public override int Unreleased => line.Count;
    public override long Version => version;

    /// <summary>For tests and checkers: the live state, to be read only.</summary>
    public TState State => state;

    public override void Replay(long sequence, DecisionRecord record)
    {
        if (record.Version != version + 1 || record.Actor != id)
        {
            throw new InvalidOperationException($"{id} is at version {version}; the journal gave {record.Actor} version {record.Version}.");
        }

        Apply(record);
        line.Loaded(sequence);
    }

    public override void Handle(Delivery delivery)
    {
        if (poisoned)
        {
            delivery.Complete(Dropped);
            return;
        }

        var hash = delivery.Cause is null ? services.Codec.PayloadHash(delivery.Command) : 0;
        if (AnsweredFromMemory(delivery, hash))
        {
            return;
        }

        var now = services.Time.GetUtcNow();
        var context = new Context(now > lastAt ? now : lastAt, services.Packs.Current, delivery.Id, delivery.By);
        var outcome = Decide(delivery, context);
        if (outcome is Rejected rejected && !MustSettle(delivery.Cause))
        {
            line.Release(delivery, null, rejected);
            return;
        }

        var decision = outcome as Decision ?? Decision.Nothing;
        if (delivery.Cause is null && IsEmpty(decision))
        {
            line.Release(delivery, decision.Answer, null);
            return;
        }

        Commit(delivery, decision, hash, context, outcome as Rejected);
    }

    private bool AnsweredFromMemory(Delivery delivery, ulong hash)
    {
        if (delivery.Cause is null)
        {
            if (!commands.TryGet(delivery.Id, out var known))
            {
                return false;
            }

            var reused = known.PayloadHash == hash ? null : new Rejected("command.id_reused");
            line.Release(delivery, reused is null ? known.Reply : null, reused);
            return true;
        }

        var seen = delivery.Stamp is { } stamp ? sends.Seen(stamp) : book.IsStale(delivery.Cause);
        if (seen)
        {
            line.Release(delivery, null, null);
        }

        return seen;
    }

    private Outcome Decide(Delivery delivery, in Context context)
    {
        try
        {
            return delivery.Command switch
            {
                Attempt => Decision.Nothing,
                Notice notice => decider.Notice(state, notice, context),
                TCommand command => decider.Decide(state, command, context),
                _ => new Rejected("command.unknown", delivery.Command.GetType().Name),
            };
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Nothing was applied. The command is refused with a code that alerts, and the actor serves on.
            DecideFailed(services.Log, fault, id, delivery.Command.GetType().Name);
            return new Rejected("engine.decider_fault", fault.GetType().Name);
        }
    }

    private void Commit(Delivery delivery, Decision decision, ulong hash, in Context context, Rejected? settled)
    {
        var record = new DecisionRecord
        {
            Actor = id,
            Version = version + 1,
            At = context.Now,
            Command = delivery.Id,
            PayloadHash = hash,
            Cause = delivery.Cause,
            By = delivery.By,
            PackHash = context.Pack.Hash,
            Events = decision.Events,
            Sends = decision.Sends,
            Effects = decision.Effects,
            Alarms = decision.Alarms,
            Reply = decision.Answer,
        };
        ReadOnlyMemory<byte> bytes;
        try
        {
            bytes = services.Codec.Encode(record);
            Apply(record);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            poisoned = true;
            ApplyFailed(services.Log, fault, id, delivery.Command.GetType().Name);
            delivery.Complete(new Reply.Unavailable("engine.apply_fault", TimeSpan.FromSeconds(1)));
            return;
        }

        var place = line.Add(record);
        line.Release(delivery, decision.Answer, settled);
        services.Budget.Take(bytes.Length);
        services.Journal.Append(new(id, record.Version, bytes), new Completion(this, place, bytes.Length));
    }

    private void Apply(DecisionRecord record)
    {
        foreach (var item in record.Events)
        {
            state = decider.Evolve(state, (TEvent)item);
        }

        version = record.Version;
        lastAt = record.At;
        book.Apply(record);
        if (record.Cause is null)
        {
            commands.Add(record.Command, record.PayloadHash, record.Reply, record.At);
        }
        else if (SendMemory.ParseCause(record.Cause) is { } stamp)
        {
            sends.Add(stamp, record.At);
        }
    }

    /// <summary>
    /// A rejected send is answered by a notice to its source, so it leaves no record here. Everything else that the pump brings
    /// must leave one, or it would be brought again for ever.
    /// </summary>
    private static bool MustSettle(string? cause) => cause is not null && !cause.StartsWith("send:", StringComparison.Ordinal);

    private static bool IsEmpty(Decision decision) =>
        decision.Events.Count == 0 && decision.Sends.Count == 0 && decision.Effects.Count == 0 && decision.Alarms.Count == 0;

    private sealed class Completion(ActorCell<TState, TCommand, TEvent> cell, ReleaseLine.Pending place, int bytes) : IAppendCompletion
    {
        public void Durable(long sequence)
        {
            cell.services.Feed.Publish(sequence, place.Record);
            cell.services.Budget.Return(bytes);
            cell.line.Durable(place, sequence);
        }

        public void Failed(AppendFailure failure)
        {
            cell.poisoned = true;
            cell.services.Budget.Return(bytes);
            AppendFailed(cell.services.Log, cell.Id, place.Record.Version, failure);
            cell.line.Drop(place, new Reply.Unavailable(failure == AppendFailure.Conflict ? "engine.conflict" : "journal.unavailable", TimeSpan.FromSeconds(1)));
        }
    }

    private ActorId Id => id;

    [LoggerMessage(Level = LogLevel.Error, Message = "Deciding {Command} on {Actor} failed; nothing was applied.")]
    private static partial void DecideFailed(ILogger log, Exception fault, ActorId actor, string command);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Applying {Command} on {Actor} failed; the actor is reloaded.")]
    private static partial void ApplyFailed(ILogger log, Exception fault, ActorId actor, string command);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Appending version {Version} of {Actor} failed: {Failure}. The actor is reloaded.")]
    private static partial void AppendFailed(ILogger log, ActorId actor, long version, AppendFailure failure);
}

/// <summary>The engine's own command: an external attempt at an effect begins. It changes no state and leaves a record.</summary>
internal sealed record Attempt : ICommand;
