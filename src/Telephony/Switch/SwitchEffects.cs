using Microsoft.Extensions.Logging;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Telephony.Ari;

namespace Santral.Telephony.Switch;

/// <summary>
/// What contacts ask, as requests to the switch. A channel or bridge that is gone is no failure here: its end was or will be told
/// by its own event. Only a lost connection makes an effect wait, until its time has passed.
/// </summary>
internal sealed partial class SwitchEffects(IAriRequests ari, CallBook book, Teller teller, ISealer sealer, string app, TimeProvider time, ILogger log)
{
    /// <summary>The switch's answer for a channel that is not, or not any more, in our application.</summary>
    private const int Leaving = 422;
    private static readonly EffectResult.Done Done = new();
    private static readonly EffectResult.Done Gone = new("gone");
    private static readonly EffectResult.Retry Later = new(TimeSpan.FromMilliseconds(200));

    private volatile bool reconciled;

    /// <summary>Effects wait while the switch's lists are being read: a decision made on the old picture may be void.</summary>
    public void Pause() => reconciled = false;

    public void Resume() => reconciled = true;

    public async ValueTask<EffectResult> RunAsync(EffectCall call, CancellationToken cancel)
    {
        if (!reconciled || call.Effect is not TelephonyEffect effect)
        {
            return call.Effect is TelephonyEffect ? Later : new EffectResult.Failed("effect.unknown");
        }

        return effect switch
        {
            AnswerCall e => await AnswerAsync(e, cancel),
            PlayPrompt e => await PlayAsync(call, e, cancel),
            StopPrompt e => await StopAsync(e, cancel),
            StartHoldMusic e => await MusicAsync(e, cancel),
            RingLeg e => await RingAsync(e, cancel),
            BridgeLegs e => await BridgeAsync(e, cancel),
            HoldLeg e => await HoldAsync(e, cancel),
            HangUpLeg e => await HangUpAsync(e, cancel),
            ReleaseCall e => await ReleaseAsync(e, cancel),
            _ => new EffectResult.Failed("effect.unknown"),
        };
    }

    private async ValueTask<EffectResult> AnswerAsync(AnswerCall e, CancellationToken cancel)
    {
        book.Know(e.Contact, e.Leg);
        var response = await ari.SendAsync(SwitchRequests.Answer(e.Leg), cancel);
        if (response.NotFound && book.Find(e.Leg) is null)
        {
            // It left before the contact knew it; without this word the contact would wait for a caller who is gone.
            await teller.TellAsync(e.Contact, new CallerHungUp("gone"), $"ended/{e.Leg}", cancel);
        }

        return Ended(response);
    }

    private async ValueTask<EffectResult> PlayAsync(EffectCall call, PlayPrompt e, CancellationToken cancel)
    {
        var name = Names.Playback(call.Id, e.Prompt);
        if (book.Find(e.Leg) is not { } leg)
        {
            return Gone;
        }

        var before = book.With(() =>
        {
            var playing = leg.Playing;
            leg.Playing = new(name, e.Prompt);
            return playing;
        });
        if (before?.Id == name && (await ari.SendAsync(SwitchRequests.Playback(name), cancel)).Ok)
        {
            return Done;
        }

        if (before is not null && before.Id != name)
        {
            await ari.SendAsync(SwitchRequests.StopPlaying(before.Id), cancel);
        }

        return Ended(await ari.SendAsync(SwitchRequests.Play(e.Leg, name, e.Sounds), cancel));
    }

    private async ValueTask<EffectResult> StopAsync(StopPrompt e, CancellationToken cancel)
    {
        if (book.Find(e.Leg) is not { } leg || book.With(() => (leg.Playing, leg.Playing = null).Item1) is not { } playing)
        {
            return Done;
        }

        return Ended(await ari.SendAsync(SwitchRequests.StopPlaying(playing.Id), cancel));
    }

    private async ValueTask<EffectResult> MusicAsync(StartHoldMusic e, CancellationToken cancel)
    {
        if (book.Find(e.Leg) is { } leg)
        {
            book.With(() => leg.Music = true);
        }

        return Ended(await ari.SendAsync(SwitchRequests.StartMusic(e.Leg), cancel));
    }

    private async ValueTask<EffectResult> BridgeAsync(BridgeLegs e, CancellationToken cancel)
    {
        var bridge = Names.Bridge(e.Contact);
        var made = await ari.SendAsync(SwitchRequests.MakeBridge(bridge), cancel);
        if (made.IsLost || made.NotReady)
        {
            return Later;
        }

        foreach (var name in e.Legs)
        {
            await QuietAsync(name, cancel);
            var joined = await ari.SendAsync(SwitchRequests.Join(bridge, name), cancel);
            if (joined.IsLost)
            {
                return Later;
            }

            // A leg that is leaving (422) or gone says so itself; one that is there and does not join must not stand in silence.
            if (joined is { Ok: false, NotFound: false, Status: not Leaving } && book.Find(name) is not null)
            {
                NotJoined(log, name, joined.Status);
                return new EffectResult.Failed("bridge.not_joined");
            }
        }

        return await RecordAsync(e, bridge, cancel);
    }

    /// <summary>Nobody joins a conversation with music or a prompt still in the ear.</summary>
    private async Task QuietAsync(string name, CancellationToken cancel)
    {
        if (book.Find(name) is not { } leg)
        {
            return;
        }

        var (music, playing) = book.With(() =>
        {
            var before = (leg.Music, leg.Playing);
            leg.Music = false;
            leg.Playing = null;
            return before;
        });
        if (playing is not null)
        {
            await ari.SendAsync(SwitchRequests.StopPlaying(playing.Id), cancel);
        }

        if (music)
        {
            await ari.SendAsync(SwitchRequests.StopMusic(name), cancel);
        }
    }

    private async ValueTask<EffectResult> RecordAsync(BridgeLegs e, string bridge, CancellationToken cancel)
    {
        if (book.FindCall(e.Contact) is { Recording: { } running } call)
        {
            var back = book.With(() => call.Held is { } held && e.Legs.Contains(held) && (call.Held = null) is null);
            return back ? Ended(await ari.SendAsync(SwitchRequests.ResumeRecording(running), cancel)) : Done;
        }

        if (e.RecordAs is not { } name)
        {
            return Done;
        }

        book.Recording(e.Contact, name);
        var response = await ari.SendAsync(SwitchRequests.Record(bridge, name), cancel);
        if (response is { Ok: false, IsLost: false, Conflict: false })
        {
            book.EndRecording(name);
            NotRecorded(log, name, response.Status);
        }

        return Ended(response);
    }

    private async ValueTask<EffectResult> HoldAsync(HoldLeg e, CancellationToken cancel)
    {
        if (book.FindCall(e.Contact) is { Recording: { } recording } call)
        {
            // What the agent says into the room while the citizen waits is nobody's record.
            book.With(() => call.Held = e.Leg);
            await ari.SendAsync(SwitchRequests.PauseRecording(recording), cancel);
        }

        var parted = await ari.SendAsync(SwitchRequests.Part(Names.Bridge(e.Contact), e.Leg), cancel);
        return parted.IsLost ? Later : await MusicAsync(new StartHoldMusic(e.Contact, e.Leg), cancel);
    }

    private async ValueTask<EffectResult> HangUpAsync(HangUpLeg e, CancellationToken cancel)
    {
        if (book.Find(e.Leg) is { } leg)
        {
            book.With(() => leg.Why ??= LegFailure.Cancelled);
        }

        return Ended(await ari.SendAsync(SwitchRequests.HangUp(e.Leg, Reason(e.Reason)), cancel));
    }

    private async ValueTask<EffectResult> ReleaseAsync(ReleaseCall e, CancellationToken cancel)
    {
        foreach (var leg in book.LegsOf(e.Contact))
        {
            book.With(() => leg.Why ??= LegFailure.Cancelled);
            if ((await ari.SendAsync(SwitchRequests.HangUp(leg.Id, "normal"), cancel)).IsLost)
            {
                return Later;
            }
        }

        if ((await ari.SendAsync(SwitchRequests.EndBridge(Names.Bridge(e.Contact)), cancel)).IsLost)
        {
            return Later;
        }

        book.Release(e.Contact);
        return Done;
    }

    private static EffectResult Ended(AriResponse response) => response switch
    {
        { IsLost: true } or { NotReady: true } => Later,
        { Ok: true } or { Conflict: true } => Done,
        _ => Gone,
    };

    /// <summary>The reasons the switch knows; any other is a normal end.</summary>
    private static string Reason(string reason) => reason is "busy" or "congestion" or "no_answer" or "timeout" or "rejected" ? reason : "normal";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Leg} did not join its call (status {Status}).")]
    private static partial void NotJoined(ILogger log, string leg, int status);

    [LoggerMessage(Level = LogLevel.Error, Message = "The recording {Name} did not start (status {Status}).")]
    private static partial void NotRecorded(ILogger log, string name, int status);
}
