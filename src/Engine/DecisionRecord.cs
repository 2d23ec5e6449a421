using Santral.Domain.Kernel;

namespace Santral.Engine;

/// <summary>
/// The journal's record: one decision with everything it brings about. Nothing else is on the append path.
/// </summary>
public sealed record DecisionRecord
{
    public required ActorId Actor { get; init; }

    /// <summary>Counts the actor's records from 1.</summary>
    public required long Version { get; init; }
    public required DateTimeOffset At { get; init; }
    public required CommandId Command { get; init; }

    /// <summary>First 8 bytes of the SHA-256 of the command's stored form: the same id with another payload is refused.</summary>
    public required ulong PayloadHash { get; init; }

    /// <summary>The send, effect or alarm this record answers (see <see cref="Causes"/>), or null when it came from outside.</summary>
    public string? Cause { get; init; }
    public required Origin By { get; init; }
    public required string PackHash { get; init; }
    public IReadOnlyList<IEvent> Events { get; init; } = [];
    public IReadOnlyList<Send> Sends { get; init; } = [];
    public IReadOnlyList<EffectRequest> Effects { get; init; } = [];
    public IReadOnlyList<AlarmChange> Alarms { get; init; } = [];
    public IReply? Reply { get; init; }

    public string SendId(int ordinal) => $"{Actor}/{Version}/{ordinal}";
    public string EffectId(int ordinal) => $"{Actor}/{Version}/{ordinal}";
}

/// <summary>The forms of <see cref="DecisionRecord.Cause"/>. A record settles what its cause names.</summary>
public static class Causes
{
    /// <summary>This actor received the send of that id.</summary>
    public static string Received(string sendId) => $"send:{sendId}";

    /// <summary>This actor was told that its send of that id was refused.</summary>
    public static string Refused(string sendId) => $"refused:{sendId}";

    /// <summary>An external attempt at the effect begins; its outcome is not known until another record says it.</summary>
    public static string Started(string effectId) => $"start:{effectId}";

    /// <summary>The effect ended, in whatever way.</summary>
    public static string Ended(string effectId) => $"effect:{effectId}";

    /// <summary>The alarm that was set in that version fired.</summary>
    public static string Fired(string name, long setVersion) => $"alarm:{setVersion}:{name}";
}
