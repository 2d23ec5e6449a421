using System.Text.Json.Nodes;
using Santral.Domain.Contacts;
using Santral.Packs;
using Xunit;

namespace Santral.Adapters.Tests.Packs;

public sealed class PackLoaderTests : IDisposable
{
    private readonly PackFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ibb")]
    [InlineData("izmir")]
    [InlineData("izmit")]
    public void A_municipalitys_pack_loads_without_an_error(string id)
    {
        var (pack, problems) = PackLoader.TryLoad(PackFiles.Real(id));

        Assert.DoesNotContain(problems, p => p.Severity == PackSeverity.Error);
        Assert.Equal(id, pack!.Id);
        Assert.Matches("^[0-9a-f]{64}$", pack.Hash);
    }

    [Fact]
    public void The_test_pack_waits_for_two_seconds_at_most()
    {
        var limits = PackLoader.Load(folder.Path).Limits;

        Assert.All([limits.OfferTimeout, limits.AgentLegTimeout, limits.TransferTimeout, limits.OutboundTimeout, limits.SilenceAfter, limits.PositionEvery, limits.RegainPlaceWithin, limits.WrapUpTimeout!.Value],
            time => Assert.InRange(time, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)));
    }

    [Theory]
    [InlineData("lines.json", "$.lines[0].nuber", "number")]
    [InlineData("queues.json", "$.queues[1].skils", "skills")]
    public void An_unknown_member_names_its_path_and_the_nearest_name(string file, string path, string nearest)
    {
        var parts = path.Split('.', '[', ']');
        folder.Edit(file, node => node[parts[1]]![int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture)]![parts[4]] = "x");

        var error = Assert.Single(folder.Errors(), e => e.Message.StartsWith("unknown member", StringComparison.Ordinal));
        Assert.Equal($"{file}: {path}", error.Path);
        Assert.Equal($"unknown member; did you mean '{nearest}'?", error.Message);
    }

    [Fact]
    public void A_member_in_two_files_is_refused() =>
        Assert.Contains("another file", Assert.Single(folder.Write("more.json", """{ "units": [] }""").Errors(), e => e.Path == "units.json: $.units").Message, StringComparison.Ordinal);

    [Fact]
    public void A_member_that_is_written_twice_is_refused() =>
        Assert.Contains(folder.Write("more.json", """{ "notes": [], "notes": [] }""").Errors(), e => e.Path == "more.json" && e.Message.Contains("notes", StringComparison.Ordinal));

    [Theory]
    [InlineData("{ \"notes\": [ ")]
    [InlineData("[]")]
    [InlineData("")]
    public void A_file_that_is_no_object_is_named(string text) => Assert.Contains(folder.Write("more.json", text).Errors(), e => e.Path == "more.json");

    [Fact]
    public void A_duration_without_a_unit_is_refused() =>
        Assert.Contains(folder.Edit("pack.json", p => p["limits"]!["offerTimeout"] = "20").Errors(), e => e.Message.Contains("'20' is no duration", StringComparison.Ordinal));

    [Fact]
    public void A_missing_required_member_is_refused() =>
        Assert.Contains(folder.Edit("lines.json", l => l["lines"]![0]!.AsObject().Remove("urgentQueue")).Errors(), e => e.Message.Contains("urgentQueue", StringComparison.Ordinal));

    [Fact]
    public void A_number_where_a_word_belongs_is_refused() => Assert.NotEmpty(folder.Edit("lines.json", l => l["lines"]![0]!["channel"] = 1).Errors());

    [Fact]
    public void Load_throws_with_every_error_at_once()
    {
        folder.Edit("lines.json", l => l["lines"]![0]!["defaultQueue"] = "genl").Edit("services.json", s => s["services"]![0]!["unit"] = "yardm");

        var refused = Assert.Throws<PackInvalidException>(() => PackLoader.Load(folder.Path));

        Assert.Contains("did you mean 'genel'?", refused.Message, StringComparison.Ordinal);
        Assert.Contains("did you mean 'yardim'?", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        Assert.Contains("missing", Assert.Throws<PackInvalidException>(() => PackLoader.Load(Path.Combine(folder.Path, "yok"))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_hash_names_the_content_and_not_the_layout()
    {
        var before = PackLoader.Load(folder.Path).Hash;
        folder.Edit("units.json", units =>
        {
            var first = units["units"]![0]!.AsObject();
            var members = first.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())).ToList();
            units["units"]![0] = new JsonObject(members);
        });
        Assert.Equal(before, PackLoader.Load(folder.Path).Hash);

        folder.Edit("units.json", units => units["units"]![0]!["name"] = "Başka Birim");
        Assert.NotEqual(before, PackLoader.Load(folder.Path).Hash);
    }

    [Fact]
    public void A_packs_own_text_and_holiday_win_over_the_common_ones()
    {
        folder.Write("more.json", """
            { "texts": { "channel.Voice": "Telefonla" }, "holidays": [ { "date": "2026-05-26", "name": "İdari izin", "source": "belediye ayarı" }, { "date": "2026-06-01", "name": "İdari izin", "source": "belediye ayarı" } ] }
            """);

        var pack = PackLoader.Load(folder.Path);

        Assert.Equal("Telefonla", pack.Text("channel.Voice"));
        Assert.Equal("WhatsApp", pack.Text("channel.WhatsApp"));
        Assert.Null(pack.Holidays[new(2026, 5, 26)]);
        Assert.True(pack.Holidays.ContainsKey(new(2026, 6, 1)));
        Assert.True(pack.Holidays.ContainsKey(new(2026, 5, 27)));
    }

    [Fact]
    public void A_line_reads_as_it_is_written()
    {
        var line = PackLoader.Load(folder.Path).Line("1532")!;

        Assert.Equal((Channel.Voice, "kadin-cocuk", "acil", false, true), (line.Channel, line.DefaultQueue.Value, line.UrgentQueue.Value, line.Recording, line.Confidential));
    }
}
