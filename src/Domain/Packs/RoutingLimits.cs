using Santral.Domain.Contacts;

namespace Santral.Domain.Packs;

/// <summary>The times and bounds that a municipality may set; every one has its unit in its type or name.</summary>
public sealed record RoutingLimits
{
    public TimeSpan OfferTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an agent's own phone may ring after the offer was accepted.</summary>
    public TimeSpan AgentLegTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>An unanswered transfer comes back to the sender after this.</summary>
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan OutboundTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>No key and no voice for this long: the caller is asked to press one.</summary>
    public TimeSpan SilenceAfter { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan PositionEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A caller who hung up while waiting regains the place when ringing back within this.</summary>
    public TimeSpan RegainPlaceWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After-contact work ends by itself after this; null leaves it to the agent.</summary>
    public TimeSpan? WrapUpTimeout { get; init; }

    /// <summary>A conversation without a word for this long is closed with its outcome recorded as timed out.</summary>
    public TimeSpan ConversationIdle { get; init; } = TimeSpan.FromHours(24);

    /// <summary>WhatsApp: free text is allowed only this long after the citizen's last message.</summary>
    public TimeSpan WhatsAppWindow { get; init; } = TimeSpan.FromHours(24);

    public int ConversationsPerAgent { get; init; } = 4;
    public int WaitingPerDesk { get; init; } = 50_000;
    public int AgentsPerDesk { get; init; } = 5_000;

    /// <summary>Waiting raises urgency at one rate; a priority is a head start in time.</summary>
    public TimeSpan HeadStart(Priority priority) => priority switch
    {
        Priority.P1 => HeadStartP1,
        Priority.P2 => HeadStartP2,
        Priority.P3 => HeadStartP3,
        Priority.P4 => HeadStartP4,
        Priority.P5 => TimeSpan.Zero,
    };

    public TimeSpan HeadStartP1 { get; init; } = TimeSpan.FromHours(24);
    public TimeSpan HeadStartP2 { get; init; } = TimeSpan.FromMinutes(30);
    public TimeSpan HeadStartP3 { get; init; } = TimeSpan.FromMinutes(5);
    public TimeSpan HeadStartP4 { get; init; } = TimeSpan.FromMinutes(2);
}
