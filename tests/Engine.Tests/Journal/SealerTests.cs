using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Journal;
using Xunit;

namespace Santral.Engine.Tests.Journal;

public sealed class SealerTests
{
    private const string Ayse = "citizen/ayse";
    private static readonly CommandId First = CommandId.From("first");
    private readonly InMemoryKeyStore keys = new();

    private Sealer Sealer => new(keys);

    [Fact]
    public void What_is_sealed_opens_again()
    {
        Assert.Equal("Ayşe Yılmaz", Sealer.Open(Sealer.Seal(Ayse, DataClass.Contact, "Ayşe Yılmaz", First)));
        Assert.Equal("", Sealer.Open(Sealer.Seal(Ayse, DataClass.Contact, "", First)));
        var place = new PostalAddress(Province: "Kocaeli", District: "İzmit", Directions: "eski değirmenin yanı");
        Assert.Equal(place, Sealer.Open(Sealer.Seal(Ayse, DataClass.CaseFile, place, First)));
        Assert.Null(Sealer.Open<string>(null));
    }

    [Fact]
    public void The_same_command_gives_the_same_bytes_and_another_gives_others()
    {
        var box = Sealer.Seal(Ayse, DataClass.Contact, "0552", First);
        Assert.Equal(box, Sealer.Seal(Ayse, DataClass.Contact, "0552", First));
        var others = new[]
        {
            Sealer.Seal(Ayse, DataClass.Contact, "0552", CommandId.From("second")), Sealer.Seal(Ayse, DataClass.Contact, "0553", First),
            Sealer.Seal(Ayse, DataClass.Message, "0552", First), Sealer.Seal("citizen/fatma", DataClass.Contact, "0552", First),
        };
        // The nonce is in front: it differs whenever key, value or command differ, so no nonce meets two plaintexts.
        Assert.Equal(5, others.Append(box).Select(sealedValue => sealedValue.Box[..16]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_box_does_not_show_the_value()
    {
        var box = Convert.FromBase64String(Sealer.Seal(Ayse, DataClass.Contact, "905521530034", First).Box);
        Assert.True(box.AsSpan().IndexOf("905521530034"u8) < 0);
    }

    [Fact]
    public void Without_its_key_a_value_reads_as_erased_and_nothing_more_can_be_sealed()
    {
        var box = Sealer.Seal(Ayse, DataClass.Contact, "Ayşe", First);
        var kept = Sealer.Seal(Ayse, DataClass.CaseFile, "dosya", First);
        keys.Destroy(Ayse, DataClass.Contact);
        Assert.Null(Sealer.Open(box));
        Assert.Equal("dosya", Sealer.Open(kept));
        Assert.Throws<InvalidOperationException>(() => Sealer.Seal(Ayse, DataClass.Contact, "yeni", First));
    }

    [Fact]
    public void A_box_moved_to_another_subject_or_changed_is_damage()
    {
        var box = Sealer.Seal(Ayse, DataClass.Contact, "Ayşe", First);
        Assert.Equal(JournalRefused.Damaged, Assert.Throws<JournalRefused>(() => Sealer.Open(box with { Subject = "citizen/fatma" })).Code);
        Assert.Throws<JournalRefused>(() => Sealer.Open(box with { Class = DataClass.Message }));
        Assert.Throws<JournalRefused>(() => Sealer.Open(box with { Box = "AAAA" }));
        Assert.Throws<JournalRefused>(() => Sealer.Open(box with { Box = "?" }));
        var bytes = Convert.FromBase64String(box.Box);
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            Assert.Throws<JournalRefused>(() => Sealer.Open(box with { Box = Convert.ToBase64String(bytes) }));
            bytes[i] ^= 1;
        }
    }

    [Fact]
    public void A_keyed_hash_is_32_hex_digits_and_purposes_do_not_mix()
    {
        var hash = Sealer.Hash("address", "+905521530034");
        Assert.Matches("^[0-9a-f]{32}$", hash);
        Assert.Equal(hash, Sealer.Hash("address", "+905521530034"));
        Assert.NotEqual(hash, Sealer.Hash("trigram", "+905521530034"));
        Assert.NotEqual(Sealer.Hash("ab", "c"), Sealer.Hash("a", "bc"));
        Assert.NotEqual(hash, new Sealer(new InMemoryKeyStore()).Hash("address", "+905521530034"));
        Assert.Matches("^[0-9a-f]{32}$", Sealer.Hash("address", new string('ş', 5_000)));
    }
}
