using System.Text.Json.Serialization;
using Santral.Domain.Addresses;

namespace Santral.Engine.Codec;

/// <summary>The stored names of this feature's messages. A name, once released, never changes its meaning.</summary>
internal static class AddressesNames
{
    public static void AddTo(MessageRegistry registry) => registry
        .Add<ReceiveCall>("address.cmd.receive-call.v1")
        .Add<ReceiveText>("address.cmd.receive-text.v1")
        .Add<ReceiveForm>("address.cmd.receive-form.v1")
        .Add<NoteContactEnded>("address.cmd.note-contact-ended.v1")
        .Add<Reassign>("address.cmd.reassign.v1")
        .Add<AddressBelongsTo>("address.belongs-to.v1")
        .Add<CallTaken>("address.call-taken.v1")
        .Add<ConversationOpened>("address.conversation-opened.v1")
        .Add<TextTaken>("address.text-taken.v1")
        .Add<FormTaken>("address.form-taken.v1")
        .Add<ContactClosed>("address.contact-closed.v1")
        .Add<Taken>("address.reply.taken.v1");
}

[JsonSerializable(typeof(ReceiveCall))]
[JsonSerializable(typeof(ReceiveText))]
[JsonSerializable(typeof(ReceiveForm))]
[JsonSerializable(typeof(NoteContactEnded))]
[JsonSerializable(typeof(Reassign))]
[JsonSerializable(typeof(AddressBelongsTo))]
[JsonSerializable(typeof(CallTaken))]
[JsonSerializable(typeof(ConversationOpened))]
[JsonSerializable(typeof(TextTaken))]
[JsonSerializable(typeof(FormTaken))]
[JsonSerializable(typeof(ContactClosed))]
[JsonSerializable(typeof(Taken))]
internal sealed partial class AddressesJson : JsonSerializerContext;
