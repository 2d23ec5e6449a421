using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace Santral.Telephony.Ari;

/// <summary>Keeps one connection to the switch, for as long as it runs: connect, let the listener look around, pass events on, try again.</summary>
public sealed partial class AriClient(AriOptions options, TimeProvider time, ILogger<AriClient> log) : IAriRequests
{
    private volatile AriConnection? connection;

    /// <summary>True from the moment the listener has looked around until the connection ends.</summary>
    public bool Connected { get; private set; }

    /// <summary>The last thing that ended or prevented a connection; for the health page.</summary>
    public string? Problem { get; private set; } = "not connected yet";

    public ValueTask<AriResponse> SendAsync(AriRequest request, CancellationToken cancel) =>
        connection is { } current ? current.SendAsync(request, cancel) : ValueTask.FromResult(AriResponse.Lost);

    public async Task RunAsync(IAriListener listener, CancellationToken cancel)
    {
        var wait = options.FirstWait;
        while (!cancel.IsCancellationRequested)
        {
            var (why, lasted) = await OnceAsync(listener, cancel);
            if (cancel.IsCancellationRequested)
            {
                return;
            }

            // A switch that let us in is not overloaded; one that did not is left alone for longer each time.
            wait = lasted ? options.FirstWait : wait;
            Problem = why;
            Away(log, why, wait.TotalMilliseconds);
            await Task.Delay(wait, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, options.LongestWait.Ticks));
        }
    }

    private async Task<(string Why, bool Lasted)> OnceAsync(IAriListener listener, CancellationToken cancel)
    {
        AriConnection opened;
        try
        {
            opened = await AriConnection.OpenAsync(options, time, cancel);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or HttpRequestException)
        {
            return (e.Message, false);
        }

        await using (opened)
        {
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            connection = opened;
            var reading = opened.ReadAsync(ending.Token);
            var lasted = false;
            string? reason = null;
            try
            {
                // A request must not wait behind events that nobody reads yet, so the reader already runs here.
                await PrepareAsync(opened, ending.Token);
                await listener.ConnectedAsync(ending.Token);
                (Connected, Problem, lasted) = (true, null, true);
                Here(log);
                reason = await PassOnAsync(opened, listener, ending.Token);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                reason = "stopping";
            }
            catch (AriLostException e)
            {
                reason = e.Message;
            }
            finally
            {
                Connected = false;
                connection = null;
                await ending.CancelAsync();
            }

            var ended = await reading;
            reason ??= ended;
            listener.Disconnected(reason);
            return (reason, lasted);
        }
    }

    /// <summary>Half of all events of a call are variables being set. They are of no use here, so they are not sent.</summary>
    private async Task PrepareAsync(AriConnection opened, CancellationToken cancel)
    {
        const string quiet = """
            {"disallowed":[{"type":"ChannelVarset"},{"type":"ChannelDialplan"},{"type":"ChannelCallerId"},{"type":"ChannelConnectedLine"},{"type":"PlaybackStarted"},{"type":"PlaybackContinuing"},{"type":"ChannelTalkingStarted"}]}
            """;
        var response = await opened.SendAsync(AriRequest.Put($"applications/{Uri.EscapeDataString(options.App)}/eventFilter", quiet), cancel);
        if (!response.Ok)
        {
            throw new AriLostException($"the switch did not take the event filter (status {response.Status})");
        }
    }

    private async Task<string?> PassOnAsync(AriConnection opened, IAriListener listener, CancellationToken cancel)
    {
        await foreach (var e in opened.Events.ReadAllAsync(cancel))
        {
            if (e is AriEvent.Replaced)
            {
                return "another client took the application's name";
            }

            await listener.OnEventAsync(e, cancel);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to the switch.")]
    private static partial void Here(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No connection to the switch: {Why}. Trying again in {Wait} ms.")]
    private static partial void Away(ILogger log, string why, double wait);
}

/// <summary>Thrown by a listener that cannot go on without an answer: the connection is dropped and made anew.</summary>
public sealed class AriLostException : Exception
{
    public AriLostException()
    {
    }

    public AriLostException(string message)
        : base(message)
    {
    }

    public AriLostException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
