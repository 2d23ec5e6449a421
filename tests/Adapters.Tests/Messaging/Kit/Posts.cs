using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Santral.Messaging;
using Santral.Messaging.Http;
using Santral.Messaging.Meta;
using Santral.Messaging.Twilio;

namespace Santral.Adapters.Tests.Messaging.Kit;

/// <summary>Requests as the providers make them.</summary>
internal static class Posts
{
    public const string Citizen = "+905551112233";

    public static Dictionary<string, string> WhatsApp(string sid, string body, string from = Citizen) => new()
    {
        ["SmsMessageSid"] = sid, ["NumMedia"] = "0", ["ProfileName"] = "Ayşe Yılmaz", ["MessageType"] = "text", ["SmsSid"] = sid, ["WaId"] = "905551112233",
        ["SmsStatus"] = "received", ["Body"] = body, ["To"] = "whatsapp:+905521530034", ["NumSegments"] = "1", ["MessageSid"] = sid, ["AccountSid"] = "AC0",
        ["From"] = $"whatsapp:{from}", ["ApiVersion"] = "2010-04-01",
    };

    public static Dictionary<string, string> Sms(string sid, string body) => new()
    {
        ["MessageSid"] = sid, ["SmsSid"] = sid, ["AccountSid"] = "AC0", ["From"] = Citizen, ["To"] = "1530", ["Body"] = body, ["NumMedia"] = "0",
    };

    public static async Task<HttpRequestMessage> TwilioAsync(
        Dictionary<string, string> fields, string path = Routes.TwilioMessage, string query = "", string token = MessagingServer.AuthToken)
    {
        var content = new FormUrlEncodedContent(fields);
        var signature = new TwilioSignature(token).Sign(MessagingServer.PublicUrl + path + query, FormBody.Decode(await content.ReadAsByteArrayAsync())!);
        var request = new HttpRequestMessage(HttpMethod.Post, path + query) { Content = content };
        request.Headers.Add(TwilioSignature.Header, signature);
        return request;
    }

    public static HttpRequestMessage Meta(string json, string secret = MessagingServer.AppSecret)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var request = new HttpRequestMessage(HttpMethod.Post, Routes.Meta) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(MetaSignature.Header, new MetaSignature(secret).Sign(bytes));
        return request;
    }

    /// <summary>A webhook with the given members of its value, such as messages and contacts.</summary>
    public static string MetaValue(object value, string phoneNumberId = "106540352242922", string display = "905521530034")
    {
        var members = JsonSerializer.SerializeToNode(value)!.AsObject();
        members["messaging_product"] = "whatsapp";
        members["metadata"] = new System.Text.Json.Nodes.JsonObject { ["display_phone_number"] = display, ["phone_number_id"] = phoneNumberId };
        return JsonSerializer.Serialize(new { @object = "whatsapp_business_account", entry = new[] { new { id = "1", changes = new[] { new { field = "messages", value = members } } } } });
    }

    public static object MetaText(string id, string body, DateTimeOffset? at = null, string from = "905551112233") =>
        new { from, id, timestamp = $"{(at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds()}", type = "text", text = new { body } };

    /// <summary>Status and stable code of an answer.</summary>
    public static async Task<(int Status, string? Code)> ProblemAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return ((int)response.StatusCode, document.RootElement.TryGetProperty("code", out var code) ? code.GetString() : null);
    }
}
