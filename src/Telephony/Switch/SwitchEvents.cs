using Microsoft.Extensions.Logging;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Telephony.Ari;

namespace Santral.Telephony.Switch;

/// <summary>What the switch says, as commands to contacts.</summary>
internal sealed partial class SwitchEvents(IAriRequests ari, CallBook book, Teller teller, Arrivals arrivals, ILogger log)
{
    public const string InboundRole = "in";
    public const string LegRole = "leg";

    public void Take(AriEvent e, CancellationToken cancel)
    {
        switch (e)
        {
            case AriEvent.StasisStart { Args: [InboundRole, var line, ..] } start:
                Arrive(start.Channel, line, cancel);
                break;
            case AriEvent.StasisStart { Args: [LegRole, var contact, ..] } start:
                Answered(start.Channel.Id, ContactId.Parse(contact), cancel);
                break;
            case AriEvent.StasisStart start:
                Unknown(log, start.Channel.Id);
                break;
            case AriEvent.ChannelState { Channel: { State: "Ringing" or "Up" } channel }:
                book.With(() => book.Find(channel.Id) is { } leg && (leg.Rang = true));
                break;
            case AriEvent.ChannelState:
                break;
            case AriEvent.HangupRequest hangup:
                book.With(() => book.Find(hangup.ChannelId) is { } leg ? leg.HangupCause = hangup.Cause : 0);
                break;
            case AriEvent.Dtmf dtmf:
                Pressed(dtmf, cancel);
                break;
            case AriEvent.PlaybackFinished playback:
                PromptEnded(playback, cancel);
                break;
            case AriEvent.RecordingFinished recording:
                Recorded(recording.Name, recording.Length, cancel);
                break;
            case AriEvent.RecordingFailed recording:
                RecordingFailed(log, recording.Name, recording.Cause);
                Recorded(recording.Name, TimeSpan.Zero, cancel);
                break;
            case AriEvent.StasisEnd end:
                if (book.Find(end.ChannelId) is { } left)
                {
                    Ended(left, left.HangupCause, cancel);
                }

                break;
            case AriEvent.ChannelDestroyed gone:
                if (book.Find(gone.ChannelId) is { } destroyed)
                {
                    Ended(destroyed, gone.Cause, cancel);
                }

                break;
            case AriEvent.Replaced or AriEvent.Other:
                break;
        }
    }

    /// <summary>Also for a channel found after a restart: the address answers with the contact that it made before.</summary>
    public void Arrive(AriChannel channel, string line, CancellationToken cancel)
    {
        if (book.AddArrival(channel.Id) is not { } leg)
        {
            return;
        }

        book.With(() => leg.Answered = channel.Up);
        teller.Queue(leg.Call, async () =>
        {
            if (await arrivals.TakeAsync(channel.Id, channel.Number, line, channel.CreatedAt, cancel) is { } contact)
            {
                book.Name(leg.Call, contact);
                return;
            }

            book.End(leg);
            await ari.SendAsync(SwitchRequests.Fallback(channel.Id), cancel);
        });
    }

    public void Answered(string channel, ContactId contact, CancellationToken cancel)
    {
        var leg = book.Add(contact, channel, inbound: false);
        var first = book.With(() =>
        {
            var before = leg.Answered;
            leg.Answered = leg.Rang = true;
            leg.Watch?.Dispose();
            leg.Watch = null;
            return !before;
        });
        if (first)
        {
            teller.Tell(leg.Call, new LegAnswered(channel), $"answered/{channel}", cancel);
        }
    }

    /// <summary>A leg is gone. Legs that were rung for it are not wanted any more, and are cancelled before anyone decides anything.</summary>
    public void Ended(Leg leg, int cause, CancellationToken cancel)
    {
        if (!book.End(leg))
        {
            return;
        }

        ContactCommand command = leg switch
        {
            { Inbound: true } => new CallerHungUp(Causes.Name(cause)),
            { Answered: true } => new LegHungUp(leg.Id),
            _ => new LegFailed(leg.Id, leg.Why ?? Causes.Failure(cause, leg.Rang)),
        };
        teller.Tell(leg.Call, command, $"ended/{leg.Id}", cancel);
        foreach (var unwanted in book.Legs().Where(l => l.RungFor == leg.Id && !l.Answered))
        {
            book.With(() => unwanted.Why ??= LegFailure.Cancelled);
            teller.Queue(unwanted.Call, async () => await ari.SendAsync(SwitchRequests.HangUp(unwanted.Id, "normal"), cancel));
        }
    }

    private void Pressed(AriEvent.Dtmf dtmf, CancellationToken cancel)
    {
        if (book.Find(dtmf.ChannelId) is { Inbound: true } leg)
        {
            teller.Tell(leg.Call, new CallerPressed(dtmf.Digit), $"key/{leg.Id}/{dtmf.At.ToUnixTimeMilliseconds()}/{dtmf.Digit}", cancel);
        }
    }

    private void PromptEnded(AriEvent.PlaybackFinished playback, CancellationToken cancel)
    {
        if (book.Find(playback.ChannelId) is not { } leg)
        {
            return;
        }

        if (playback.State == "failed")
        {
            NotPlayed(log, playback.PlaybackId);
        }

        FinishPrompt(leg, playback.PlaybackId, heard: playback.State != "failed", cancel);
    }

    /// <summary>A prompt that was stopped or replaced is not the leg's any more and says nothing.</summary>
    public void FinishPrompt(Leg leg, string playback, bool heard, CancellationToken cancel)
    {
        var (mine, music) = book.With(() =>
        {
            var current = leg.Playing?.Id == playback;
            leg.Playing = current ? null : leg.Playing;
            return (current, leg.Music);
        });
        if (!mine)
        {
            return;
        }

        if (music)
        {
            // The switch forgets the music when it plays something over it.
            teller.Queue(leg.Call, async () => await ari.SendAsync(SwitchRequests.StartMusic(leg.Id), cancel));
        }

        teller.Tell(leg.Call, new PromptEnded(Names.PromptOf(playback), heard), $"prompt/{leg.Id}/{playback}", cancel);
    }

    private void Recorded(string name, TimeSpan length, CancellationToken cancel)
    {
        var call = book.EndRecording(name);
        if (call is null && Names.ContactIn(name) is { } contact)
        {
            call = new Call { Contact = contact };
        }

        if (call is not null)
        {
            teller.Tell(call, new RecordingStored(name, length), $"recording/{name}", cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The channel {Leg} entered without a role we know; it is left alone.")]
    private static partial void Unknown(ILogger log, string leg);

    [LoggerMessage(Level = LogLevel.Error, Message = "The prompt {Playback} could not be played: is its sound installed? The call goes on without it.")]
    private static partial void NotPlayed(ILogger log, string playback);

    [LoggerMessage(Level = LogLevel.Error, Message = "The recording {Name} failed: {Cause}.")]
    private static partial void RecordingFailed(ILogger log, string name, string cause);
}
