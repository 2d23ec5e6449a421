using Santral.Engine.Ports;
using Santral.Silo.Health;
using Santral.Views;

namespace Santral.Silo.Demo;

/// <summary>Lets everybody play from the moment the server answers until the host stops.</summary>
internal sealed partial class DemoStage(
    DemoCitizens citizens, DemoAccounts accounts, DemoEndpoint endpoint, DemoProvider provider, DemoWebhook webhook, ITopics topics, IPackSource packs, StartGate gate,
    IHostApplicationLifetime lifetime, TimeProvider time, ILogger<DemoStage> log) : BackgroundService
{
    /// <summary>temsilci1 is left to the person at the screen.</summary>
    private static readonly string[] Agents = ["temsilci2", "temsilci3"];

    private const string UnitUser = "birim";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The server stops listening before hosted services are stopped; the players stop before it does.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        var cancel = stopping.Token;
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(cancel);
            await gate.WaitAsync(cancel);
            Playing(log, DemoScript.Seed);
            await Task.WhenAll(Players(cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The host stops, and the demo with it.
        }
    }

    private IEnumerable<Task> Players(CancellationToken cancel)
    {
        var pack = packs.Current;
        yield return GoOnAsync("citizens", citizens.PlayAsync, cancel);
        yield return GoOnAsync("provider", DeliverAsync, cancel);
        foreach (var (user, i) in Agents.Select((user, i) => (user, i)))
        {
            if (accounts.PasswordOf(user) is { } password)
            {
                yield return WatchAsync(user, new DemoConsole(endpoint, user, password, log), console => new DemoAgent(user, DemoScript.Seed + 10 + i, console, citizens, topics, pack, time).LookAsync, cancel);
            }
        }

        if (accounts.PasswordOf(UnitUser) is { } unit)
        {
            yield return WatchAsync(UnitUser, new DemoConsole(endpoint, UnitUser, unit, log), console => new DemoUnit(console, topics, pack, time).LookAsync, cancel);
        }
    }

    private async Task WatchAsync(string name, DemoConsole console, Func<DemoConsole, Func<CancellationToken, Task>> player, CancellationToken cancel)
    {
        using (console)
        {
            var look = player(console);
            await GoOnAsync(name, async stop =>
            {
                using var timer = new PeriodicTimer(DemoPace.Look, time);
                do
                {
                    await look(stop);
                }
                while (await timer.WaitForNextTickAsync(stop));
            }, cancel);
        }
    }

    private async Task DeliverAsync(CancellationToken cancel)
    {
        await foreach (var delivery in provider.Deliveries.ReadAllAsync(cancel))
        {
            citizens.Received(delivery.To);
            await webhook.DeliverAsync(delivery, time, cancel);
        }
    }

    /// <summary>A player whom the server refused for a moment takes a breath and goes on; the others do not notice.</summary>
    private async Task GoOnAsync(string name, Func<CancellationToken, Task> play, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await play(cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                throw;
            }
#pragma warning disable CA1031 // A player who stumbles must neither leave the stage unseen nor take the whole Silo along.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Interrupted(log, name, fault);
                await Task.Delay(DemoPace.Breath, time, cancel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo plays, seed {Seed}.")]
    private static partial void Playing(ILogger log, int seed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo's {Player} was interrupted and goes on.")]
    private static partial void Interrupted(ILogger log, string player, Exception fault);
}
