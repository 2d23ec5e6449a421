using System.Text.Json;

namespace Santral.Telephony.Ari;

/// <param name="Path">Without a leading slash and without <c>ari/</c>, such as <c>channels/x/answer</c>; ids in it are escaped.</param>
/// <param name="Body">JSON text, for the few requests that have one.</param>
public sealed record AriRequest(string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, string? Body = null)
{
    public static AriRequest Get(string path, params ReadOnlySpan<(string Name, string Value)> query) => Of("GET", path, query);
    public static AriRequest Post(string path, params ReadOnlySpan<(string Name, string Value)> query) => Of("POST", path, query);
    public static AriRequest Put(string path, string body) => new("PUT", path, [], body);
    public static AriRequest Delete(string path, params ReadOnlySpan<(string Name, string Value)> query) => Of("DELETE", path, query);

    private static AriRequest Of(string method, string path, ReadOnlySpan<(string Name, string Value)> query)
    {
        var pairs = new List<KeyValuePair<string, string>>(query.Length);
        foreach (var (name, value) in query)
        {
            pairs.Add(new(name, value));
        }

        return new(method, path, pairs);
    }
}

/// <summary>
/// The switch's answer. Status 0 means there is none: the connection was down or went down, so whether the switch did it is
/// not known. Every request of ours names what it makes, so asking again is safe.
/// </summary>
public readonly record struct AriResponse(int Status, JsonElement Body)
{
    public static AriResponse Lost => default;
    public bool IsLost => Status == 0;
    public bool Ok => Status is >= 200 and < 300;
    public bool NotFound => Status == 404;

    /// <summary>What asked for is there already, or is not in a state for it.</summary>
    public bool Conflict => Status == 409;

    /// <summary>Asterisk accepts connections before it has fully booted.</summary>
    public bool NotReady => Status == 503;
}

/// <summary>The requests half of the connection: all that most of the adapter needs to see of it.</summary>
public interface IAriRequests
{
    ValueTask<AriResponse> SendAsync(AriRequest request, CancellationToken cancel);
}

/// <summary>Who is told what happens. Calls come one at a time.</summary>
public interface IAriListener
{
    /// <summary>A connection stands. Events wait until this returns, so that lists read here come before them.</summary>
    Task ConnectedAsync(CancellationToken cancel);

    Task OnEventAsync(AriEvent e, CancellationToken cancel);

    void Disconnected(string why);
}
