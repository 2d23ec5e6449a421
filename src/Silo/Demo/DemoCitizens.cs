using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Intake;
using Santral.Engine.Ports;
using Santral.Telephony.Simulated;
using Santral.Views;
using Santral.Views.Rows;

namespace Santral.Silo.Demo;

/// <summary>The citizens: they ring, write, and write back. What each of them wants is known here to whoever speaks with them.</summary>
internal sealed class DemoCitizens(DemoScript script, SimulatedTelephony telephony, DemoWebhook webhook, ITopics topics, IViews views, ISealer sealer, IPackSource packs, TimeProvider time)
{
    private static readonly DemoStory Unknown = DemoStories.Calls.First(s => s.Kind is StoryKind.Question);

    private readonly Lock gate = new();
    private readonly Random chance = new(DemoScript.Seed + 3);
    private readonly Dictionary<(AddressKey, Medium), (DemoCitizen? Citizen, DemoStory Story)> wishes = [];
    private readonly Dictionary<string, (DemoMessage Message, int Written)> writing = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> writesBack = new();

    /// <summary>Who a contact is with and what they want.</summary>
    public (DemoCitizen? Citizen, DemoStory Story) Of(string contact)
    {
        var facts = views.Read(r => r.Contact(ContactId.Parse(contact)));
        lock (gate)
        {
            return facts is { From: { } key } && wishes.TryGetValue((key, facts.Medium), out var wish) ? wish : (null, Unknown);
        }
    }

    /// <summary>An answer reached the citizen, who will write back unless all is said.</summary>
    public void Received(string to)
    {
        var number = to[(to.IndexOf(':', StringComparison.Ordinal) + 1)..];
        lock (gate)
        {
            if (writing.TryGetValue(number, out var open) && open.Written == 1 && open.Message.Story.WriteBack.Length > 0)
            {
                writing[number] = (open.Message, 2);
                writesBack.Enqueue(number, time.GetUtcNow() + DemoPace.WriteBack.Draw(chance));
            }
        }
    }

    public async Task PlayAsync(CancellationToken cancel)
    {
        for (var i = 0; i < DemoPace.OpeningCalls; i++)
        {
            Ring();
        }

        for (var i = 0; i < DemoPace.FirstMessages; i++)
        {
            await WriteAsync(cancel);
        }

        using var look = new PeriodicTimer(DemoPace.Look, time);
        var nextCall = time.GetUtcNow() + DemoPace.OpeningDanger.Draw(chance);
        var nextMessage = time.GetUtcNow() + DemoPace.OpeningEvery.Draw(chance);
        var opening = DemoPace.OpeningMessages - DemoPace.FirstMessages;
        while (await look.WaitForNextTickAsync(cancel))
        {
            var now = time.GetUtcNow();
            while (NextBack(now) is { } message)
            {
                await webhook.WriteAsync(message.Citizen, message.Channel, message.Line, message.Story.WriteBack, cancel);
            }

            if (now >= nextCall)
            {
                nextCall = now + DemoPace.CallEvery.Draw(chance);
                if (Open() < DemoPace.MostOpenContacts)
                {
                    Ring();
                }
            }

            if (now >= nextMessage)
            {
                nextMessage = now + (--opening > 0 ? DemoPace.OpeningEvery : DemoPace.MessageEvery).Draw(chance);
                if (Open() < DemoPace.MostOpenContacts)
                {
                    await WriteAsync(cancel);
                }
            }
        }
    }

    /// <summary>Every call on the line, and the conversations that wait or are with someone.</summary>
    private int Open()
    {
        var rows = packs.Current.Queues.Select(q => q.Desk).Distinct().SelectMany(d => topics.Snapshot($"desk:{d}").Rows).Select(r => r.Row).ToArray();
        return telephony.Calls + rows.OfType<WaitingRow>().Count(w => w.Medium != nameof(Medium.Call)) + rows.OfType<AgentRow>().Sum(a => a.Conversations);
    }

    private void Ring()
    {
        var call = script.NextCall();
        if (call.Citizen is { } citizen)
        {
            Wish(citizen, Medium.Call, call.Story);
        }

        telephony.Ring(call.Caller);
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        var message = script.NextMessage();
        Wish(message.Citizen, Medium.Conversation, message.Story);
        lock (gate)
        {
            writing[message.Citizen.Number] = (message, 1);
        }

        await webhook.WriteAsync(message.Citizen, message.Channel, message.Line, message.Story.Opening, cancel);
    }

    private DemoMessage? NextBack(DateTimeOffset now)
    {
        lock (gate)
        {
            return writesBack.TryPeek(out _, out var due) && due <= now ? writing[writesBack.Dequeue()].Message : null;
        }
    }

    private void Wish(DemoCitizen citizen, Medium medium, DemoStory story)
    {
        lock (gate)
        {
            wishes[(Addressing.Key(sealer, Channel.Voice, citizen.Number), medium)] = (citizen, story);
        }
    }
}
