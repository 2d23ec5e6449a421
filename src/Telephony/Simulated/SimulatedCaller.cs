using System.Collections.Immutable;

namespace Santral.Telephony.Simulated;

/// <summary>How one imagined citizen behaves on the line.</summary>
/// <param name="Number">What the network would show; empty is withheld.</param>
/// <param name="Line">The number dialled.</param>
public sealed record SimulatedCaller(string Number, string Line)
{
    /// <summary>The key pressed while a prompt plays, by the prompt's name, such as <c>menu</c> to <c>1</c>.</summary>
    public ImmutableSortedDictionary<string, string> Keys { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Hangs up when still waiting for an agent after this.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Hangs up this long after being connected to someone.</summary>
    public TimeSpan Talks { get; init; } = TimeSpan.FromMinutes(3);
}

/// <summary>The imagined network's times. Each is drawn between half and the whole of what is written here.</summary>
public sealed record SimulatedPace
{
    public TimeSpan Prompt { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From ringing to answering, for agents, extensions and outside numbers alike.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(2);
}
