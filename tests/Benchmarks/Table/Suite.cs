using Santral.Benchmarks.Engine;
using Santral.Benchmarks.Journal;
using Santral.Benchmarks.Routing;
using Santral.Benchmarks.Webhooks;

namespace Santral.Benchmarks.Table;

/// <param name="What">One line for <c>--list</c>.</param>
/// <param name="RunAsync">Gives each figure to the callback as soon as it is there.</param>
public sealed record Bench(string Name, string What, Func<Action<Figure>, Task> RunAsync);

/// <summary>Every bench of the default run, in its order. A new one is a line here.</summary>
public static class Suite
{
    public static IReadOnlyList<Bench> All { get; } =
    [
        new("routing", "goal 1: picks and call cycles per second beside a LINQ scan", RoutingBench.FiguresAsync),
        new("journal", "the floor of goal 3: durable appends per second beside one transaction per event", JournalFigures.RunAsync),
        new("commands", "goal 3: durable commands per second through host, cell, decider and journal", CommandBench.RunAsync),
        new("offers", "goal 2: contact ready to offer on the agent's topic, at 100 and 500 a second", OfferBench.OffersAsync),
        new("screenpop", "goal 12, the server's part: message received to offer on the agent's topic", OfferBench.ScreenPopAsync),
        new("webhooks", "goal 5: signed webhooks per second beside a bare GET of the same host", WebhookBench.FiguresAsync),
    ];
}
