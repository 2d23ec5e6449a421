using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Telephony.Switch;

/// <summary>What is known of one channel. Guarded by its book.</summary>
internal sealed class Leg(string id, Call call, bool inbound)
{
    public string Id { get; } = id;

    /// <summary>Changes only when it turns out that two calls of the book are one.</summary>
    public Call Call { get; set; } = call;

    /// <summary>True for the citizen who rang us; all others are rung by us.</summary>
    public bool Inbound { get; } = inbound;

    /// <summary>The leg it is rung for: when that one leaves, this one is not wanted any more.</summary>
    public string? RungFor { get; set; }
    public bool Rang { get; set; }
    public bool Answered { get; set; }
    public bool Ended { get; set; }

    /// <summary>We ended it, or know better than the switch why it came to nothing.</summary>
    public LegFailure? Why { get; set; }
    public bool Music { get; set; }
    public Playback? Playing { get; set; }
    public int HangupCause { get; set; }

    /// <summary>Asks after a phone that does not even ring.</summary>
    public ITimer? Watch { get; set; }
}

/// <param name="Id">The switch's name of it.</param>
/// <param name="Prompt">The contact's name of it.</param>
internal sealed record Playback(string Id, string Prompt);

/// <summary>One contact's legs, bridge and recording, and the order of what it is told. Guarded by its book.</summary>
internal sealed class Call
{
    /// <summary>Null until the address has answered who this is.</summary>
    public ContactId? Contact { get; set; }
    public Dictionary<string, Leg> Legs { get; } = new(StringComparer.Ordinal);
    public string? Recording { get; set; }

    /// <summary>The held leg for whose sake the recording is paused; it goes on when that one is back in the room.</summary>
    public string? Held { get; set; }
    public bool Released { get; set; }

    /// <summary>The last thing this contact is being told: the next waits for it, so that events stay in order.</summary>
    public Task Told { get; set; } = Task.CompletedTask;
}
