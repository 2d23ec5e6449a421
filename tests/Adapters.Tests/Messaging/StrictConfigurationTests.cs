using Microsoft.Extensions.Configuration;
using Santral.Engine.Configuration;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

public sealed class StrictConfigurationTests
{
    private static readonly string[] Known = ["Twilio:AuthToken", "Twilio:ApiBase", "Meta:Lines:*:Line", "Meta:AppSecret"];

    [Fact]
    public void A_misspelt_key_is_refused_and_the_nearest_known_one_named()
    {
        var refused = Assert.Throws<ConfigurationRefusedException>(() => Check(("Messaging:Twilio:AuthTokn", "x")));
        Assert.Equal("Unknown configuration key 'Messaging:Twilio:AuthTokn'. Did you mean 'Messaging:Twilio:AuthToken'?", refused.Message);
    }

    [Fact]
    public void Every_unknown_key_is_listed()
    {
        var refused = Assert.Throws<ConfigurationRefusedException>(() => Check(("Messaging:Twilo:ApiBase", "x"), ("Messaging:Meta:Lines:0:Lin", "x")));
        Assert.Contains("'Messaging:Twilio:ApiBase'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'Messaging:Meta:Lines:*:Line'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Known_keys_pass_in_any_letter_case_and_lists_by_index() =>
        Check(("Messaging:twilio:AUTHTOKEN", "x"), ("Messaging:Meta:Lines:0:Line", "1"), ("Messaging:Meta:Lines:17:Line", "2"), ("Messaging:Meta:AppSecret", ""));

    [Fact]
    public void A_value_where_a_section_belongs_is_refused() =>
        Assert.Throws<ConfigurationRefusedException>(() => Check(("Messaging:Twilio", "x")));

    [Fact]
    public void A_misspelt_section_is_refused_but_a_foreign_one_is_not()
    {
        StrictConfiguration.RefuseMisspeltSections(Of(("Logging:Level", "x"), ("Messaging:A", "x"), ("PATH", "x")), "Messaging", "Journal");
        var refused = Assert.Throws<ConfigurationRefusedException>(() => StrictConfiguration.RefuseMisspeltSections(Of(("Mesaging:A", "x")), "Messaging", "Journal"));
        Assert.Contains("'Messaging'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("Token", "token", 0)]
    [InlineData("Toekn", "Token", 1)]
    [InlineData("AuthTokn", "AuthToken", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Edits_are_counted_with_swaps_as_one(string left, string right, int edits) => Assert.Equal(edits, EditDistance.Between(left, right));

    private static void Check(params (string Key, string Value)[] pairs) => StrictConfiguration.RefuseUnknownKeys(Of(pairs), "Messaging", Known);

    private static IConfiguration Of(params (string Key, string Value)[] pairs) =>
        new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))).Build();
}
