using System.Buffers.Text;
using System.Text;
using Santral.Domain.Kernel;

namespace Santral.Messaging.Inbound;

/// <summary>
/// Names the message and the actor that sent it in what the provider gives back with a status, so that a send whose answer was
/// lost still finds its way home. It holds ids only, no personal data.
/// </summary>
internal sealed record StatusRoute(Guid MessageId, ActorId Source)
{
    private const int MaxCharacters = 400;

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{MessageId:N}/{Source}"));

    public static StatusRoute? Parse(string? text)
    {
        if (text is null or { Length: 0 or > MaxCharacters } || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('/', 3);
        return parts.Length == 3 && Guid.TryParseExact(parts[0], "N", out var id) && parts[1] is ActorKinds.Contact or ActorKinds.Citizen && parts[2].Length > 0
            ? new(id, new(parts[1], parts[2]))
            : null;
    }
}
