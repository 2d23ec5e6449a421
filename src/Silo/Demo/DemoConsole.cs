using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Santral.Silo.Demo;

/// <summary>A member of staff at a console of the demo: signs in with the password as a person does, and acts over the same HTTP.</summary>
internal sealed partial class DemoConsole : IDisposable
{
    private readonly HttpClient http;
    private readonly ILogger log;
    private readonly string user;
    private readonly string password;
    private string? antiforgery;

    public DemoConsole(DemoEndpoint endpoint, string user, string password, ILogger log)
    {
        (this.user, this.password, this.log) = (user, password, log);
        http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), UseProxy = false }) { BaseAddress = endpoint.Base };
    }

    /// <summary>False when it was refused, such as an offer that someone else has taken: a player looks again and goes on.</summary>
    public async Task<bool> DoAsync(string path, object body, CancellationToken cancel)
    {
        if (antiforgery is null)
        {
            await SignInAsync(cancel);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.Add("X-CSRF", antiforgery);
        using var answer = await http.SendAsync(request, cancel);
        if (answer.StatusCode is HttpStatusCode.Unauthorized)
        {
            // The session is over, or the password was changed by whoever looks at the demo: the next look signs in anew.
            antiforgery = null;
        }
        else if (answer.StatusCode is HttpStatusCode.BadRequest)
        {
            Malformed(log, path[(path.LastIndexOf('/') + 1)..]);
        }

        return answer.IsSuccessStatusCode;
    }

    public void Dispose() => http.Dispose();

    private async Task SignInAsync(CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/api/session", UriKind.Relative), new { user, password }, cancel);
        answer.EnsureSuccessStatusCode();
        var session = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        antiforgery = session.GetProperty("antiforgery").GetString();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo's script asked for {Action} in a way that the server does not understand.")]
    private static partial void Malformed(ILogger log, string action);
}
