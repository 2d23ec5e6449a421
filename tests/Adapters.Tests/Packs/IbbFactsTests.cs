using System.Text.Json.Nodes;
using Santral.Domain.Contacts;
using Santral.Domain.Packs;
using Santral.Packs;
using Xunit;

namespace Santral.Adapters.Tests.Packs;

/// <summary>The pack against the tests' own copy of the inventory, row by row, and against sums taken from the inventory by hand.</summary>
public sealed class IbbFactsTests
{
    private static readonly Pack Ibb = PackLoader.Load(PackFiles.Real("ibb"));
    private static readonly JsonArray Rows = JsonNode.Parse(File.ReadAllText(PackFiles.Fact("ibb-services.json")))!.AsArray();

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 54)];

    [Theory]
    [InlineData("sosyal-hizmetler", 21, "93186084")]
    [InlineData("kadin-aile", 7, "27663507")]
    [InlineData("cocuk", 6, "95121434")]
    [InlineData("engelli", 19, "76947147")]
    [InlineData("sehit-gazi", 1, "46856006")]
    public void Each_directorate_has_its_services(string unit, int count, string institution)
    {
        var services = Ibb.Services.Where(s => s.Unit?.Value == unit).ToList();

        Assert.Equal(count, services.Count);
        Assert.Contains(services, s => s.Facts.InstitutionCode == institution);
    }

    [Fact]
    public void There_are_five_directorates_and_54_services() => Assert.Equal((5, 54, 54), (Ibb.Units.Length, Ibb.Services.Length, Rows.Count));

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_row_is_in_the_pack_as_the_inventory_prints_it(int number)
    {
        var row = Rows[number - 1]!;
        var service = Assert.Single(Ibb.Services, s => s.Facts.Row == $"{number}");

        Assert.Equal(Text(row, "name"), service.Name);
        Assert.Equal(Text(row, "unit"), Ibb.Unit(service.Unit!.Value)!.Name);
        Assert.Equal(Text(row, "institutionCode"), service.Facts.InstitutionCode);
        Assert.Equal(Text(row, "standardFileCode"), service.Facts.FileCode);
        Assert.Equal(Text(row, "eligibility"), service.Eligibility);
        Assert.Equal((bool)row["needsConfidentiality"]!, service.Confidential);
        Assert.Equal((bool)row["healthOrDisabilityData"]!, service.Facts.HealthOrDisabilityData);
        Assert.Equal(row["channels"]!.AsArray().Select(c => (string)c!), service.Facts.Channels);
        Assert.Equal(
            row["documents"]!.AsArray().Select(d => new DocumentSpec(Text(d!, "name"), Text(d!, "need"), (string?)d!["when"], (bool?)d["explicit"] ?? false)),
            service.Facts.Documents);
        Assert.Equal(((int)row["annualVolume"]!["value"]!, Text(row["annualVolume"]!, "unit")), (service.Facts.Volume!.Value, service.Facts.Volume.Unit));
    }

    [Fact]
    public void Answer_periods_are_those_of_the_inventory_and_approximate_where_it_says_so()
    {
        Assert.Equal([1, 2, .. Enumerable.Range(7, 10), 19], With(p => p is { Days: 15, BusinessDays: true, Approximate: true }));
        Assert.Equal([3, 4, 5, 6], With(p => p is { Days: 90, BusinessDays: false, Approximate: true }));
        Assert.Equal([20], With(p => p is { Days: 1, BusinessDays: true, Approximate: false }));
        Assert.Equal([.. Enumerable.Range(35, 6), 42, 43, 45, 46, 49, 50, 51, 53], With(p => p is { Days: 15, BusinessDays: false, Approximate: false }));
        Assert.Equal([41, 44, 47, 48, 52], With(p => p is { Days: 30, BusinessDays: false, Approximate: false }));
        Assert.Equal([17, 18, .. Enumerable.Range(21, 14), 54], With(p => p is null));
        Assert.All(Ibb.Services.Select(s => s.Period).OfType<AnswerPeriod>(), p => Assert.Equal("text", p.Source));
    }

    [Fact]
    public void Each_channel_reaches_the_services_it_reaches()
    {
        Assert.Equal((21, 830_085), Reach("phone153"));
        Assert.Equal((14, 715_975), Reach("whatsapp"));
        Assert.Equal((14, 715_975), Reach("sms1530"));
        Assert.DoesNotContain(Ibb.Services, s => s.Unit?.Value == "engelli" && s.Facts.Channels.Contains("phone153"));
    }

    [Fact]
    public void Confidential_services_are_those_of_violence_shelter_and_child_and_go_to_a_confidential_queue()
    {
        var confidential = Ibb.Services.Where(s => s.Confidential).ToList();

        Assert.Equal(["11", "23", "24", "25", "32"], confidential.Select(s => s.Facts.Row));
        Assert.Equal(34_912, confidential.Sum(s => s.Facts.Volume!.Value));
        Assert.All(confidential, s => Assert.True(Ibb.QueueFor(s.Id).Confidential));
        Assert.All(confidential, s => Assert.Equal(Priority.P2, s.Priority));
    }

    [Theory]
    [InlineData("sosyal-hizmetler", 1_329_552)]
    [InlineData("kadin-aile", 103_490)]
    [InlineData("cocuk", 1_177_159)]
    [InlineData("engelli", 425_927)]
    [InlineData("sehit-gazi", 5_977)]
    public void Yearly_volumes_add_up_as_in_the_inventory(string unit, int sum) => Assert.Equal(sum, Ibb.Services.Where(s => s.Unit?.Value == unit).Sum(s => s.Facts.Volume!.Value));

    [Fact]
    public void The_lines_are_those_that_the_inventory_prints() =>
        Assert.Equal([("153", Channel.Voice), ("+905521530034", Channel.WhatsApp), ("1530", Channel.Sms)], Ibb.Lines.Select(l => (l.Number, l.Channel)));

    [Fact]
    public void Services_that_ask_for_no_document_are_those_of_the_inventory() =>
        Assert.Equal(["18", "24", "25", "30", "31", "32", "33", "42", "46"], Ibb.Services.Where(s => s.Documents.IsEmpty).Select(s => s.Facts.Row));

    private static IEnumerable<int> With(Func<AnswerPeriod?, bool> which) =>
        Ibb.Services.Where(s => which(s.Period)).Select(s => int.Parse(s.Facts.Row!, System.Globalization.CultureInfo.InvariantCulture));

    private static (int Services, int Volume) Reach(string channel)
    {
        var reached = Ibb.Services.Where(s => s.Facts.Channels.Contains(channel)).ToList();
        return (reached.Count, reached.Sum(s => s.Facts.Volume!.Value));
    }

    private static string Text(JsonNode node, string member) => (string)node[member]!;
}
