using System.Text.Json;
using Microsoft.Extensions.Logging;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Telephony.Ari;

namespace Santral.Telephony.Switch;

/// <summary>
/// After every connection: the switch repeats nothing that was missed, so its lists are held against the book and against the
/// contacts that Santral believes to be on the line. Whatever differs is told as if the event had come.
/// </summary>
internal sealed partial class Reconciliation(
    IAriRequests ari, CallBook book, Teller teller, SwitchEvents events, SwitchEffects effects, ILiveCalls live, string app, ILogger log)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var channels = (await ListAsync(SwitchRequests.Channels(), cancel)).Select(AriChannel.Read).ToList();
        var bridges = (await ListAsync(SwitchRequests.Bridges(), cancel)).Select(b => AriEvent.Text(b, "id") ?? "").ToList();
        var calls = (await live.ListAsync(cancel)).ToDictionary(c => c.Contact);
        var there = channels.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);

        var adopted = Adopt(channels, calls, cancel);
        var ended = EndWhatIsGone(there, cancel);
        await FinishPromptsAsync(calls, cancel);
        var vanished = await TellVanishedAsync(calls, there, cancel);
        var swept = await SweepAsync(channels, bridges, calls, cancel);
        effects.Resume();
        Looked(log, channels.Count, adopted, ended, vanished, swept);
    }

    /// <summary>Channels of ours that the book does not hold: all of them after a restart, those of the last moments after a lost connection.</summary>
    private int Adopt(List<AriChannel> channels, Dictionary<ContactId, LiveCall> calls, CancellationToken cancel)
    {
        var adopted = 0;
        foreach (var channel in channels)
        {
            switch (Role(channel))
            {
                case [SwitchEvents.InboundRole, var line, ..] when book.Find(channel.Id) is null:
                    adopted++;
                    events.Arrive(channel, line, cancel);
                    break;
                case [SwitchEvents.LegRole, var name, ..] when Guid.TryParse(name, out var id) && calls.ContainsKey(new(id)):
                    adopted += book.Find(channel.Id) is null ? 1 : 0;
                    events.Answered(channel.Id, new(id), cancel);
                    break;
            }
        }

        return adopted;
    }

    /// <summary>Legs that left while we were away.</summary>
    private int EndWhatIsGone(HashSet<string> there, CancellationToken cancel)
    {
        var gone = book.Legs().Where(l => !there.Contains(l.Id)).ToList();
        foreach (var call in gone.GroupBy(l => l.Call))
        {
            if (call.Key.Contact is { } contact && call.Key.Legs.Keys.All(id => !there.Contains(id)))
            {
                // Not one leg is left: that is the switch's end, not the citizen's.
                teller.Tell(call.Key, new CallVanished(), $"vanished/{contact}", cancel);
                foreach (var leg in call)
                {
                    book.End(leg);
                }

                continue;
            }

            foreach (var leg in call)
            {
                events.Ended(leg, leg.HangupCause, cancel);
            }
        }

        return gone.Count;
    }

    private async Task FinishPromptsAsync(Dictionary<ContactId, LiveCall> calls, CancellationToken cancel)
    {
        foreach (var leg in book.Legs())
        {
            if (leg.Playing is { } playing)
            {
                if ((await ari.SendAsync(SwitchRequests.Playback(playing.Id), cancel)).NotFound)
                {
                    events.FinishPrompt(leg, playing.Id, heard: false, cancel);
                }
            }
        }

        // After a restart nothing is known of a prompt but that its contact waits for the end of it.
        foreach (var call in calls.Values)
        {
            if (call is { Prompt: { } prompt, CallerLeg: { } name } && book.Find(name) is { Inbound: true, Playing: null } leg && leg.Call.Contact is null)
            {
                teller.Tell(leg.Call, new PromptEnded(prompt, Heard: false), $"prompt-lost/{name}/{prompt}", cancel);
            }
        }
    }

    private async Task<int> TellVanishedAsync(Dictionary<ContactId, LiveCall> calls, HashSet<string> there, CancellationToken cancel)
    {
        var vanished = 0;
        foreach (var call in calls.Values)
        {
            if (call.CallerLeg is not { } leg || there.Contains(leg))
            {
                continue;
            }

            if (book.LegsOf(call.Contact).Count > 0)
            {
                // The citizen left while we were away, and somebody still holds the other end.
                await teller.TellAsync(call.Contact, new LegHungUp(leg), $"ended/{leg}", cancel);
            }
            else
            {
                vanished++;
                await teller.TellAsync(call.Contact, new CallVanished(), $"vanished/{call.Contact}", cancel);
            }
        }

        return vanished;
    }

    /// <summary>Bridges and rung legs whose contact is over: nobody else would ever end them.</summary>
    private async Task<int> SweepAsync(List<AriChannel> channels, List<string> bridges, Dictionary<ContactId, LiveCall> calls, CancellationToken cancel)
    {
        var swept = 0;
        foreach (var channel in channels)
        {
            var owner = Role(channel) is [SwitchEvents.LegRole, var name, ..] && Guid.TryParse(name, out var id) ? new ContactId(id) : Names.ContactIn(channel.Id);
            if (owner is { } contact && !calls.ContainsKey(contact) && book.Find(channel.Id) is null)
            {
                swept++;
                await ari.SendAsync(SwitchRequests.HangUp(channel.Id, "normal"), cancel);
            }
        }

        foreach (var bridge in bridges)
        {
            if (Names.ContactOfBridge(bridge) is { } contact && !calls.ContainsKey(contact) && book.FindCall(contact) is null)
            {
                swept++;
                await ari.SendAsync(SwitchRequests.EndBridge(bridge), cancel);
            }
        }

        return swept;
    }

    /// <summary>What the dialplan or our own request gave the channel: <c>santral,in,153</c> without the application's name.</summary>
    private string[] Role(AriChannel channel)
    {
        var parts = channel.AppData.Split(',');
        return parts.Length > 1 && parts[0] == app ? parts[1..] : [];
    }

    private async Task<IEnumerable<JsonElement>> ListAsync(AriRequest request, CancellationToken cancel)
    {
        var response = await ari.SendAsync(request, cancel);
        return response.Ok && response.Body.ValueKind == JsonValueKind.Array
            ? response.Body.EnumerateArray()
            : throw new AriLostException($"the switch did not list its {request.Path} (status {response.Status})");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The switch has {Channels} channels: {Adopted} adopted, {Ended} had ended, {Vanished} calls vanished, {Swept} leftovers ended.")]
    private static partial void Looked(ILogger log, int channels, int adopted, int ended, int vanished, int swept);
}
