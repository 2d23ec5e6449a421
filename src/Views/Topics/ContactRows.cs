using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Views.Model;
using Santral.Views.Rows;

namespace Santral.Views.Topics;

/// <summary>contact:{contact}: the middle column.</summary>
internal sealed class ContactRows : TopicRows
{
    public override IEnumerable<RowChange> All(ViewState state, string key)
    {
        if (!Guid.TryParse(key, out var id) || !state.Contacts.TryGetValue(new(id), out var contact) || !contact.Known)
        {
            yield break;
        }

        yield return new("contact", key, Contact(state, contact));
        foreach (var message in contact.Messages)
        {
            yield return new("message", message.Id, Message(state, message));
        }
    }

    public override bool TryOne(ViewState state, string key, string kind, string id, out IRow? row)
    {
        var contact = state.Contact(ContactId.Parse(key));
        row = kind switch
        {
            "contact" => contact.Known ? Contact(state, contact) : null,
            "message" => contact.Messages.Find(m => m.Id == id) is { } message ? Message(state, message) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A contact has no such row."),
        };
        return true;
    }

    private static ContactRow Contact(ViewState state, ContactModel contact) => new(
        contact.Id.ToString(), contact.Medium.ToString(), contact.Channel.ToString(), StateOf(contact), contact.Shown?.Value,
        AgentDeskRows.QueueName(state, contact), contact.Line, contact.Priority.ToString(), contact.ArrivedAt, contact.ConnectedAt, contact.EndedAt,
        contact.Outcome?.ToString(), contact.Category, contact.Capacity.ToString(), contact.Incident, contact.Verified, CanWriteFreely(contact),
        AgentDeskRows.WindowUntil(state, contact), state.Open(contact.Note), state.Open(contact.TransferNote), contact.TransferTo, contact.Citizen?.ToString(),
        // A later holder of this contact must not learn of a confidential case that an earlier one opened.
        [.. contact.Cases.Where(c => !state.Cases.TryGetValue(c, out var linked) || !linked.Confidential).Select(c => c.ToString())],
        contact.ConfidentialLine, contact.Recording, [.. contact.Subjects.Select(s => new SubjectRow(state.Open(s.Name), state.Open(s.Note)))]);

    private static string StateOf(ContactModel contact) => contact.Stage switch
    {
        ContactStage.Arriving => "arriving",
        ContactStage.Waiting => "waiting",
        ContactStage.Transferring => "transferring",
        ContactStage.Bridged => "transferred",
        ContactStage.Ended => "ended",
        ContactStage.Ringing or ContactStage.Dialling or ContactStage.Talking or ContactStage.Held or ContactStage.Consulting or ContactStage.Conversation
            or ContactStage.WrapUp => AgentDeskRows.StateOf(contact),
    };

    /// <summary>Whether this channel takes free text at all; the console compares <c>WindowUntil</c> with its own clock.</summary>
    private static bool CanWriteFreely(ContactModel contact) => contact.Channel switch
    {
        Channel.Sms => true,
        Channel.WhatsApp => contact.LastInboundAt is not null,
        Channel.Voice or Channel.Web or Channel.Cimer or Channel.AcikKapi or Channel.WalkIn => false,
    };

    private static MessageRow Message(ViewState state, MessageModel message) => new(
        message.Id, message.Direction.ToString(), state.Open(message.Text) ?? state.Words["who.erased"], message.At, message.Status?.ToString(),
        message.StatusCode is null ? null : state.Words[$"error.{message.StatusCode}"], message.By, message.Template);
}
