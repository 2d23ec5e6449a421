using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Santral.Adapters.Tests.Messaging.Kit;

/// <summary>What the stub does with the next request to send.</summary>
internal enum Behaviour
{
    Answer,

    /// <summary>Takes the message and breaks the connection before the answer.</summary>
    TakeAndLoseAnswer,

    /// <summary>Breaks the connection without taking anything.</summary>
    LoseRequest,
}

/// <summary>A message as the stub keeps it, in Twilio's words.</summary>
internal sealed record StubMessage(string Sid, string Direction, string To, string From, string Body, string Status, DateTimeOffset At);

/// <summary>Twilio's Messages resource and Meta's messages edge on loopback. It can answer with an error, and lose requests and answers.</summary>
internal sealed class StubProvider : IAsyncDisposable
{
    public const string Twilio = "/2010-04-01/Accounts/AC0/Messages.json";

    private readonly WebApplication app;

    private StubProvider(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>One behaviour per coming request to send; afterwards it answers.</summary>
    public ConcurrentQueue<Behaviour> Next { get; } = new();

    /// <summary>Status and body instead of taking the message.</summary>
    public (int Status, string Body)? Error { get; set; }

    public bool ListFails { get; set; }
    public int ListPageSize { get; set; } = 50;

    /// <summary>Requests to send that arrived whole, in order.</summary>
    public ConcurrentQueue<Dictionary<string, string>> Received { get; } = new();
    public ConcurrentQueue<string> Credentials { get; } = new();
    public ConcurrentQueue<string> Listed { get; } = new();
    public List<StubMessage> Messages { get; } = [];
    public Func<DateTimeOffset> Now { get; set; } = () => DateTimeOffset.UtcNow;

    public static async Task<StubProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new StubProvider(app);
        app.MapPost(Twilio, (RequestDelegate)stub.CreateAsync);
        app.MapGet(Twilio, (RequestDelegate)stub.ListAsync);
        app.MapPost("/graph/{id}/messages", (RequestDelegate)stub.GraphAsync);
        await app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task CreateAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var fields = form.ToDictionary(f => f.Key, f => f.Value.ToString());
        var sid = $"SM{Received.Count + 1:x32}";
        await ActAsync(context, fields, () =>
        {
            Messages.Insert(0, new(sid, "outbound-api", fields["To"], fields["From"], fields.GetValueOrDefault("Body", ""), "queued", Now()));
            return JsonSerializer.Serialize(new { sid, status = "queued" });
        }, StatusCodes.Status201Created);
    }

    private async Task GraphAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var fields = new Dictionary<string, string> { ["path"] = context.Request.Path, ["body"] = body.RootElement.GetRawText() };
        await ActAsync(context, fields, () => JsonSerializer.Serialize(new { messaging_product = "whatsapp", messages = new[] { new { id = "wamid.out" } } }), StatusCodes.Status200OK);
    }

    private async Task ActAsync(HttpContext context, Dictionary<string, string> fields, Func<string> take, int status)
    {
        Credentials.Enqueue(context.Request.Headers.Authorization.ToString());
        Next.TryDequeue(out var behaviour);
        if (behaviour == Behaviour.LoseRequest)
        {
            context.Abort();
            return;
        }

        Received.Enqueue(fields);
        if (Error is { } error)
        {
            context.Response.StatusCode = error.Status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(error.Body);
            return;
        }

        var answer = take();
        if (behaviour == Behaviour.TakeAndLoseAnswer)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        await context.Response.WriteAsync(answer);
    }

    private Task ListAsync(HttpContext context)
    {
        Listed.Enqueue(context.Request.QueryString.Value!);
        if (ListFails)
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        }

        var query = context.Request.Query;
        var page = int.TryParse(query["Page"], out var number) ? number : 0;
        var fits = Messages
            .Where(m => (query["To"].Count == 0 || m.To == query["To"]) && (query["From"].Count == 0 || m.From == query["From"]))
            .Where(m => query["DateSent>"].Count == 0 || m.At >= DateTimeOffset.Parse(query["DateSent>"]!, CultureInfo.InvariantCulture))
            .ToList();
        var shown = fits.Skip(page * ListPageSize).Take(ListPageSize).Select(m => new
        {
            sid = m.Sid, direction = m.Direction, to = m.To, from = m.From, body = m.Body, status = m.Status, num_media = "0",
            date_created = m.At.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
            date_sent = m.At.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture),
        });
        var next = fits.Count > (page + 1) * ListPageSize ? $"{Twilio}?PageSize={ListPageSize}&Page={page + 1}" : null;
        return context.Response.WriteAsJsonAsync(new { messages = shown, next_page_uri = next });
    }
}
