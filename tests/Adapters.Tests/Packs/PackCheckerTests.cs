using System.Text.Json.Nodes;
using Santral.Packs;
using Xunit;

namespace Santral.Adapters.Tests.Packs;

/// <summary>One spoilt thing each, and the error that names it.</summary>
public sealed class PackCheckerTests : IDisposable
{
    private readonly PackFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static readonly Dictionary<string, (string File, Action<JsonNode> Spoil, string Path, string Words)> Faults = new()
    {
        ["a menu key to nowhere"] = ("lines.json", l => l["lines"]![0]!["menu"]!["2"] = "sosyal-yardm", "$.lines[0].menu.2", "did you mean 'sosyal-yardim'?"),
        ["a menu key that is taken"] = ("lines.json", l => l["lines"]![0]!["menu"]!["9"] = "genel", "$.lines[0].menu.9", "the callback"),
        ["a service of no unit"] = ("services.json", s => s["services"]![0]!["unit"] = "kadn", "$.services[0].unit", "did you mean 'kadin'?"),
        ["two pools for triage"] = ("queues.json", q => q["queues"]![0]!["triage"] = true, "$.queues", "but 2 are"),
        ["no pool for triage"] = ("queues.json", q => q["queues"]![5]!["triage"] = false, "$.queues", "but 0 are"),
        ["a queue that nothing leads to"] = ("services.json", s => s["services"]![2]!["queue"] = "genel", "$.queues[3]", "leads to 'engelli'"),
        ["a unit twice"] = ("units.json", u => u["units"]![1]!["id"] = "yardim", "$.units", "'yardim' is there twice"),
        ["a line twice"] = ("lines.json", l => l["lines"]![1]!["number"] = "153", "$.lines", "'153' is there twice"),
        ["hours that end before they begin"] = ("lines.json", l => l["lines"]![1]!["hours"]!["sunday"]!["closes"] = "02:00:00", "$.lines[1].hours.Sunday", "opens at 03:00 and closes at 02:00"),
        ["a confidential line that records"] = ("lines.json", l => l["lines"]![2]!["recording"] = true, "$.lines[2].recording", "must not be recorded"),
        ["a confidential service in an open queue"] = ("services.json", s => s["services"]![1]!["queue"] = "genel", "$.services[1].queue", "confidential queue"),
        ["an empty text"] = ("pack.json", p => p["texts"] = new JsonObject { ["outcome.Informed"] = " " }, "$.texts.outcome.Informed", "missing"),
        ["a format of tomorrow"] = ("pack.json", p => p["format"] = 2, "$.format", "must be 1"),
        ["no unit"] = ("units.json", u => u["units"] = new JsonArray(), "$.units", "required"),
        ["no question"] = ("pack.json", p => p["verificationQuestions"] = new JsonArray(), "$.verificationQuestions", "required"),
        ["a form with an empty group"] = ("pack.json", p => p["forms"] = JsonNode.Parse("""[{ "id": "f", "name": "F", "source": "s", "groups": [{ "id": "g", "title": "G", "options": [] }] }]"""), "$.forms[0].groups[0].options", "needs options"),
        ["a calendar without a working day"] = ("pack.json", p => p["calendar"] = JsonNode.Parse("""{ "halfDaysCount": true, "startDayExcluded": true, "office": {}, "source": "s" }"""), "$.calendar.office", "no deadline"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_an_error_that_names_its_place(string fault)
    {
        var (file, spoil, path, words) = Faults[fault];

        Assert.Contains(folder.Edit(file, spoil).Errors(), e => e.Path == path && e.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void The_unspoilt_pack_has_no_error() => Assert.Empty(folder.Errors());

    [Fact]
    public void Every_channel_without_a_number_is_warned_of_and_no_other()
    {
        var warned = PackLoader.TryLoad(PackFiles.Real("izmir")).Problems.Where(p => p.Severity == PackSeverity.Warning).Select(p => p.Path);

        Assert.Equal(["$.channels[0]", "$.channels[1]", "$.channels[2]", "$.channels[5]", "$.channels[6]", "$.channels[7]", "$.lines[0].number"], warned);
    }

    [Fact]
    public void Key_0_that_does_not_lead_to_the_urgent_is_warned_of()
    {
        folder.Edit("lines.json", l => l["lines"]![0]!["urgentQueue"] = "genel");

        Assert.Contains(PackLoader.TryLoad(folder.Path).Problems, p => p is { Severity: PackSeverity.Warning, Path: "$.lines[0].urgentQueue" });
    }

    [Fact]
    public void The_command_says_whether_a_pack_can_be_used()
    {
        using var good = new StringWriter();
        using var bad = new StringWriter();
        Assert.Equal(0, PackCommand.Run(["check", PackFiles.Real("ibb")], good));
        Assert.Equal(1, PackCommand.Run(["check", folder.Edit("units.json", u => u["units"]![0]!["nam"] = "x").Path], bad));
        Assert.Equal(2, PackCommand.Run(["chek"], TextWriter.Null));

        Assert.Contains("ibb: usable", good.ToString(), StringComparison.Ordinal);
        Assert.Contains("54 services", good.ToString(), StringComparison.Ordinal);
        Assert.Contains("error units.json: $.units[0].nam: unknown member; did you mean 'name'?", bad.ToString(), StringComparison.Ordinal);
        Assert.Contains("not usable, 1 errors", bad.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_published_schema_is_the_one_that_the_loader_reads() =>
        Assert.True(
            PackSchema.Text() == File.ReadAllText(Path.Combine(PackFiles.Root, "packs", "schema.json")),
            "packs/schema.json is not what the loader reads; write it anew with './santral pack schema > packs/schema.json'.");
}
