using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Santral.EndToEnd.Harness;

namespace Santral.EndToEnd.MainJob;

/// <summary>The provider's side of outbound messages: takes what the Silo sends, as its REST API would, and shows it to the test.</summary>
internal sealed class TwilioStub : IAsyncDisposable
{
    private readonly ConcurrentQueue<SentMessage> all = new();
    private readonly Channel<SentMessage> sent = Channel.CreateUnbounded<SentMessage>();
    private readonly WebApplication app;
    private int count;

    private TwilioStub(string url)
    {
        Url = url;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add(url);
        app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", TakeAsync);
        app.MapGet("/2010-04-01/Accounts/{account}/Messages.json", () => Results.Json(new { messages = Array.Empty<object>(), next_page_uri = (string?)null }));
    }

    public string Url { get; }

    /// <summary>Every message since the start, in the order in which it came.</summary>
    public IReadOnlyList<SentMessage> All => [.. all];

    public static async Task<TwilioStub> StartAsync()
    {
        var stub = new TwilioStub($"http://127.0.0.1:{SiloProcess.FreePort()}");
        await stub.app.StartAsync();
        return stub;
    }

    /// <summary>The next message to a citizen that fits; those before it are passed over.</summary>
    public async Task<SentMessage> Next(string what, Func<SentMessage, bool> fits)
    {
        using var deadline = new CancellationTokenSource(Eventually.Deadline);
        var before = new List<string>();
        try
        {
            await foreach (var message in sent.Reader.ReadAllAsync(deadline.Token))
            {
                if (fits(message))
                {
                    return message;
                }

                before.Add(message.Body);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The citizen got no message: {what}. Sent were: {string.Join(" | ", before)}");
        }

        throw new InvalidOperationException("The stub ended.");
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var sid = $"SM{Interlocked.Increment(ref count).ToString("x32", CultureInfo.InvariantCulture)}";
        var message = new SentMessage(sid, form["To"].ToString(), form["Body"].ToString(), form["ContentSid"].ToString(), form["StatusCallback"].ToString());
        all.Enqueue(message);
        sent.Writer.TryWrite(message);
        return Results.Json(new { sid, status = "queued" }, statusCode: StatusCodes.Status201Created);
    }
}

internal sealed record SentMessage(string Sid, string To, string Body, string Template, string StatusCallback);
