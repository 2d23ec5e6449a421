using Santral.Domain.Contacts;
using Santral.Domain.Packs;
using Santral.Engine.Intake;

namespace Santral.Messaging.Inbound;

/// <summary>Finds the pack's own spelling of a line, so that its desk and queue are found. Short codes stay as dialled.</summary>
internal static class LineNames
{
    public static string Of(Pack pack, Channel channel, string number)
    {
        var spelt = Addressing.Phone(number) ?? number.Trim();
        return (Find(pack, spelt, line => line.Channel == channel) ?? Find(pack, spelt, _ => true))?.Number ?? spelt;
    }

    private static LineSpec? Find(Pack pack, string spelt, Func<LineSpec, bool> fits)
    {
        foreach (var line in pack.Lines)
        {
            if (fits(line) && (line.Number == spelt || Addressing.Phone(line.Number) == spelt))
            {
                return line;
            }
        }

        return null;
    }
}
