using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Santral.Domain.Addresses;
using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Intake;
using Santral.Engine.Ports;

namespace Santral.Messaging.Inbound;

/// <summary>
/// The one path of every inbound message and status, from a webhook or from a list: seal, ask the actor, wait until it is durable.
/// </summary>
internal sealed partial class InboundDesk(IActors actors, ISealer sealer, MessagingMetrics metrics, ILogger<InboundDesk> log)
{
    /// <summary>The engine's code for an id that came before with other content: for a provider's id that is a repeat.</summary>
    public const string Repeated = "command.id_reused";

    private static readonly TimeSpan AfterRefusal = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<CommandId, byte> linked = new();

    public async ValueTask<TakeResult> TakeAsync(InboundText text, CancellationToken cancel)
    {
        var command = CommandId.From($"{text.Provider}:{text.MessageId}");
        var key = Addressing.Key(sealer, text.Channel, text.Sender);
        var subject = key.Actor.ToString();
        var message = new IncomingMessage(
            text.MessageId, text.Provider, sealer.Seal(subject, DataClass.Message, text.Text, command), text.ReceivedAt, text.Attachments);
        var receive = new ReceiveText(
            text.Channel, sealer.Seal(subject, DataClass.Contact, text.Sender, command), text.Line, message,
            text.ProfileName is null ? null : sealer.Seal(subject, DataClass.Contact, text.ProfileName, command));
        var reply = await actors.AskAsync(key.Actor, receive, command, By(text.Provider), cancel: cancel).ConfigureAwait(false);
        if (reply is Reply.Accepted { Value: Taken { Citizen: { } citizen } } && text.Alias is not null)
        {
            await LinkAsync(text, citizen, cancel).ConfigureAwait(false);
        }

        return Judge(text.Provider, nameof(ReceiveText), reply, refusalIsFinal: false);
    }

    public async ValueTask<TakeResult> TakeAsync(InboundStatus status, CancellationToken cancel)
    {
        if (status.Route is not { } route)
        {
            metrics.Webhook(status.Provider, "unrouted");
            return new(Taking.Unrouted);
        }

        ICommand note = route.Source.Kind == ActorKinds.Citizen
            ? new NoteNoticeStatus(status.MessageId, route.MessageId, status.Status, status.Code)
            : new NoteMessageStatus(status.MessageId, route.MessageId, status.Status, status.Code);
        var command = CommandId.From($"{status.Provider}-status:{status.MessageId}:{status.Status}");
        var reply = await actors.AskAsync(route.Source, note, command, By(status.Provider), cancel: cancel).ConfigureAwait(false);

        // A status that its actor refuses is news that nobody can use; another attempt would not change that.
        return Judge(status.Provider, note.GetType().Name, reply, refusalIsFinal: true);
    }

    /// <summary>
    /// A sender seen with a number and an id of the provider's may later show the id alone; it must still be the same citizen.
    /// The message is already durable, so a failure here only means that the next message tries again.
    /// </summary>
    private async ValueTask LinkAsync(InboundText text, CitizenId citizen, CancellationToken cancel)
    {
        var alias = Addressing.Key(sealer, text.Channel, text.Alias!);
        var command = CommandId.From($"alias:{alias}:{citizen}");
        if (linked.ContainsKey(command))
        {
            return;
        }

        var reply = await actors.AskAsync(alias.Actor, new Reassign(citizen), command, By(text.Provider), cancel: cancel).ConfigureAwait(false);
        if (reply is Reply.Accepted && linked.Count < MessagingLimits.RememberedLinks)
        {
            linked.TryAdd(command, 0);
        }
    }

    private TakeResult Judge(string provider, string what, Reply reply, bool refusalIsFinal)
    {
        switch (reply)
        {
            case Reply.Accepted:
                metrics.Webhook(provider, "accepted");
                return new(Taking.Accepted);
            case Reply.Rejected { Code: Repeated }:
                metrics.Webhook(provider, "duplicate");
                return new(Taking.Duplicate);
            case Reply.Rejected refused:
                metrics.Webhook(provider, "refused");
                Refused(log, provider, what, refused.Code);
                return refusalIsFinal ? new(Taking.Unrouted) : new(Taking.Unavailable, AfterRefusal);
            case Reply.Unavailable unavailable:
                metrics.Webhook(provider, "unavailable");
                return new(Taking.Unavailable, unavailable.RetryAfter);
            default:
                throw new InvalidOperationException($"A reply of unknown kind: {reply.GetType().Name}.");
        }
    }

    private static Origin By(string provider) => new(provider, "provider", "messaging");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {What} from {Provider} was refused with {Code}.")]
    private static partial void Refused(ILogger log, string provider, string what, string code);
}
