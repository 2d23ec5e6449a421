using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Engine.Ports;
using Santral.Telephony.Ari;
using Santral.Telephony.Switch;

namespace Santral.Telephony;

/// <summary>
/// The telephony port on a real Asterisk: it listens to the switch for as long as it runs, and carries out what contacts ask.
/// </summary>
public sealed class AsteriskTelephony : BackgroundService, IEffectPort, IAriListener
{
    private readonly AriClient client;
    private readonly SwitchEvents events;
    private readonly SwitchEffects effects;
    private readonly Reconciliation reconciliation;

    public AsteriskTelephony(
        AriOptions options, IActors actors, ISealer sealer, ILiveCalls live, ILineAnnouncements announcements, TimeProvider time, ILoggerFactory logs)
    {
        var log = logs.CreateLogger<AsteriskTelephony>();
        var book = new CallBook();
        client = new AriClient(options, time, logs.CreateLogger<AriClient>());
        var teller = new Teller(actors, book, time, log);
        events = new SwitchEvents(client, book, teller, new Arrivals(teller, sealer, announcements, time, log), log);
        effects = new SwitchEffects(client, book, teller, sealer, options.App, time, log);
        reconciliation = new Reconciliation(client, book, teller, events, effects, live, options.App, log);
    }

    public string Port => Domain.Kernel.Ports.Telephony;

    /// <summary>Everything made at the switch has a name that follows from the effect, so a repeat finds it there.</summary>
    public bool RepeatIsVisible => false;

    public bool Connected => client.Connected;

    /// <summary>Why there is no connection; null while there is one.</summary>
    public string? Problem => client.Problem;

    public ValueTask<EffectResult> RunAsync(EffectCall call, CancellationToken cancel) => effects.RunAsync(call, cancel);

    public ValueTask<EffectResult> SettleAsync(EffectCall call, CancellationToken cancel) => effects.RunAsync(call, cancel);

    Task IAriListener.ConnectedAsync(CancellationToken cancel) => reconciliation.RunAsync(cancel);

    Task IAriListener.OnEventAsync(AriEvent e, CancellationToken cancel)
    {
        events.Take(e, cancel);
        return Task.CompletedTask;
    }

    void IAriListener.Disconnected(string why) => effects.Pause();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => client.RunAsync(this, stoppingToken);
}
