using System.Collections.Immutable;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Agents;

/// <summary>What an administrator set.</summary>
public sealed record AgentProfile(Sealed<string> Name, DeskId Desk, ImmutableArray<string> Skills, int Conversations, string? Endpoint, string? Extension);

/// <summary>The record of one shift, from sign-in to the next sign-in; the report by day is a view.</summary>
/// <param name="Done">Contacts written up and over.</param>
public sealed record Shift(DateTimeOffset Since, Presence Presence, string? Reason, DateTimeOffset PresenceSince, int Accepted, int Missed, int Declined, int Done)
{
    public static Shift Begun(DateTimeOffset at) => new(at, Presence.Break, null, at, 0, 0, 0, 0);
}

/// <summary>A promise to call back that this agent owns.</summary>
public sealed record OwnCallback(Guid Task, CitizenId Citizen, DateTimeOffset Due);

/// <summary>An agent, from the first definition on: signed off, signed in, or on the way out.</summary>
public abstract record AgentState
{
    private AgentState()
    {
    }

    /// <summary>Nobody defined this agent.</summary>
    public sealed record Undefined : AgentState;

    /// <summary>Not on a desk. <paramref name="Last"/> is the shift that ended.</summary>
    public sealed record Out(AgentProfile Profile, Shift? Last) : AgentState;

    public sealed record In(AgentProfile Profile, Shift Shift) : AgentState;

    /// <summary>Asked to leave; the desk has not answered.</summary>
    public sealed record Leaving(AgentProfile Profile, Shift Shift, AgentId? HandOverTo) : AgentState;

    public required AgentId Id { get; init; }

    /// <summary>By task, so that they are handed over in one order everywhere.</summary>
    public ImmutableSortedDictionary<Guid, OwnCallback> Callbacks { get; init; } = ImmutableSortedDictionary<Guid, OwnCallback>.Empty;
}
