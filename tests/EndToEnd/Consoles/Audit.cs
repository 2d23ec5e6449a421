using System.Text.Json;
using Microsoft.Playwright;
using Santral.EndToEnd.Harness;

namespace Santral.EndToEnd.Consoles;

/// <summary>Looks at a page as every kind of person at a desk sees it: light and dark, small and large; and lets axe-core judge each.</summary>
internal static class Audit
{
    private static readonly (int Width, int Height)[] Sizes = [(1366, 768), (1920, 1080)];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>WCAG 2.2 AA with all that it contains.</summary>
    private const string Judge = """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'] });
          return JSON.stringify(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.html.slice(0, 160)} ${n.any.map((a) => a.message).join(' ')}`).join(' | ')}`));
        }
        """;

    private const string TooWide = """
        () => {
          const page = document.scrollingElement;
          const wide = [...document.querySelectorAll('body *')].filter((e) => e.scrollWidth > e.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.tagName !== 'TEXTAREA');
          return JSON.stringify([...(page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} wide`] : []), ...wide.map((e) => `${e.tagName}.${e.className} is ${e.scrollWidth} wide in ${e.clientWidth}`)]);
        }
        """;

    private static string AxeFile => Path.Combine(Checkout.Root, "src", "AgentConsole", "ClientApp", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Gives every finding, named by page, scheme and size, and writes a screenshot of each kind unless it is not for showing.</summary>
    public static async Task<List<string>> Look(IPage page, string name, bool show = true)
    {
        var findings = new List<string>();
        await page.EvaluateAsync($"() => {{ {await File.ReadAllTextAsync(AxeFile)}\n }}");
        foreach (var scheme in Schemes)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var (width, height) in Sizes)
            {
                var kind = $"{name}-{scheme.ToString().ToLowerInvariant()}-{width}";
                await page.SetViewportSizeAsync(width, height);
                // The theme follows the browser's wish by an event of its own; judged before it, a page would be half light and half dark.
                await page.WaitForFunctionAsync(Settled, scheme.ToString().ToLowerInvariant());
                await page.EvaluateAsync("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
                if (show)
                {
                    await Browser.Screenshot(page, kind);
                }

                findings.AddRange((await Ask(page, TooWide)).Select(f => $"{kind}: {f}"));
                findings.AddRange((await Ask(page, Judge)).Select(f => $"{kind}: {f}"));
            }
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Sizes[0].Width, Sizes[0].Height);
        return findings;
    }

    private const string Settled = """
        (scheme) => document.documentElement.getAttribute('data-mantine-color-scheme') === scheme
          && document.getAnimations().every((each) => !(each instanceof CSSTransition) || each.playState === 'finished' || each.transitionProperty === 'stroke-dashoffset')
        """;

    private static async Task<string[]> Ask(IPage page, string script) => JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(script))!;
}
