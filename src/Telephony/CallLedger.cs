using Microsoft.Extensions.Hosting;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;
using Santral.Engine.Feeds;
using Santral.Engine.Ports;

namespace Santral.Telephony;

/// <summary>
/// The calls that are alive and the announcements that are switched on, folded from the journal: what the switch is held against
/// after a restart, when nothing else is left in memory.
/// </summary>
public sealed class CallLedger(DurableFeed feed, IJournal journal) : BackgroundService, ILiveCalls, ILineAnnouncements
{
    private readonly Lock gate = new();
    private readonly Dictionary<ContactId, LiveCall> calls = [];
    private readonly Dictionary<ContactId, string> dialling = [];
    private readonly Dictionary<string, string> announcements = new(StringComparer.Ordinal);
    private readonly List<(long Sequence, TaskCompletionSource Reached)> waiting = [];
    private long folded;

    public async ValueTask<IReadOnlyList<LiveCall>> ListAsync(CancellationToken cancel)
    {
        await ReachedAsync(journal.DurableSequence).WaitAsync(cancel);
        lock (gate)
        {
            return [.. calls.Values];
        }
    }

    public string? For(string line)
    {
        lock (gate)
        {
            return announcements.GetValueOrDefault(line);
        }
    }

    internal void Fold(FeedItem item)
    {
        List<TaskCompletionSource> reached;
        lock (gate)
        {
            if (item.Record.Actor.Kind == ActorKinds.Contact)
            {
                var contact = ContactId.Parse(item.Record.Actor.Key);
                foreach (var e in item.Record.Events)
                {
                    Contact(contact, e);
                }

                // The last thing that every call asks of the switch. An agent's wrap-up is no sign: after a transfer the call goes on.
                if (item.Record.Effects.Any(e => e.Effect is ReleaseCall))
                {
                    Forget(contact);
                }
            }
            else if (item.Record.Actor.Kind == ActorKinds.Desk)
            {
                foreach (var e in item.Record.Events.OfType<AnnouncementSwitched>())
                {
                    Switched(e);
                }
            }

            folded = item.Sequence;
            reached = [.. waiting.Where(w => w.Sequence <= folded).Select(w => w.Reached)];
            waiting.RemoveAll(w => w.Sequence <= folded);
        }

        foreach (var signal in reached)
        {
            signal.TrySetResult();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var item in feed.ReadAsync(0, stoppingToken))
        {
            Fold(item);
        }
    }

    private void Contact(ContactId contact, IEvent e)
    {
        switch (e)
        {
            case CallStarted started:
                calls[contact] = new(contact, started.Leg, null);
                break;
            case OutboundStarted:
                calls[contact] = new(contact, null, null);
                break;
            case CallerDialled dialled:
                dialling[contact] = dialled.Leg;
                break;

            // Only now is the citizen surely on the line: before, the switch may not even have been asked.
            case Connected when dialling.Remove(contact, out var leg) && calls.TryGetValue(contact, out var call):
                calls[contact] = call with { CallerLeg = leg };
                break;
            case PromptStarted prompt when calls.TryGetValue(contact, out var call):
                calls[contact] = call with { Prompt = prompt.Prompt };
                break;
            case ContactQueued when calls.TryGetValue(contact, out var call):
                calls[contact] = call with { Prompt = null };
                break;

            case ContactEnded:
                Forget(contact);
                break;
            default:
                break;
        }
    }

    private void Forget(ContactId contact)
    {
        calls.Remove(contact);
        dialling.Remove(contact);
    }

    private void Switched(AnnouncementSwitched e)
    {
        if (e.Sound is { } sound)
        {
            announcements[e.Line] = sound;
        }
        else
        {
            announcements.Remove(e.Line);
        }
    }

    private Task ReachedAsync(long sequence)
    {
        lock (gate)
        {
            if (folded >= sequence)
            {
                return Task.CompletedTask;
            }

            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((sequence, signal));
            return signal.Task;
        }
    }
}
