using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

/// <summary>Where a live contact is. Every phase knows who can leave it and what must be freed then.</summary>
public abstract record Phase
{
    private Phase()
    {
    }

    /// <summary>The caller hears prompts; the name of the current one, empty before the first.</summary>
    public sealed record Prompting(string Prompt) : Phase;

    /// <param name="Offer">The pending offer.</param>
    /// <param name="Only">Waits for this agent alone.</param>
    /// <param name="ReturnTo">A blind transfer nobody has answered yet: back to this agent when nobody does.</param>
    public sealed record Waiting(OfferId? Offer, AgentId? Only, AgentId? ReturnTo) : Phase;

    /// <summary>An agent accepted and the agent's phone rings.</summary>
    public sealed record Ringing(OfferId Offer, AgentId Agent, string Leg, AgentId? ReturnTo) : Phase;

    public sealed record Talking(AgentId Agent, string Leg, bool Held) : Phase;

    /// <summary>The caller is held while the agent tries to reach someone else.</summary>
    /// <param name="TargetLeg">The leg being rung or talked to; null while a colleague is still being offered the call.</param>
    /// <param name="Partner">The colleague who took it; null for an extension or an outside number.</param>
    public sealed record Consulting(AgentId Agent, string Leg, TransferTarget Target, string? TargetLeg, AgentId? Partner, OfferId? Offer, bool Answered) : Phase;

    /// <summary>Blind transfer: the extension or outside number rings, the agent is gone.</summary>
    public sealed record Transferring(AgentId By, TransferTarget Target, string Leg) : Phase;

    /// <summary>Transferred: the caller talks to someone who is no agent of ours, and no agent's slot is held.</summary>
    public sealed record Bridged(string Leg) : Phase;

    /// <summary>Outbound: safe contact is being asked.</summary>
    public sealed record Judging(AgentId Agent, string Endpoint, Sealed<string> Number, string CallerId, Guid Request) : Phase;

    /// <summary>Outbound: the agent's own phone rings.</summary>
    public sealed record RingingOwn(AgentId Agent, string Leg, Sealed<string> Number, string CallerId) : Phase;

    /// <summary>Outbound: the citizen's phone rings.</summary>
    public sealed record Dialling(AgentId Agent, string Leg) : Phase;

    public sealed record Conversing(AgentId Agent) : Phase;

    /// <summary>The live part is over; ends when the last writer is done.</summary>
    /// <param name="Main">Whose outcome counts.</param>
    public sealed record WrappingUp(AgentId Main, ContactOutcome? Certain, ContactOutcome? Chosen, string? Category) : Phase;

    /// <summary>The agent who has the contact now, writing up excluded.</summary>
    public AgentId? Owner => this switch
    {
        Ringing p => p.Agent,
        Talking p => p.Agent,
        Consulting p => p.Agent,
        Judging p => p.Agent,
        RingingOwn p => p.Agent,
        Dialling p => p.Agent,
        Conversing p => p.Agent,
        Prompting or Waiting or Transferring or Bridged or WrappingUp => null,
        _ => throw new NotSupportedException($"{GetType().Name} is no phase."),
    };
}
