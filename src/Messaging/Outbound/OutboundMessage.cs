using System.Collections.Immutable;
using System.Globalization;
using Santral.Domain.Contacts;
using Santral.Domain.Packs;
using Santral.Messaging.Inbound;

namespace Santral.Messaging.Outbound;

/// <summary>A message opened for its provider. It lives no longer than the request.</summary>
/// <param name="To">A number, or an opaque id for people without one.</param>
/// <param name="Text">What the citizen reads; a template is already filled in.</param>
/// <param name="Template">The approved template that WhatsApp is to send by its name; null for free text and for every SMS.</param>
internal sealed record OutboundMessage(
    StatusRoute Route, Channel Channel, string Line, string To, string Text, TemplateSpec? Template, ImmutableArray<string> Values)
{
    /// <summary>Fills {{1}}, {{2}}… in; a place without a value stays as it is.</summary>
    public static string Fill(string body, ImmutableArray<string> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            body = body.Replace("{{" + (i + 1).ToString(CultureInfo.InvariantCulture) + "}}", values[i], StringComparison.Ordinal);
        }

        return body;
    }
}
