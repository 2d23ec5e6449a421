using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Santral.Silo.Composition;

/// <summary>
/// Metrics and traces over OTLP, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where. Names carry counts and kinds, never persons.
/// </summary>
internal sealed class TelemetrySetup : IHostedService, IDisposable
{
    private readonly TracerProvider? traces;
    private readonly MeterProvider? meters;

    public TelemetrySetup(IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        var resource = ResourceBuilder.CreateDefault().AddService("santral");
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource("Santral.*").AddSource("Microsoft.AspNetCore").AddOtlpExporter().Build();
        meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter("Santral.*").AddMeter("Microsoft.AspNetCore.*").AddOtlpExporter().Build();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces?.ForceFlush();
        meters?.ForceFlush();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        meters?.Dispose();
    }
}
