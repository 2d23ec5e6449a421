using Santral.Domain.Citizens;
using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

/// <summary>
/// An agent's message on its way: written, judged by safe contact, sent, and then whatever the provider tells of it. It also
/// goes on after the conversation has ended, for it was promised on the screen.
/// </summary>
internal static class Replies
{
    public static Outcome Write(Turn turn, WriteMessage c)
    {
        if (turn.Phase is not Phase.Conversing)
        {
            return new Rejected(turn.IsCall ? ContactCodes.NotConversation : ContactCodes.NotTalking);
        }

        var facts = turn.Facts;
        if (facts.Outbox.Find(c.MessageId) is not null)
        {
            return Decision.Nothing;
        }

        if (facts.Address is null || facts.Citizen is not { } citizen)
        {
            return new Rejected(ContactCodes.NoChannel);
        }

        var channel = c.ViaSms ? Channel.Sms : facts.Channel;
        if (Fault(turn, c, channel) is { } code)
        {
            return new Rejected(code);
        }

        var values = c.TemplateValues.IsDefault ? [] : c.TemplateValues;
        turn.Emit(new MessageWritten(c.MessageId, c.Agent, c.Text, c.Template, values, channel, turn.Now));
        var inSession = channel == facts.Channel && InWindow(turn);
        turn.Decision.Send(citizen.Actor, new CheckOutreach(turn.Id.Actor, c.MessageId, new(channel, facts.From, OutreachPurpose.Reply, inSession)));
        Conversations.ArmIdle(turn);
        return turn.Decision;
    }

    public static void Allowed(Turn turn, Guid request)
    {
        var facts = turn.Facts;
        if (facts.Outbox.Find(request) is not { Status: MessageStatus.Pending } message || facts.Address is not { } to)
        {
            return;
        }

        var until = turn.Now + Waits.ReplyKeeps;
        if (message is { Channel: Channel.WhatsApp, Template: null } && facts.LastInboundAt + turn.Limits.WhatsAppWindow is { } closes && closes < until)
        {
            until = closes;
        }

        var line = message.Channel == facts.Channel ? facts.Line : turn.Pack.Lines.FirstOrDefault(l => l.Channel == message.Channel)?.Number;
        if (line is null)
        {
            Changed(turn, request, MessageStatus.Refused, null, ContactCodes.NoChannel);
            return;
        }

        turn.Decision.Effect(new SendText(message.Id, message.Channel, line, to, message.Text, message.Template, message.TemplateValues), until);
    }

    public static void Refused(Turn turn, Guid request, string code) => Changed(turn, request, MessageStatus.Refused, null, code);

    public static void Changed(Turn turn, Guid messageId, MessageStatus status, string? providerMessageId, string? code)
    {
        if (turn.Facts.Outbox.Find(messageId) is { } message && MessageProgress.Advances(message.Status, status))
        {
            turn.Emit(new MessageStatusChanged(messageId, status, providerMessageId, code, turn.Now));
        }
    }

    public static Outcome Noted(Turn turn, NoteMessageStatus c)
    {
        if (turn.Facts.Outbox.Find(c.MessageId, c.ProviderMessageId) is not { } message)
        {
            return new Rejected(ContactCodes.MessageUnknown);
        }

        Changed(turn, message.Id, c.Status, c.ProviderMessageId, c.Error);
        return turn.Decision;
    }

    private static string? Fault(Turn turn, WriteMessage c, Channel channel)
    {
        if (c.Template is not { } name)
        {
            return channel is Channel.WhatsApp && !InWindow(turn) ? ContactCodes.WindowClosed : null;
        }

        return turn.Pack.Template(name) is not { } template ? ContactCodes.TemplateUnknown
            : channel is Channel.WhatsApp && template.ProviderName.Length == 0 ? ContactCodes.TemplateNotApproved
            : null;
    }

    private static bool InWindow(Turn turn) => turn.Facts.LastInboundAt + turn.Limits.WhatsAppWindow > turn.Now;
}
