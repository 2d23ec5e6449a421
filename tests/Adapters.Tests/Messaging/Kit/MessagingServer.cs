using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Engine.Ports;
using Santral.Messaging;

namespace Santral.Adapters.Tests.Messaging.Kit;

/// <summary>The adapter behind a real Kestrel on loopback, with scripted actors behind it.</summary>
internal sealed class MessagingServer : IAsyncDisposable
{
    public const string AuthToken = "12345";
    public const string AppSecret = "app-secret";
    public const string VerifyToken = "verify-me";
    public const string PublicUrl = "https://santral.example";

    private readonly WebApplication app;
    private readonly MeterListener listener = new();

    private MessagingServer(WebApplication app, ScriptedActors actors)
    {
        (this.app, Actors) = (app, actors);
        var factory = app.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, on) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory) && instrument.Meter.Name == MessagingMetrics.MeterName)
            {
                on.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag.Key == "outcome")
                {
                    Counted.AddOrUpdate((string)tag.Value!, value, (_, sum) => sum + value);
                }
            }
        });
        listener.Start();
    }

    public ScriptedActors Actors { get; }
    public PlainSealer Sealer => (PlainSealer)app.Services.GetRequiredService<ISealer>();

    /// <summary>How often each outcome was counted.</summary>
    public ConcurrentDictionary<string, long> Counted { get; } = new();

    public HttpClient Client { get; private set; } = new();
    public IServiceProvider Services => app.Services;

    public static Task<MessagingServer> StartAsync(Action<IServiceCollection>? more = null, Action<WebApplication>? before = null) =>
        StartAsync(
            [
                new("Messaging:Twilio:AuthToken", AuthToken), new("Messaging:Twilio:PublicUrl", PublicUrl),
                new("Messaging:Meta:AppSecret", AppSecret), new("Messaging:Meta:VerifyToken", VerifyToken),
            ],
            more,
            before);

    public static async Task<MessagingServer> StartAsync(
        KeyValuePair<string, string?>[] settings, Action<IServiceCollection>? more = null, Action<WebApplication>? before = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        var actors = new ScriptedActors();
        builder.Services.AddSingleton<IActors>(actors);
        builder.Services.AddSingleton<ISealer>(new PlainSealer());
        builder.Services.AddSingleton<IPackSource>(new FixedPack(TestPack.Pack));
        more?.Invoke(builder.Services);
        builder.Services.AddMessaging(builder.Configuration);
        var app = builder.Build();
        before?.Invoke(app);
        app.MapMessaging();
        var server = new MessagingServer(app, actors);
        await app.StartAsync();
        server.Client = new() { BaseAddress = new(app.Urls.Single()) };
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        Client.Dispose();
        await app.DisposeAsync();
    }
}
