using Microsoft.Extensions.Logging;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Telephony.Ari;

namespace Santral.Telephony.Switch;

/// <summary>
/// Tells contacts what happened, each in the order in which it happened and each until it is durable. Nothing is dropped: when too
/// much waits, the connection is given up and the switch's lists take the place of what was not told.
/// </summary>
internal sealed partial class Teller(IActors actors, CallBook book, TimeProvider time, ILogger log)
{
    /// <summary>Commands that may wait for their turn, of all calls together.</summary>
    public const int MostWaiting = 10_000;

    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(1);
    private static readonly Origin Switch = new("switch", "system", "telephony");
    private int waiting;

    /// <summary>Queues a command for a leg's contact; skipped if, when its turn comes, the contact is unknown (it was never taken).</summary>
    /// <param name="id">The event's own identity: the same event told twice is applied once.</param>
    public void Tell(Call call, ContactCommand command, string id, CancellationToken cancel) =>
        Queue(call, async () =>
        {
            if (call.Contact is { } contact)
            {
                await TellAsync(contact, command, id, cancel);
            }
        });

    /// <summary>Runs work after everything queued before for the same call.</summary>
    public void Queue(Call call, Func<Task> work)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new AriLostException($"more than {MostWaiting} commands wait; starting over from the switch's lists");
        }

        book.With(() => call.Told = AfterAsync(call.Told, work));
    }

    public async Task TellAsync(ContactId contact, ContactCommand command, string id, CancellationToken cancel)
    {
        var reply = await AskAsync(contact.Actor, command, CommandId.From($"switch/{id}"), time.GetTimestamp(), null, cancel);
        if (reply is Reply.Rejected rejected)
        {
            Refused(log, command.GetType().Name, contact, rejected.Code);
        }
    }

    /// <summary>Asks until there is an answer, or until patience ends.</summary>
    public async Task<Reply> AskAsync(ActorId target, ICommand command, CommandId id, long since, TimeSpan? patience, CancellationToken cancel)
    {
        while (true)
        {
            var reply = await actors.AskAsync(target, command, id, Switch, Lane.Reserved, cancel);
            if (reply is not Reply.Unavailable unavailable || time.GetElapsedTime(since) > patience)
            {
                return reply;
            }

            Waiting(log, command.GetType().Name, unavailable.Code);
            await Task.Delay(unavailable.RetryAfter < LongestRetry ? unavailable.RetryAfter : LongestRetry, time, cancel);
        }
    }

    private async Task AfterAsync(Task before, Func<Task> work)
    {
        // Off the lock that the caller holds.
        await Task.Yield();
        await before;
        try
        {
            await work();
        }
        catch (OperationCanceledException e)
        {
            Stopped(log, e.Message);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What cannot be told must not silence what comes after it on the same call.
            Failed(log, e);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Command} was refused by contact {Contact}: {Code}.")]
    private static partial void Refused(ILogger log, string command, ContactId contact, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Command} waits: {Code}.")]
    private static partial void Waiting(ILogger log, string command, string code);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped before everything was told: {Why}")]
    private static partial void Stopped(ILogger log, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "A contact could not be told what happened on its line.")]
    private static partial void Failed(ILogger log, Exception e);
}
