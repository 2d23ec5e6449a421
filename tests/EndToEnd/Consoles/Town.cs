using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Playwright;
using Santral.EndToEnd.Harness;
using Santral.EndToEnd.MainJob;
using Santral.EndToEnd.Messaging;
using Xunit;

namespace Santral.EndToEnd.Consoles;

/// <summary>A municipality without a switch: the real Silo and Chromium, a played message provider, citizens who write.</summary>
internal sealed class Town : IAsyncDisposable
{
    private int written;

    private Town(TwilioStub provider, SiloProcess silo, Browser browser) => (Provider, Silo, Browser) = (provider, silo, browser);

    public TwilioStub Provider { get; }
    public SiloProcess Silo { get; }
    public Browser Browser { get; }

    public static async Task<Town> StartAsync()
    {
        var provider = await TwilioStub.StartAsync();
        var silo = await SiloProcess.StartAsync(
            new(TwilioPosts.Environment) { ["Messaging__Twilio__AccountSid"] = "AC0", ["Messaging__Twilio__ApiBase"] = provider.Url }, pack: "ibb");
        return new(provider, silo, await Browser.StartAsync());
    }

    /// <summary>A citizen writes by WhatsApp, and the provider hears that it was taken.</summary>
    public async Task Write(string phone, string text)
    {
        var sid = $"SM{Interlocked.Increment(ref written).ToString("x32", CultureInfo.InvariantCulture)}";
        using var request = TwilioPosts.Message(sid, phone, text);
        using var answer = await Silo.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Somebody sends the form of the web site.</summary>
    public async Task Fill(string name, string phone, string text)
    {
        using var answer = await Silo.Http.PostAsJsonAsync("/api/intake", new { channel = "Web", name, phone, text }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public Task<Hand> HandOf(string user) => Hand.SignInAsync(Silo, user);

    public Task<IPage> SignIn(string user, string? url = null) => Browser.SignIn(Silo, user, url: url);

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Silo.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
