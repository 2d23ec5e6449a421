using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Santral.EndToEnd.Harness;
using Xunit;

namespace Santral.EndToEnd.Consoles;

/// <summary>An account that acts and looks without a browser: the same session, the same actions, a hub connection of its own.</summary>
internal sealed class Hand : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;
    private readonly Uri silo;
    private string antiforgery = "";

    private Hand(Uri silo)
    {
        this.silo = silo;
        http = new(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = silo };
    }

    public static async Task<Hand> SignInAsync(SiloProcess silo, string account)
    {
        var hand = new Hand(new(silo.Url));
        var (user, password) = silo.Account(account);
        using var answer = await hand.http.PostAsJsonAsync("/api/session", new { user, password }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        hand.antiforgery = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("antiforgery").GetString()!;
        return hand;
    }

    /// <summary>An action that is taken.</summary>
    public async Task<JsonElement> Do(string path, object body)
    {
        var (status, answer) = await Try(path, body);
        Assert.True(status == HttpStatusCode.OK, $"{path} was answered with {(int)status} {answer}");
        return answer;
    }

    /// <summary>An action that a rule may refuse.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> Try(string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.Add("X-CSRF", antiforgery);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    /// <summary>Fresh snapshots, over a connection that has never held anything else.</summary>
    public async Task<IReadOnlyDictionary<string, Topic>> Snapshots(IEnumerable<string> topics)
    {
        await using var hub = await HubReader.ConnectAsync(silo, cookies);
        var found = new Dictionary<string, Topic>();
        foreach (var name in topics)
        {
            found[name] = Topic.Of(await hub.SnapshotAsync(name));
        }

        return found;
    }

    public async Task<Topic> Snapshot(string topic) => (await Snapshots([topic]))[topic];

    public void Dispose() => http.Dispose();
}
