using Santral.Domain.Citizens;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Views;
using Santral.Views.Rows;
using Xunit;

namespace Santral.Adapters.Tests.Views;

/// <summary>A form that changes one setting must know the others, and an agent must see whom the caller speaks for.</summary>
public sealed class EditableCardTests
{
    private static readonly CitizenId Citizen = new(Story.Id("c"));
    private static readonly ContactId Contact = new(Story.Id("call"));

    [Fact]
    public void A_verified_card_carries_the_settings_behind_its_words()
    {
        var row = Assert.Single(Rows<CitizenRow>(World(verified: true), $"card:{Contact}"));
        Assert.NotNull(row.SafeContact);
        Assert.Equal(("09:00", "17:30"), (row.SafeContact.From, row.SafeContact.Until));
        Assert.Equal(["Sms"], row.SafeContact.Channels);
        Assert.True(row.SafeContact.NeverCall);
        Assert.False(row.SafeContact.NoOutreach);
    }

    [Fact]
    public void An_unverified_card_carries_none() =>
        Assert.Null(Assert.Single(Rows<CitizenRow>(World(verified: false), $"card:{Contact}")).SafeContact);

    [Fact]
    public void A_contact_names_those_the_caller_speaks_for_in_their_order()
    {
        var story = World(verified: true);
        foreach (var name in new[] { "Hatice Çınar", "İsmail Çınar" })
        {
            story.Add(Contact.Actor, new SubjectAdded(new(null, story.Sealer.Seal("contact/x", DataClass.Contact, name, new CommandId(Guid.NewGuid())), null)));
        }

        var row = Assert.Single(Rows<ContactRow>(story, $"contact:{Contact}"));
        Assert.Equal(["Hatice Çınar", "İsmail Çınar"], row.Subjects.Select(s => s.Name));
    }

    private static Story World(bool verified)
    {
        var story = new Story();
        story.Agent("temsilci1", "genel").Citizen(Citizen, "Ayşe Nur Yılmaz", "+905321234567");
        story.Add(Citizen.Actor, new SafeContactSet(new([], new(9, 0), new(17, 30), [Channel.Sms], true, false, false, null)));
        story.Call(Contact, Citizen).Queue(Contact).Talk(Contact, "temsilci1");
        return verified ? story.Add(Contact.Actor, new VerificationRecorded(new("temsilci1"), true, story.Now)) : story;
    }

    private static IEnumerable<T> Rows<T>(Story story, string topic)
    {
        var fold = new TopicFold(ViewPack.Pack, story.Sealer);
        for (var i = 0; i < story.Records.Count; i++)
        {
            fold.Fold(i + 1, story.Records[i]);
        }

        return fold.Fresh(topic).Select(change => change.Row).OfType<T>();
    }
}
