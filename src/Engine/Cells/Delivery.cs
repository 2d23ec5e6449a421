using Santral.Domain.Kernel;
using Santral.Engine.Ports;

namespace Santral.Engine.Cells;

/// <summary>One command on its way into one actor, from outside or from the pump.</summary>
public sealed class Delivery
{
    private readonly TaskCompletionSource<Reply> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public required CommandId Id { get; init; }
    public required ICommand Command { get; init; }
    public required Origin By { get; init; }
    public Lane Lane { get; init; } = Lane.Normal;

    /// <summary>One of <see cref="Causes"/> when the pump delivers; null from outside.</summary>
    public string? Cause { get; init; }

    /// <summary>Where a send stands in the order of its (source, target).</summary>
    public SendStamp? Stamp { get; init; }

    public Task<Reply> Reply => completion.Task;

    public void Complete(Reply reply) => completion.TrySetResult(reply);
}

/// <param name="Version">Of the source's record that holds the send.</param>
/// <param name="Ordinal">Among that record's sends.</param>
public readonly record struct SendStamp(ActorId Source, long Version, int Ordinal);
