using Microsoft.Extensions.Logging;
using Santral.Domain.Addresses;
using Santral.Domain.Contacts;
using Santral.Domain.Kernel;
using Santral.Engine.Intake;
using Santral.Engine.Ports;

namespace Santral.Telephony.Switch;

/// <summary>A citizen's call enters: its number is sealed, its address is asked, and the contact it becomes is known from the answer.</summary>
internal sealed partial class Arrivals(Teller teller, ISealer sealer, ILineAnnouncements announcements, TimeProvider time, ILogger log)
{
    /// <summary>The journal has this long to take a call; then the caller hears the switch's own fallback instead of nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="leg">The channel: the same channel announced twice is the same contact.</param>
    /// <param name="number">Empty when withheld: such a caller is nobody known and shares an address with no one.</param>
    /// <returns>The contact, or null when the call cannot be taken.</returns>
    public async Task<ContactId?> TakeAsync(string leg, string number, string line, DateTimeOffset at, CancellationToken cancel)
    {
        var id = CommandId.From($"switch/arrival/{leg}");
        var known = Addressing.Phone(number);
        var address = Addressing.Key(sealer, Channel.Voice, known ?? $"withheld/{leg}");
        var secret = known is null ? null : sealer.Seal($"address/{address}", DataClass.Contact, known, id);
        var command = new ReceiveCall(leg, secret, line, at, announcements.For(line));
        var reply = await teller.AskAsync(address.Actor, command, id, time.GetTimestamp(), Patience, cancel);
        switch (reply)
        {
            case Reply.Accepted { Value: Taken taken }:
                return taken.Contact;
            case Reply.Rejected rejected:
                NotTaken(log, leg, rejected.Code);
                return null;
            case Reply.Unavailable unavailable:
                NotTaken(log, leg, unavailable.Code);
                return null;
            default:
                NotTaken(log, leg, "no contact in the answer");
                return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The call on {Leg} was not taken ({Code}); the switch's fallback answers it.")]
    private static partial void NotTaken(ILogger log, string leg, string code);
}
