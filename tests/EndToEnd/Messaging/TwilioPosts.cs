using System.Security.Cryptography;
using System.Text;

namespace Santral.EndToEnd.Messaging;

/// <summary>Signs webhooks as the provider documents it; written apart from the product's own check, so that the two cannot err alike.</summary>
internal static class TwilioPosts
{
    public const string AuthToken = "e2e-auth-token";
    public const string PublicUrl = "https://santral.example";

    public static Dictionary<string, string> Environment { get; } = new()
    {
        ["Messaging__Twilio__AuthToken"] = AuthToken,
        ["Messaging__Twilio__PublicUrl"] = PublicUrl,
    };

    public static HttpRequestMessage Message(string sid, string from, string body)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = "AC0", ["Body"] = body, ["From"] = $"whatsapp:{from}", ["MessageSid"] = sid, ["NumMedia"] = "0", ["ProfileName"] = "Ayşe Yılmaz",
            ["SmsStatus"] = "received", ["To"] = "whatsapp:+905521530034",
        };
        var signed = $"{PublicUrl}/webhooks/twilio/message{string.Concat(fields.Select(f => f.Key + f.Value))}";
#pragma warning disable CA5350 // The provider's scheme.
        var signature = HMACSHA1.HashData(Encoding.UTF8.GetBytes(AuthToken), Encoding.UTF8.GetBytes(signed));
#pragma warning restore CA5350
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/webhooks/twilio/message", UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("X-Twilio-Signature", Convert.ToBase64String(signature));
        return request;
    }
}
