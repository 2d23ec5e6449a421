using Santral.Domain.Kernel;

namespace Santral.Telephony;

/// <summary>The calls that Santral holds to be alive, as its own records say; the switch's lists are held against it.</summary>
public interface ILiveCalls
{
    /// <summary>Complete up to everything that was durable when it was called.</summary>
    ValueTask<IReadOnlyList<LiveCall>> ListAsync(CancellationToken cancel);
}

/// <param name="CallerLeg">The citizen's channel; null until the citizen of an outbound call has answered: what the switch has not been asked for cannot have vanished.</param>
/// <param name="Prompt">The prompt that is being played, if any.</param>
public sealed record LiveCall(ContactId Contact, string? CallerLeg, string? Prompt);

/// <summary>What a supervisor has switched on for a line, if anything: a sound's name.</summary>
public interface ILineAnnouncements
{
    string? For(string line);
}
