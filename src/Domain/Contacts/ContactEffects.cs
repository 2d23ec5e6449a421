using System.Collections.Immutable;
using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

/// <summary>
/// What a contact asks of the switch. Effects of one contact are carried out in the order in which they were decided. A leg's name is chosen by the decider (a function of contact and ordinal), so a
/// repeated effect finds the channel it already made. Prompts are names of sounds, played in order.
/// </summary>
public abstract record TelephonyEffect(ContactId Contact) : IEffect
{
    public string Port => Ports.Telephony;
}

public sealed record AnswerCall(ContactId Contact, string Leg) : TelephonyEffect(Contact);

/// <summary>Plays sounds one after another and reports <c>PromptEnded(Prompt)</c>; a newer prompt on the leg replaces it.</summary>
public sealed record PlayPrompt(ContactId Contact, string Leg, string Prompt, ImmutableArray<string> Sounds) : TelephonyEffect(Contact);
public sealed record StopPrompt(ContactId Contact, string Leg) : TelephonyEffect(Contact);
public sealed record StartHoldMusic(ContactId Contact, string Leg) : TelephonyEffect(Contact);

/// <summary>Rings an agent's phone, an extension or an outside number. Answers come as LegAnswered or LegFailed.</summary>
/// <param name="Endpoint">The switch's name of the device or trunk, such as <c>PJSIP/ag101</c>.</param>
/// <param name="Number">Sealed number to dial through the endpoint, when it is a person's.</param>
/// <param name="CallerLeg">The leg it is rung for; when that one leaves, this one is cancelled.</param>
public sealed record RingLeg(ContactId Contact, string Leg, string Endpoint, Sealed<string>? Number, string? CallerLeg, TimeSpan Timeout, string CallerId) : TelephonyEffect(Contact);

/// <summary>Joins legs in the contact's bridge (made on first use); hold music on any of them ends.</summary>
public sealed record BridgeLegs(ContactId Contact, ImmutableArray<string> Legs, string? RecordAs) : TelephonyEffect(Contact);

/// <summary>Takes a leg out of the contact's bridge and plays hold music to it.</summary>
public sealed record HoldLeg(ContactId Contact, string Leg) : TelephonyEffect(Contact);
public sealed record HangUpLeg(ContactId Contact, string Leg, string Reason) : TelephonyEffect(Contact);

/// <summary>Ends every leg and bridge that still belongs to the contact; the last effect of every call.</summary>
public sealed record ReleaseCall(ContactId Contact) : TelephonyEffect(Contact);

/// <summary>
/// What is asked of a message provider. The effect's result is the provider's message id.
/// <paramref name="Template"/> null means free text. <paramref name="Text"/> null means the template's body with the values filled in:
/// the text of an SMS, and of WhatsApp when the template has no name at the provider (asked for only inside the window).
/// </summary>
/// <param name="CaseNumber">Fills {{1}} when given, the values then follow from {{2}}: a decider cannot seal, and the number alone says nothing of anyone.</param>
public sealed record SendText(
    Guid MessageId, Channel Channel, string Line, Sealed<string> To, Sealed<string>? Text, string? Template, ImmutableArray<Sealed<string>> TemplateValues,
    string? CaseNumber = null) : IEffect
{
    public string Port => Ports.Messaging;
}
