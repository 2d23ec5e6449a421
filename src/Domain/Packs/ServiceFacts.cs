using System.Collections.Immutable;

namespace Santral.Domain.Packs;

/// <summary>What the source says of a service beyond what rules need; a null or empty member means that the source is silent.</summary>
/// <param name="Row">The row or article of the source.</param>
/// <param name="Channels">phone153, whatsapp, sms1530, web, social, portal:host, app:name, faceToFace, center, contactOffice, servicePoint, phone:digits, phone:unlisted, phone183…</param>
/// <param name="Duration">The length of a stay, session or programme in the source's words: not an answer period.</param>
public sealed record ServiceFacts(
    string? Row,
    string? InstitutionCode,
    string? FileCode,
    ImmutableArray<string> Channels,
    ImmutableArray<DocumentSpec> Documents,
    ImmutableArray<string> OnlineService,
    string? Recurrence,
    string? Duration,
    VolumeSpec? Volume,
    bool HealthOrDisabilityData,
    string? Note)
{
    public static ServiceFacts None { get; } = new(null, null, null, [], [], [], null, null, null, false, null);
}

/// <param name="Need">required, conditional (then <paramref name="When"/> says when) or ifAny.</param>
/// <param name="Explicit">True when the source itself marks the need; a plainly listed document is taken as required.</param>
public sealed record DocumentSpec(string Name, string Need, string? When, bool Explicit);

/// <summary>A yearly number in the unit of count that the source prints; units differ, so sums mix them.</summary>
/// <param name="Scope">When the figure counts one centre only.</param>
public sealed record VolumeSpec(int Value, string Unit, string? Scope, int? SecondValue = null, string? SecondUnit = null);
