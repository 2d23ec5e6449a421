using Microsoft.Extensions.Logging;
using Santral.Domain.Kernel;
using Santral.Engine.Cells;
using Santral.Engine.Hosting;
using Santral.Engine.Ports;

namespace Santral.Engine.Pump;

/// <summary>Brings one send to its target until it is recorded there or its source knows that it was refused.</summary>
internal sealed partial class SendRunner(IActorHost host, TimeProvider time, ILogger log)
{
    public async Task RunAsync(OpenSend send, CancellationToken cancel)
    {
        var backoff = new Backoff();
        while (true)
        {
            var reply = await DeliverAsync(send.Send.To, new Delivery
            {
                Id = CommandId.From(send.Id),
                Command = send.Send.Command,
                By = send.By,
                Lane = Lane.Reserved,
                Cause = Causes.Received(send.Id),
                Stamp = new(send.Source, send.Version, send.Ordinal),
            }).WaitAsync(cancel).ConfigureAwait(false);
            switch (reply)
            {
                case Reply.Accepted:
                    return;
                case Reply.Rejected rejected:
                    Refused(log, send.Send.Command.GetType().Name, send.Send.To, rejected.Code);
                    reply = await DeliverAsync(send.Source, new Delivery
                    {
                        Id = CommandId.From(Causes.Refused(send.Id)),
                        Command = new Notice.SendRefused(send.Send.To, send.Send.Command, rejected.Code),
                        By = Origin.System,
                        Lane = Lane.Reserved,
                        Cause = Causes.Refused(send.Id),
                    }).WaitAsync(cancel).ConfigureAwait(false);
                    if (reply is not Reply.Unavailable)
                    {
                        return;
                    }

                    break;
                case Reply.Unavailable:
                    break;
            }

            await backoff.WaitAsync(time, cancel).ConfigureAwait(false);
        }
    }

    private Task<Reply> DeliverAsync(ActorId target, Delivery delivery) => host.DeliverAsync(target, delivery);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Command} was refused by {Target}: {Code}.")]
    private static partial void Refused(ILogger log, string command, ActorId target, string code);
}
