using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Ports;
using Santral.Telephony.Switch;

namespace Santral.Telephony.Simulated;

/// <summary>
/// The telephony port without a telephone: imagined citizens ring, and every effect is answered as a switch would answer it. All
/// chance comes from one seed and all time from the clock given, so a demonstration can be repeated.
/// </summary>
public sealed partial class SimulatedTelephony : IEffectPort, IHostedService
{
    /// <summary>Calls at one time; a further one hears a busy line.</summary>
    public const int MostCalls = 1_000;

    private static readonly EffectResult.Done Done = new();
    private static readonly EffectResult.Done Gone = new("gone");
    private readonly CallBook book = new();
    private readonly Dictionary<Call, Scene> scenes = [];
    private readonly Teller teller;
    private readonly Arrivals arrivals;
    private readonly ILiveCalls live;
    private readonly TimeProvider time;
    private readonly SimulatedPace pace;
    private readonly Random chance;
    private readonly ILogger log;
    private int arrived;

    public SimulatedTelephony(
        IActors actors, ISealer sealer, ILiveCalls live, ILineAnnouncements announcements, TimeProvider time, SimulatedPace pace, int seed, ILogger<SimulatedTelephony> log)
    {
        (this.live, this.time, this.pace, this.log) = (live, time, pace, log);
        chance = new Random(seed);
        teller = new Teller(actors, book, time, log);
        arrivals = new Arrivals(teller, sealer, announcements, time, log);
    }

    public string Port => Domain.Kernel.Ports.Telephony;

    public bool RepeatIsVisible => false;

    public int Calls => book.With(() => scenes.Count);

    /// <summary>A citizen rings. Returns the channel's name, or null when every line is busy.</summary>
    public string? Ring(SimulatedCaller caller)
    {
        var at = time.GetUtcNow();
        var leg = book.With(() =>
        {
            if (scenes.Count >= MostCalls)
            {
                return null;
            }

            // The instant is part of the name: a name once used would be the same call again after a restart.
            var made = book.AddArrival($"sim-{at.ToUnixTimeMilliseconds()}-{++arrived}");
            if (made is not null)
            {
                scenes[made.Call] = new Scene(caller, made);
            }

            return made;
        });
        if (leg is null)
        {
            return null;
        }

        teller.Queue(leg.Call, async () =>
        {
            if (await arrivals.TakeAsync(leg.Id, caller.Number, caller.Line, at, CancellationToken.None) is { } contact)
            {
                book.Name(leg.Call, contact);
            }
            else
            {
                Leave(leg);
            }
        });
        return leg.Id;
    }

    /// <summary>The citizen hangs up.</summary>
    public void HangUp(string caller)
    {
        if (book.Find(caller) is { } leg)
        {
            End(leg);
        }
    }

    public ValueTask<EffectResult> RunAsync(EffectCall call, CancellationToken cancel) => new(call.Effect switch
    {
        AnswerCall e => Answer(e),
        PlayPrompt e => Play(e, Names.Playback(call.Id, e.Prompt)),
        StopPrompt e => Stop(e.Leg),
        StartHoldMusic e => Music(e),
        RingLeg e => RingPhone(e),
        BridgeLegs e => Bridge(e),
        HoldLeg e => book.Find(e.Leg) is null ? Gone : Done,
        HangUpLeg e => EndNamed(e.Leg),
        ReleaseCall e => Release(e.Contact),
        _ => new EffectResult.Failed("effect.unknown"),
    });

    public ValueTask<EffectResult> SettleAsync(EffectCall call, CancellationToken cancel) => RunAsync(call, cancel);

    /// <summary>Imagined calls do not outlive the process that imagined them.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var call in await live.ListAsync(cancellationToken))
        {
            await teller.TellAsync(call.Contact, new CallVanished(), $"vanished/{call.Contact}", cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        book.With(() =>
        {
            foreach (var scene in scenes.Values)
            {
                scene.Dispose();
            }

            scenes.Clear();
        });
        return Task.CompletedTask;
    }

    private EffectResult.Done Answer(AnswerCall e)
    {
        book.Know(e.Contact, e.Leg);
        return book.Find(e.Leg) is null ? Gone : Done;
    }

    private EffectResult.Done Play(PlayPrompt e, string name)
    {
        if (book.Find(e.Leg) is not { } leg)
        {
            return Gone;
        }

        book.With(() =>
        {
            leg.Playing = new(name, e.Prompt);
            if (!scenes.TryGetValue(leg.Call, out var scene))
            {
                return;
            }

            scene.Restart(Scene.Prompt, Later(pace.Prompt, () => Played(leg, name, e.Prompt)));
            if (scene.Caller.Keys.TryGetValue(e.Prompt, out var digit))
            {
                scene.Restart(Scene.Key, Later(pace.Prompt / 2, () => teller.Tell(leg.Call, new CallerPressed(digit), $"key/{name}", CancellationToken.None)));
            }
        });
        return Done;
    }

    private void Played(Leg leg, string name, string prompt)
    {
        var mine = book.With(() =>
        {
            var current = leg.Playing?.Id == name && !leg.Ended;
            leg.Playing = current ? null : leg.Playing;
            return current;
        });
        if (mine)
        {
            teller.Tell(leg.Call, new PromptEnded(prompt), $"prompt/{leg.Id}/{name}", CancellationToken.None);
        }
    }

    private EffectResult.Done Stop(string name)
    {
        if (book.Find(name) is { } leg)
        {
            book.With(() => leg.Playing = null);
        }

        return Done;
    }

    private EffectResult.Done Music(StartHoldMusic e)
    {
        if (book.Find(e.Leg) is not { Inbound: true } leg)
        {
            return Done;
        }

        book.With(() =>
        {
            if (scenes.TryGetValue(leg.Call, out var scene) && !scene.Has(Scene.Patience))
            {
                scene.Restart(Scene.Patience, time.CreateTimer(_ => End(leg), null, scene.Caller.Patience, Timeout.InfiniteTimeSpan));
            }
        });
        return Done;
    }

    private EffectResult.Done RingPhone(RingLeg e)
    {
        if (e.CallerLeg is { } wanted && book.Find(wanted) is null)
        {
            return Gone;
        }

        var leg = book.Add(e.Contact, e.Leg, inbound: false);
        book.With(() =>
        {
            leg.RungFor = e.CallerLeg;
            leg.Rang = true;
            leg.Watch ??= Later(pace.Answer, () => Answer(leg));
        });
        return Done;
    }

    private void Answer(Leg leg)
    {
        if (book.With(() => !leg.Ended && (leg.Answered = true)))
        {
            teller.Tell(leg.Call, new LegAnswered(leg.Id), $"answered/{leg.Id}", CancellationToken.None);
        }
    }

    private EffectResult.Done Bridge(BridgeLegs e)
    {
        book.With(() =>
        {
            if (book.FindCall(e.Contact) is not { } call || !scenes.TryGetValue(call, out var scene))
            {
                return;
            }

            scene.Stop(Scene.Patience);
            scene.Recording ??= e.RecordAs is { } name ? (name, time.GetTimestamp()) : null;
            if (e.Legs.Contains(scene.Leg.Id) && !scene.Has(Scene.Talk))
            {
                scene.Restart(Scene.Talk, time.CreateTimer(_ => End(scene.Leg), null, scene.Caller.Talks, Timeout.InfiniteTimeSpan));
            }
        });
        return Done;
    }

    private EffectResult.Done EndNamed(string name)
    {
        if (book.Find(name) is not { } leg)
        {
            return Gone;
        }

        book.With(() => leg.Why ??= LegFailure.Cancelled);
        End(leg);
        return Done;
    }

    private EffectResult.Done Release(ContactId contact)
    {
        foreach (var leg in book.LegsOf(contact))
        {
            EndNamed(leg.Id);
        }

        book.Release(contact);
        return Done;
    }

    private void End(Leg leg)
    {
        var recording = book.With(() => leg.Inbound ? Leave(leg) : null);
        if (!leg.Inbound && !book.End(leg))
        {
            return;
        }

        ContactCommand told = leg switch
        {
            { Inbound: true } => new CallerHungUp("normal"),
            { Answered: true } => new LegHungUp(leg.Id),
            _ => new LegFailed(leg.Id, leg.Why ?? LegFailure.Cancelled),
        };
        teller.Tell(leg.Call, told, $"ended/{leg.Id}", CancellationToken.None);
        if (recording is var (name, since))
        {
            teller.Tell(leg.Call, new RecordingStored(name, time.GetElapsedTime(since)), $"recording/{name}", CancellationToken.None);
        }

        foreach (var unwanted in book.Legs().Where(l => l.RungFor == leg.Id && !l.Answered))
        {
            EndNamed(unwanted.Id);
        }
    }

    /// <summary>The citizen is off the line: nothing of the scene happens any more.</summary>
    private (string Name, long Since)? Leave(Leg leg) => book.With(() =>
    {
        book.End(leg);
        if (!scenes.Remove(leg.Call, out var scene))
        {
            return null;
        }

        scene.Dispose();
        Left(log, leg.Id);
        return scene.Recording;
    });

    private ITimer Later(TimeSpan most, Action work)
    {
        var after = most / 2 + (most / 2 * chance.NextDouble());
        return time.CreateTimer(_ => work(), null, after, Timeout.InfiniteTimeSpan);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The imagined caller on {Leg} left.")]
    private static partial void Left(ILogger log, string leg);
}
