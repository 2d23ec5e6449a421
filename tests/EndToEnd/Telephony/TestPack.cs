using System.Collections.Immutable;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Domain.Packs;

namespace Santral.EndToEnd.Telephony;

/// <summary>A municipality with times of a few seconds, so that what takes minutes in life takes seconds here.</summary>
internal static class TestPack
{
    public const string Line = "153";
    public const string ClosedLine = "4441530";
    public const string Extension = "2201";
    public static readonly DeskId Desk = new("ana");
    private static readonly QueueId General = new("genel");
    private static readonly QueueId Urgent = new("acil");

    public static Pack Pack { get; } = new()
    {
        Id = "deneme",
        Hash = "0123456789abcdef",
        Name = "Deneme Belediyesi",
        Zone = ZoneRules.Turkiye,
        Limits = new()
        {
            OfferTimeout = TimeSpan.FromSeconds(3),

            // An invitation that finds a telephone still starting is repeated after half, one and a half and three and a half seconds.
            AgentLegTimeout = TimeSpan.FromSeconds(5),
            TransferTimeout = TimeSpan.FromSeconds(5),
            OutboundTimeout = TimeSpan.FromSeconds(5),
            SilenceAfter = TimeSpan.FromSeconds(1),
            PositionEvery = TimeSpan.FromSeconds(1),
        },
        Queues =
        [
            new(General, "Genel", Desk, [], Priority.P4, TimeSpan.FromSeconds(20)),
            new(Urgent, "Acil", Desk, [], Priority.P1, TimeSpan.FromSeconds(10)),
            new(new("belirlenecek"), "Konusu belirlenecek", Desk, [], Priority.P4, TimeSpan.FromMinutes(5), Triage: true),
        ],
        Lines =
        [
            Number(Line, "ALO 153"),

            // Open for one minute on a day that is neither today nor tomorrow.
            Number(ClosedLine, "Santral") with
            {
                Hours = ImmutableSortedDictionary<DayOfWeek, HoursSpec>.Empty.Add(DateTimeOffset.UtcNow.AddDays(3).DayOfWeek, new(new(3, 0), new(3, 1))),
            },
        ],
    };

    private static LineSpec Number(string number, string name) => new()
    {
        Number = number,
        Name = name,
        Channel = Channel.Voice,
        Desk = Desk,
        DefaultQueue = General,
        UrgentQueue = Urgent,
        Menu = ImmutableSortedDictionary<string, QueueId>.Empty.Add("1", General),
    };
}
