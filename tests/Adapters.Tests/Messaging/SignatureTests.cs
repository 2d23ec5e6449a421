using System.Text;
using Santral.Messaging.Http;
using Santral.Messaging.Meta;
using Santral.Messaging.Twilio;
using Xunit;

namespace Santral.Adapters.Tests.Messaging;

/// <summary>The vectors are the providers' own, published with their documentation and client libraries.</summary>
public sealed class SignatureTests
{
    private const string DocumentedUrl = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string DocumentedBody = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
    private const string DocumentedSignature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    [Fact]
    public void Twilios_documented_example_is_valid_in_any_order_of_fields()
    {
        Assert.True(Twilio(DocumentedBody));
        Assert.True(Twilio("To=%2B18005551212&Digits=1234&From=%2B14158675309&Caller=%2B14158675309&CallSid=CA1234567890ABCDE"));
    }

    [Fact]
    public void The_vector_of_Twilios_client_library_is_valid_with_its_empty_fields()
    {
        const string body = "ToState=California&CalledState=California&Direction=inbound&FromState=CA&AccountSid=ACba8bc05eacf94afdae398e642c9cc32d"
            + "&Caller=%2B14153595711&CallerZip=94108&CallerCountry=US&From=%2B14153595711&FromCity=SAN+FRANCISCO&CallerCity=SAN%20FRANCISCO&To=%2B14157669926"
            + "&FromZip=94108&FromCountry=US&ToCity=&CallStatus=ringing&CalledCity=&CallerState=CA&CalledZip=&ToZip=&ToCountry=US"
            + "&CallSid=CA136d09cd59a3c0ec8dbff44da5c03f31&CalledCountry=US&Called=%2B14157669926&ApiVersion=2010-04-01&ApplicationSid=AP44efecad51364e80b133bb7c07eb8204";
        var signature = new TwilioSignature("2bd9e9638872de601313dc77410d3b23");
        Assert.True(signature.IsValid("http://twiliotests.heroku.com/validate/voice", FormBody.Decode(Encoding.UTF8.GetBytes(body))!, "oVb2kXoVy8GEfwBDjR8bk/ZZ6eA="));
    }

    [Theory]
    [InlineData("12345", "https://mycompany.com/myapp.php?foo=1&bar=3", DocumentedBody, DocumentedSignature)]
    [InlineData("12345", "http://mycompany.com/myapp.php?foo=1&bar=2", DocumentedBody, DocumentedSignature)]
    [InlineData("12346", DocumentedUrl, DocumentedBody, DocumentedSignature)]
    [InlineData("12345", DocumentedUrl, DocumentedBody + "&x=1", DocumentedSignature)]
    [InlineData("12345", DocumentedUrl, "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1235&From=%2B14158675309&To=%2B18005551212", DocumentedSignature)]
    [InlineData("12345", DocumentedUrl, DocumentedBody, "RSOYDt4T1cUTdK1PDd93/VVr8B9=")]
    [InlineData("12345", DocumentedUrl, DocumentedBody, "")]
    [InlineData("12345", DocumentedUrl, DocumentedBody, null)]
    [InlineData("12345", DocumentedUrl, DocumentedBody, "RSOYDt4T1cUTdK1PDd93/VVr8B8=RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("12345", DocumentedUrl, DocumentedBody, "ŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞŞ")]
    public void Anything_changed_makes_Twilios_signature_false(string token, string url, string body, string? signature) =>
        Assert.False(new TwilioSignature(token).IsValid(url, FormBody.Decode(Encoding.UTF8.GetBytes(body))!, signature));

    [Fact]
    public void The_published_vector_of_the_hub_signature_scheme_is_valid()
    {
        // GitHub documents the same scheme, header and prefix as Meta, with this secret, payload and result.
        var signature = new MetaSignature("It's a Secret to Everybody");
        const string documented = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
        Assert.True(signature.IsValid("Hello, World!"u8, documented));
        Assert.True(signature.IsValid("Hello, World!"u8, "sha256=" + documented[7..].ToUpperInvariant()));
    }

    [Theory]
    [InlineData("Hello, World?", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("Hello, World!", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18")]
    [InlineData("Hello, World!", "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("Hello, World!", "sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("Hello, World!", "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("Hello, World!", "")]
    [InlineData("Hello, World!", null)]
    public void Anything_changed_makes_Metas_signature_false(string body, string? signature) =>
        Assert.False(new MetaSignature("It's a Secret to Everybody").IsValid(Encoding.UTF8.GetBytes(body), signature));

    [Fact]
    public void A_form_is_decoded_as_browsers_encode_it()
    {
        var form = FormBody.Decode("a=%C5%9Eeker+ve+tuz&b=&c&d=100%25&e=%zz%4&=x"u8)!;
        Assert.Equal("Şeker ve tuz", form["a"]);
        Assert.Null(form["b"]);
        Assert.Null(form["c"]);
        Assert.Null(form["f"]);
        Assert.Equal("100%", form["d"]);
        Assert.Equal("%zz%4", form["e"]);
    }

    [Fact]
    public void A_form_of_endless_fields_is_not_decoded() => Assert.Null(FormBody.Decode(Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Range(0, 201).Select(i => $"f{i}=1")))));

    private static bool Twilio(string body) => new TwilioSignature("12345").IsValid(DocumentedUrl, FormBody.Decode(Encoding.UTF8.GetBytes(body))!, DocumentedSignature);
}
