using System.Text.Json;
using Microsoft.Playwright;
using Santral.EndToEnd.Harness;

namespace Santral.EndToEnd.Consoles;

/// <summary>A page behind a wire that can be cut, and a second pair of eyes with the same rights.</summary>
internal sealed record Desk(string User, IPage Page, CuttingProxy Wire, Hand Eyes) : IAsyncDisposable
{
    private const string Held = "() => JSON.stringify({ state: document.querySelector('[data-testid=connection-state]')?.dataset.state ?? 'none', topics: window.santral.topics() })";

    /// <summary>How often the page was loaded; once is the sign-in's.</summary>
    public int Loads { get; private set; } = 1;

    public static async Task<Desk> OpenAsync(Town town, string user)
    {
        var wire = new CuttingProxy(town.Silo.Url);
        var page = await town.SignIn(user, wire.Url);
        var desk = new Desk(user, page, wire, await town.HandOf(user));
        page.DOMContentLoaded += (_, _) => desk.Loads++;
        return desk;
    }

    /// <summary>Waits until the page calls itself connected and every row on its topics equals a fresh snapshot.</summary>
    public async Task Heals(string after)
    {
        var why = "";
        try
        {
            await Eventually.True($"{User}: the page heals after {after}", async () => (why = await Doubt()).Length == 0);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\n{why}", late);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Eyes.Dispose();
        await Wire.DisposeAsync();
    }

    /// <summary>Why the page may not be believed yet; empty when it may.</summary>
    private async Task<string> Doubt()
    {
        using var held = JsonDocument.Parse(await Page.EvaluateAsync<string>(Held));
        var state = held.RootElement.GetProperty("state").GetString();
        Topic[] topics = [.. held.RootElement.GetProperty("topics").EnumerateArray().Select(Topic.Of)];
        if (state != "connected" || topics.Length == 0 || topics.FirstOrDefault(t => t.Status != "live") is not null)
        {
            return $"The page says {state}; its topics are {string.Join(", ", topics.Select(t => $"{t.Name} {t.Status}"))}.";
        }

        var truth = await Eyes.Snapshots(topics.Select(t => t.Name));
        return string.Join('\n', topics.SelectMany(t => t.DifferencesTo(truth[t.Name])).Take(5));
    }
}
