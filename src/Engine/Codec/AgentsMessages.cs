using System.Text.Json.Serialization;
using Santral.Domain.Agents;

namespace Santral.Engine.Codec;

/// <summary>The stored names of this feature's messages. A name, once released, never changes its meaning.</summary>
internal static class AgentsNames
{
    public static void AddTo(MessageRegistry registry) => registry
        .Add<DefineAgent>("agent.cmd.define-agent.v1")
        .Add<SignIn>("agent.cmd.sign-in.v1")
        .Add<SetPresence>("agent.cmd.set-presence.v1")
        .Add<SignOff>("agent.cmd.sign-off.v1")
        .Add<NotePresence>("agent.cmd.note-presence.v1")
        .Add<NoteOffer>("agent.cmd.note-offer.v1")
        .Add<NoteDone>("agent.cmd.note-done.v1")
        .Add<NoteCallback>("agent.cmd.note-callback.v1")
        .Add<NoteLeft>("agent.cmd.note-left.v1")
        .Add<AgentDefined>("agent.defined.v1")
        .Add<SignedIn>("agent.signed-in.v1")
        .Add<SignInRefused>("agent.sign-in-refused.v1")
        .Add<SignOffAsked>("agent.sign-off-asked.v1")
        .Add<SignOffRefused>("agent.sign-off-refused.v1")
        .Add<SignedOff>("agent.signed-off.v1")
        .Add<PresenceNoted>("agent.presence-noted.v1")
        .Add<OfferNoted>("agent.offer-noted.v1")
        .Add<ContactDone>("agent.contact-done.v1")
        .Add<CallbackNoted>("agent.callback-noted.v1");
}

[JsonSerializable(typeof(DefineAgent))]
[JsonSerializable(typeof(SignIn))]
[JsonSerializable(typeof(SetPresence))]
[JsonSerializable(typeof(SignOff))]
[JsonSerializable(typeof(NotePresence))]
[JsonSerializable(typeof(NoteOffer))]
[JsonSerializable(typeof(NoteDone))]
[JsonSerializable(typeof(NoteCallback))]
[JsonSerializable(typeof(NoteLeft))]
[JsonSerializable(typeof(AgentDefined))]
[JsonSerializable(typeof(SignedIn))]
[JsonSerializable(typeof(SignInRefused))]
[JsonSerializable(typeof(SignOffAsked))]
[JsonSerializable(typeof(SignOffRefused))]
[JsonSerializable(typeof(SignedOff))]
[JsonSerializable(typeof(PresenceNoted))]
[JsonSerializable(typeof(OfferNoted))]
[JsonSerializable(typeof(ContactDone))]
[JsonSerializable(typeof(CallbackNoted))]
internal sealed partial class AgentsJson : JsonSerializerContext;
