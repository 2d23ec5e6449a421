using System.Security.Cryptography;
using System.Text;
using Santral.Domain.Contacts;

namespace Santral.Silo.Demo;

/// <summary>Calls the real webhooks as the provider would: over HTTP, form by form, signed over address and fields.</summary>
internal sealed class DemoWebhook(DemoEndpoint endpoint, HttpClient http)
{
    private static readonly string[] Life = ["sent", "delivered", "read"];

    /// <summary>A citizen's message. The provider repeats what was not taken, and so does this, once.</summary>
    public async Task WriteAsync(DemoCitizen citizen, Channel channel, string line, string text, CancellationToken cancel)
    {
        var prefix = channel is Channel.WhatsApp ? "whatsapp:" : "";
        SortedDictionary<string, string> form = new(StringComparer.Ordinal)
        {
            ["MessageSid"] = $"SM{Guid.NewGuid():N}",
            ["AccountSid"] = endpoint.AccountSid,
            ["From"] = prefix + citizen.Number,
            ["To"] = prefix + line,
            ["Body"] = text,
            ["NumMedia"] = "0",
        };
        if (channel is Channel.WhatsApp)
        {
            form["ProfileName"] = citizen.Name;
        }

        var address = new Uri(endpoint.Base, "/webhooks/twilio/message");
        if (!await PostAsync(address, form, cancel))
        {
            await PostAsync(address, form, cancel);
        }
    }

    /// <summary>What the provider tells of a message on its way. An SMS is not known to be read.</summary>
    public async Task DeliverAsync(DemoDelivery delivery, TimeProvider time, CancellationToken cancel)
    {
        foreach (var status in Life.Where(s => s != "read" || delivery.To.StartsWith("whatsapp:", StringComparison.Ordinal)))
        {
            await Task.Delay(DemoPace.DeliveryStep, time, cancel);
            await PostAsync(delivery.Callback, new(StringComparer.Ordinal) { ["MessageSid"] = delivery.Sid, ["MessageStatus"] = status }, cancel);
        }
    }

    private async Task<bool> PostAsync(Uri address, SortedDictionary<string, string> form, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", Sign(endpoint.Base.GetLeftPart(UriPartial.Authority) + address.PathAndQuery, form));
        using var answer = await http.SendAsync(request, cancel);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Written from the provider's description and not with the receiver's own code, so that the two check each other.</summary>
    private string Sign(string address, SortedDictionary<string, string> form)
    {
        var signed = new StringBuilder(address);
        foreach (var (name, value) in form)
        {
            signed.Append(name).Append(value);
        }

#pragma warning disable CA5350 // The provider's scheme is HMAC-SHA1.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(endpoint.AuthToken), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }
}
