using Santral.Domain.Kernel;
using Santral.Engine.Cells;
using Santral.Engine.Ports;

namespace Santral.Embedded;

/// <summary>One actor in memory: a bounded mailbox, and a cell that one pool thread at a time serves.</summary>
internal sealed class Activation(EmbeddedHost host, ActorId id) : IThreadPoolWorkItem
{
    /// <summary>Waiting commands per actor; the reserved lane has as many again.</summary>
    private const int MailboxCommands = 10_000;

    /// <summary>After this many commands the thread is given back, so that one hot actor does not starve the rest.</summary>
    private const int CommandsPerTurn = 256;

    private static readonly Reply.Unavailable Reload = new("engine.reload", TimeSpan.FromMilliseconds(50));

    private readonly Lock gate = new();
    private readonly Queue<Delivery> mailbox = new();
    private ActorCell? cell;
    private DateTimeOffset lastUsed = host.Now;
    private bool scheduled;
    private bool gone;

    public Posted TryPost(Delivery delivery)
    {
        lock (gate)
        {
            if (gone)
            {
                return Posted.Gone;
            }

            var bound = delivery.Lane == Lane.Reserved ? MailboxCommands * 2 : MailboxCommands;
            if (mailbox.Count >= bound)
            {
                return Posted.Full;
            }

            mailbox.Enqueue(delivery);
            lastUsed = host.Now;
            if (scheduled)
            {
                return Posted.Yes;
            }

            scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return Posted.Yes;
    }

    public void Execute()
    {
        if (cell is null)
        {
            _ = LoadThenServeAsync();
            return;
        }

        Serve(cell);
    }

    public void LeaveIfIdle(DateTimeOffset before)
    {
        lock (gate)
        {
            if (scheduled || mailbox.Count > 0 || lastUsed > before || cell?.Unreleased > 0)
            {
                return;
            }

            gone = true;
        }

        host.Remove(id, this);
    }

    private async Task LoadThenServeAsync()
    {
        try
        {
            cell = await host.LoadAsync(id).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            host.LoadFailed(id, fault);
            foreach (var delivery in Leave())
            {
                delivery.Complete(Reload);
            }

            return;
        }

        Serve(cell);
    }

    private void Serve(ActorCell served)
    {
        for (var i = 0; i < CommandsPerTurn; i++)
        {
            Delivery delivery;
            lock (gate)
            {
                if (!served.Poisoned && mailbox.Count == 0)
                {
                    scheduled = false;
                    return;
                }

                if (served.Poisoned)
                {
                    break;
                }

                delivery = mailbox.Dequeue();
            }

            served.Handle(delivery);
        }

        if (served.Poisoned)
        {
            foreach (var delivery in Leave())
            {
                _ = host.DeliverAsync(id, delivery);
            }

            return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Takes this activation out of the table; what still waits goes to whoever asks for it.</summary>
    private Delivery[] Leave()
    {
        Delivery[] left;
        lock (gate)
        {
            gone = true;
            left = [.. mailbox];
            mailbox.Clear();
        }

        host.Remove(id, this);
        return left;
    }
}
