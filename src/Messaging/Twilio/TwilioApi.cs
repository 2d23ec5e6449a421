using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Santral.Domain.Contacts;
using Santral.Messaging.Http;
using Santral.Messaging.Outbound;

namespace Santral.Messaging.Twilio;

/// <summary>The two requests of Twilio's Messages resource that are needed: create and list.</summary>
internal sealed class TwilioApi(TwilioOptions options, ProviderHttp http)
{
    private static readonly JsonSerializerOptions Variables = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly AuthenticationHeaderValue credentials =
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}")));

    private string Messages => $"{options.ApiBase.AbsoluteUri.TrimEnd('/')}/2010-04-01/Accounts/{options.AccountSid}/Messages.json";

    public async Task<ProviderAnswer> CreateAsync(OutboundMessage message, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Messages) { Content = new FormUrlEncodedContent(Fields(message)) };
        request.Headers.Authorization = credentials;
        return await http.SendAsync(request, cancel).ConfigureAwait(false);
    }

    /// <param name="query">Escaped, without the question mark.</param>
    public Task<ProviderAnswer> ListAsync(string query, CancellationToken cancel) => GetAsync(new($"{Messages}?{query}"), cancel);

    /// <summary>The page after this one. An address of another host is not followed, since our credentials would go there.</summary>
    public Task<ProviderAnswer> NextAsync(string nextPageUri, CancellationToken cancel) => GetAsync(new Uri(options.ApiBase, nextPageUri), cancel);

    private async Task<ProviderAnswer> GetAsync(Uri uri, CancellationToken cancel)
    {
        if (uri.Authority != options.ApiBase.Authority)
        {
            return new ProviderAnswer.NotSent();
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Authorization = credentials;
        return await http.SendAsync(request, cancel).ConfigureAwait(false);
    }

    private IEnumerable<KeyValuePair<string, string>> Fields(OutboundMessage message)
    {
        yield return new("To", TwilioInbound.Prefixed(message.Channel, message.To));
        yield return new("From", TwilioInbound.Prefixed(message.Channel, message.Line));
        yield return new("StatusCallback", $"{options.PublicUrl}{Routes.TwilioStatus}?{TwilioWebhooks.RouteQuery}={message.Route}");
        if (ContentSid(message) is { } content)
        {
            yield return new("ContentSid", content);
            yield return new("ContentVariables", JsonSerializer.Serialize(message.Values.Select((value, i) => (i, value)).ToDictionary(v => $"{v.i + 1}", v => v.value), Variables));
        }
        else
        {
            yield return new("Body", message.Text);
        }
    }

    /// <summary>Templates known by a content id go by it; others by their exact words, which Twilio matches to the approved ones.</summary>
    private static string? ContentSid(OutboundMessage message) =>
        message.Channel == Channel.WhatsApp && message.Template?.ProviderName is { } name && name.StartsWith("HX", StringComparison.Ordinal) ? name : null;
}
