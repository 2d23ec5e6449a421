using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Citizens;

/// <summary>
/// How a citizen may safely be reached. A message that the wrong person reads can cost a life, so every send,
/// callback and dial passes <see cref="OutreachCheck"/>; nothing else decides it.
/// </summary>
/// <param name="Addresses">When not empty, only these addresses are safe.</param>
/// <param name="From">Local hours between which the citizen may be reached; both or neither.</param>
/// <param name="Channels">When not empty, only these channels.</param>
/// <param name="NeverCall">No call at all, whatever else is set.</param>
/// <param name="TextOnly">Messages only; the same as NeverCall for calls, and shown to agents as a need, not a fear.</param>
/// <param name="NoOutreach">Never reach out; answer only while the citizen is talking to us.</param>
public sealed record SafeContact(
    ImmutableArray<AddressKey> Addresses, TimeOnly? From, TimeOnly? Until, ImmutableArray<Channel> Channels, bool NeverCall, bool TextOnly, bool NoOutreach, string? Language)
{
    public static SafeContact Anything { get; } = new([], null, null, [], false, false, false, null);
}

/// <param name="InSession">True when the citizen is in this very conversation and waits for the answer.</param>
public sealed record Outreach(Channel Channel, AddressKey? Address, OutreachPurpose Purpose, bool InSession);

public enum OutreachPurpose
{
    Reply,
    Callback,
    CaseNotice,
    Dial,
}
