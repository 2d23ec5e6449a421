using System.Text.Json.Nodes;
using Santral.Domain.Packs;
using Santral.Packs;
using Xunit;

namespace Santral.Adapters.Tests.Packs;

public sealed class OtherFactsTests
{
    private static readonly Pack Izmir = PackLoader.Load(PackFiles.Real("izmir"));
    private static readonly Pack Izmit = PackLoader.Load(PackFiles.Real("izmit"));
    private static readonly FormSpec Ek1 = Izmit.Form("ek1")!;

    public static TheoryData<string> Packs => ["ibb", "izmir", "izmit"];

    [Fact]
    public void Izmir_has_the_ten_units_of_article_4_by_their_names() => Assert.Equal(
    [
        "İdari ve Mali İşler Birimi", "Sosyal İnceleme Birimi", "Yardım Komisyonu Birimi", "Süt Kuzusu Birimi", "Dayanışma ve Danışma Noktaları Birimi",
        "Evsiz, İhtiyaç Sahibi Vatandaşlarımıza Yönelik Barınma, Konaklama ve Diğer (Çölyak, Taziye vb.) Hizmetler Birimi", "Hemşehri İletişim Merkezi ve Santral Birimi",
        "Veri İşleme, Analiz ve Web Yönetim Birimi", "Depo Birimi", "Araç Sevk ve Dağıtım Amirliği Birimi",
    ], Izmir.Units.Select(u => u.Name));

    [Fact]
    public void Every_unit_of_izmir_has_topics() => Assert.All(Izmir.Units, u => Assert.NotEmpty(u.Topics));

    [Fact]
    public void Izmirs_source_prints_no_number_so_the_pack_has_none()
    {
        Assert.Equal("santral", Assert.Single(Izmir.Lines).Number);
        Assert.All(Izmir.Directory.Where(d => d.Kind != "outside"), d => Assert.Null(d.Dial));
        Assert.Contains(Izmir.Notes, n => n.Contains("telefon numarası", StringComparison.Ordinal));
    }

    [Fact]
    public void Izmirs_talk_is_of_a_commission_and_izmits_of_a_board_and_a_muracaatci()
    {
        Assert.Equal("Yardım Komisyonu", Izmir.Text("word.board"));
        Assert.Equal("Değerlendirme Kurulu", Izmit.Text("word.board"));
        Assert.Equal("Müracaatçı", Izmit.Text("party.Applicant"));
    }

    [Fact]
    public void Izmit_has_its_units_and_stores_and_the_number_that_is_printed()
    {
        Assert.Equal(
            ["Sosyal Yardım Hizmetleri Birimi", "Yaşlı Hizmetleri Birimi", "Engelli Hizmetleri Birimi", "Şehit Yakınları ve Gazi Birimi", "Gıda Bankası", "Dost Eller (Giyim) Mağazası"],
            Izmit.Units.Select(u => u.Name));
        Assert.Equal("+902623180000", Assert.Single(Izmit.Lines).Number);
        Assert.Equal("2210", Izmit.Units[0].Extension);
    }

    [Fact]
    public void The_form_is_the_printed_one_letter_by_letter()
    {
        var printed = JsonNode.Parse(File.ReadAllText(PackFiles.Fact("ek1-scoring.json")))!.AsArray();

        Assert.Equal(15, Ek1.Groups.Length);
        Assert.Equal(printed.Select(g => ((string)g!["id"]!, (string)g["title"]!)), Ek1.Groups.Select(g => (g.Id, g.Title)));
        Assert.Equal(
            printed.SelectMany(g => g!["options"]!.AsArray()).Select(o => new FormOption((string)o!["code"]!, (string)o["label"]!, (int)o["points"]!)),
            Ek1.Groups.SelectMany(g => g.Options));
    }

    [Fact]
    public void A_form_reaches_from_minus_26_to_166()
    {
        Assert.Equal((-26, 166), Ek1.Range);
        Assert.Equal(-26, Total(g => g.Options.MinBy(o => o.Points)!));
        Assert.Equal(166, Total(g => g.Options.MaxBy(o => o.Points)!));
    }

    [Fact]
    public void A_form_shows_its_parts_and_counts_no_group_that_is_open()
    {
        var scored = Assert.IsType<FormResult.Scored>(FormScoring.Score(Ek1, [new("isDurumu", "A"), new("aileDurumu", "Ç"), new("arac", "B")]));

        Assert.Equal(25, scored.Total);
        Assert.Equal([new("aileDurumu", 15), new("arac", -10), new("isDurumu", 20)], scored.Parts);
        Assert.Equal(0, Assert.IsType<FormResult.Scored>(FormScoring.Score(Ek1, [])).Total);
    }

    [Theory]
    [InlineData("isDurumu", "Z", "form.unknown_option")]
    [InlineData("isDurumu", "a", "form.unknown_option")]
    [InlineData("kronik", "Ç", "form.unknown_option")]
    [InlineData("isdurumu", "A", "form.unknown_group")]
    public void A_choice_that_the_form_does_not_have_is_refused(string group, string option, string code) =>
        Assert.Equal(new FormResult.Refused(code, group), FormScoring.Score(Ek1, [new(group, option)]));

    [Theory]
    [MemberData(nameof(Packs))]
    public void Holidays_are_those_of_the_facts(string id)
    {
        var holidays = PackLoader.Load(PackFiles.Real(id)).Holidays;

        Assert.Equal(Holidays.Of2026To2028.Order(), holidays.Select(h => (h.Key, h.Value is not null)));
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void Where_the_source_prints_no_period_there_is_none_and_the_units_target_is_above_zero(string id)
    {
        var pack = PackLoader.Load(PackFiles.Real(id));

        Assert.All(pack.Units, u => Assert.True(u.Targets is { AcceptBusinessHours: > 0, FirstActionBusinessDays: > 0, CloseBusinessDays: > 0 }));
        Assert.True(id == "ibb" || pack.Services.All(s => s.Period is null));
    }

    private static int Total(Func<FormGroup, FormOption> choose) =>
        Assert.IsType<FormResult.Scored>(FormScoring.Score(Ek1, Ek1.Groups.Select(g => KeyValuePair.Create(g.Id, choose(g).Code)))).Total;
}
