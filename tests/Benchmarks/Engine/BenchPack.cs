using System.Collections.Immutable;
using System.Globalization;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Engine.Ports;
using Santral.Journal;

namespace Santral.Benchmarks.Engine;

/// <summary>A municipality for measuring: as many desks as asked, each with one queue and one line, always open, no menu.</summary>
internal static class BenchPack
{
    public const int Desks = 50;
    public const int AgentsPerDesk = 20;
    private const int AddressCount = 100_000;

    public static readonly DateTimeOffset Start = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    public static Pack Pack { get; } = new()
    {
        Id = "bench",
        Hash = "bench",
        Name = "bench",
        Zone = ZoneRules.Turkiye,
        Limits = new(),
        Queues = [.. Enumerable.Range(0, Desks).Select(n => new QueueSpec(new(Name("queue", n)), Name("queue", n), Desk(n), [], Priority.P4, TimeSpan.FromSeconds(20), n == 0))],
        Lines = [.. Enumerable.Range(0, Desks).Select(n => new LineSpec
        {
            Number = Line(n), Name = Line(n), Channel = Channel.WhatsApp, Desk = Desk(n), DefaultQueue = new(Name("queue", n)), UrgentQueue = new(Name("queue", n)),
        })],
    };

    public static ImmutableArray<ActorId> Addresses { get; } =
        [.. Enumerable.Range(0, AddressCount).Select(n => new AddressKey(UuidV8.Of(n.ToString(CultureInfo.InvariantCulture)).ToString("N")).Actor)];

    public static ISealer Sealer { get; } = new Sealer(new InMemoryKeyStore("bench"));

    public static DeskId Desk(int n) => new(Name("desk", n));

    public static string Line(int n) => Name("line", n);

    public static Sealed<string> Seal(string text) => Sealer.Seal("address/bench", DataClass.Message, text, CommandId.From("bench"));

    private static string Name(string kind, int n) => string.Create(CultureInfo.InvariantCulture, $"{kind}{n:00}");
}
