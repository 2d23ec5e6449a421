using Santral.Engine.Ports;

namespace Santral.Silo.Health;

internal static class HealthRoutes
{
    /// <summary>live: the process answers. ready: every part can do its work; 503 with the parts' own words otherwise.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok(new { status = "live" })).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", (IEnumerable<IHealthProbe> probes, StartGate gate) =>
        {
            var checks = probes.ToDictionary(probe => probe.Name, probe => probe.Check(), StringComparer.Ordinal);
            var ready = gate.Open && checks.Values.All(check => check.Ready);
            var body = new
            {
                status = ready ? "ready" : gate.Open ? "not ready" : "starting",
                checks = checks.ToDictionary(pair => pair.Key, pair => new { ready = pair.Value.Ready, state = pair.Value.State, detail = pair.Value.Detail }, StringComparer.Ordinal),
            };
            return Results.Json(body, statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous().ExcludeFromDescription();
    }
}

/// <summary>Opens when the views and the pump have caught up with the store.</summary>
internal sealed class StartGate
{
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool Open => opened.Task.IsCompleted;

    public void MarkOpen() => opened.TrySetResult();

    public Task WaitAsync(CancellationToken cancel) => opened.Task.WaitAsync(cancel);
}
