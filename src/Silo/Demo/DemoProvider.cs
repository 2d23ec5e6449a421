using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Santral.Silo.Composition;

namespace Santral.Silo.Demo;

/// <summary>The address under which the demo reaches its own server, and the keys it made up for this one run.</summary>
internal sealed record DemoEndpoint(Uri Base, string AccountSid, string AuthToken)
{
    /// <summary>Where the imagined provider answers; nothing leaves the machine.</summary>
    public const string ProviderPath = "/demo/saglayici";

    private const int TokenBytes = 16;

    /// <exception cref="UsageException">No plain http address to call oneself on.</exception>
    public static DemoEndpoint Of(string urls)
    {
        var first = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(u => u.StartsWith("http://", StringComparison.OrdinalIgnoreCase));
        var address = first?.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Port == 0)
        {
            throw new UsageException($"--demo calls its own server and needs one http address with a port in --urls, not '{urls}'.");
        }

        // Listening on all addresses includes the loopback one; a name is reached by itself.
        var self = uri.Host is "0.0.0.0" or "[::]" ? new UriBuilder("http", "127.0.0.1", uri.Port).Uri : uri;
        return new(self, "ACdemo", RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true));
    }

    /// <summary>
    /// All that messaging gets to know in a demo. Keys of real providers, wherever they are configured, are not in it, so that an
    /// invented citizen can cost nobody money and reach nobody.
    /// </summary>
    public IConfiguration Messaging() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Messaging:Twilio:AccountSid"] = AccountSid,
        ["Messaging:Twilio:AuthToken"] = AuthToken,
        ["Messaging:Twilio:PublicUrl"] = Base.GetLeftPart(UriPartial.Authority),
        ["Messaging:Twilio:ApiBase"] = Base.GetLeftPart(UriPartial.Authority) + ProviderPath,
    }).Build();
}

/// <param name="Callback">Where the provider tells of the message's progress.</param>
internal sealed record DemoDelivery(string Sid, string To, Uri Callback);

/// <summary>An imagined Twilio on the Silo's own address: it takes what is sent, and the stage plays its delivery.</summary>
internal sealed class DemoProvider(DemoEndpoint endpoint)
{
    private readonly Channel<DemoDelivery> deliveries = Channel.CreateBounded<DemoDelivery>(
        new BoundedChannelOptions(DemoPace.MostDeliveries) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly string credentials = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{endpoint.AccountSid}:{endpoint.AuthToken}"));

    public ChannelReader<DemoDelivery> Deliveries => deliveries.Reader;

    public void Map(IEndpointRouteBuilder app)
    {
        var messages = $"{DemoEndpoint.ProviderPath}/2010-04-01/Accounts/{endpoint.AccountSid}/Messages.json";
        app.MapPost(messages, TakeAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        // Whoever asks what has come in besides the webhooks is told: nothing.
        app.MapGet(messages, (HttpRequest request) => Known(request) ? Results.Json(new { messages = Array.Empty<string>() }) : Results.Unauthorized())
            .AllowAnonymous().ExcludeFromDescription();
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        if (!Known(request))
        {
            return Results.Unauthorized();
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var to = form["To"].ToString();
        if (to.Length == 0 || !Uri.TryCreate(form["StatusCallback"], UriKind.Absolute, out var callback) || callback.Authority != endpoint.Base.Authority)
        {
            return Results.Json(new { code = 21211, message = "To or StatusCallback is not usable." }, statusCode: StatusCodes.Status400BadRequest);
        }

        var sid = $"SM{Guid.NewGuid():N}";
        deliveries.Writer.TryWrite(new(sid, to, callback));
        return Results.Json(new { sid, status = "queued" }, statusCode: StatusCodes.Status201Created);
    }

    private bool Known(HttpRequest request) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes(credentials));
}
