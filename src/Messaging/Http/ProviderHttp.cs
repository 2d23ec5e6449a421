using System.Text.Json;

namespace Santral.Messaging.Http;

/// <summary>What is certain after a request to a provider. The difference between the last two decides whether a citizen may get a message twice.</summary>
internal abstract record ProviderAnswer
{
    private ProviderAnswer()
    {
    }

    /// <param name="Body">Undefined when the answer was no JSON.</param>
    internal sealed record Answered(int Status, JsonElement Body, TimeSpan? RetryAfter) : ProviderAnswer
    {
        public bool IsSuccess => Status is >= 200 and <= 299;
    }

    /// <summary>The connection was never made: certainly nothing was received.</summary>
    internal sealed record NotSent : ProviderAnswer;

    /// <summary>It left, and no answer came back.</summary>
    internal sealed record Lost : ProviderAnswer;
}

/// <summary>
/// HTTP to a provider. It has a client of its own because the framework's client factory logs addresses, and in these addresses
/// are citizens' numbers.
/// </summary>
internal sealed class ProviderHttp : IDisposable
{
    private const int LargestAnswerBytes = 16 * 1024 * 1024;

    private readonly HttpClient http;
    private readonly TimeSpan answerWithin;

    public ProviderHttp()
        : this(MessagingLimits.AnswerWithin)
    {
    }

    internal ProviderHttp(TimeSpan answerWithin)
    {
        this.answerWithin = answerWithin;
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = MessagingLimits.ConnectWithin,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            AllowAutoRedirect = false,
            UseCookies = false,
        };
        http = new(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = LargestAnswerBytes };
    }

    /// <exception cref="OperationCanceledException">The caller gave up; whether it left is not known.</exception>
    public async Task<ProviderAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        within.CancelAfter(answerWithin);
        try
        {
            using var response = await http.SendAsync(request, within.Token).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(within.Token).ConfigureAwait(false);
            return new ProviderAnswer.Answered((int)response.StatusCode, Parse(bytes), response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            return new ProviderAnswer.NotSent();
        }
        catch (HttpRequestException)
        {
            return new ProviderAnswer.Lost();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Our own patience ran out after the request had left; the handler's ran out before, while it was still connecting.
            return within.IsCancellationRequested ? new ProviderAnswer.Lost() : new ProviderAnswer.NotSent();
        }
    }

    public void Dispose() => http.Dispose();

    private static JsonElement Parse(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
