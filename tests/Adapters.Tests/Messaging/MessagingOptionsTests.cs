using Microsoft.Extensions.Configuration;
using Santral.Engine.Configuration;
using Santral.Messaging;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

public sealed class MessagingOptionsTests
{
    [Fact]
    public void Nothing_configured_is_a_valid_configuration()
    {
        var options = Read();
        Assert.False(options.Twilio.CanReceive || options.Twilio.CanSend || options.Meta.CanReceive || options.Meta.CanSend);
    }

    [Theory]
    [InlineData("https://santral.example")]
    [InlineData("https://santral.example/")]
    [InlineData("https://santral.example/webhooks/twilio/message")]
    public void The_public_address_may_be_given_as_a_server_or_as_a_webhook(string publicUrl) =>
        Assert.Equal("https://santral.example", Read(("Twilio:AuthToken", "t"), ("Twilio:PublicUrl", publicUrl)).Twilio.PublicUrl);

    [Theory]
    [InlineData("Twilio:AuthToken", "t", "Messaging:Twilio:PublicUrl")]
    [InlineData("Twilio:ApiBase", "http://api.twilio.com", "Messaging:Twilio:ApiBase")]
    [InlineData("Meta:ApiBase", "graph", "Messaging:Meta:ApiBase")]
    [InlineData("Meta:Lines:0:Line", "153", "Messaging:Meta:Lines:0:PhoneNumberId")]
    [InlineData("Twilio:AuthTocken", "t", "Messaging:Twilio:AuthToken")]
    [InlineData("Meta:Lines:0:PhoneNumbrId", "1", "Messaging:Meta:Lines:*:PhoneNumberId")]
    public void What_cannot_work_is_refused_at_start_by_name(string key, string value, string named) =>
        Assert.Contains(named, Assert.Throws<ConfigurationRefusedException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_provider_on_loopback_may_be_plain() => Assert.Equal("http://127.0.0.1:9/", Read(("Twilio:ApiBase", "http://127.0.0.1:9")).Twilio.ApiBase.AbsoluteUri);

    private static MessagingOptions Read(params (string Key, string Value)[] pairs) => MessagingOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(p => KeyValuePair.Create($"Messaging:{p.Key}", (string?)p.Value))).Build());
}
