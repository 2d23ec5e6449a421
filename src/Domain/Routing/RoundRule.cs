using Santral.Domain.Contacts;
using Santral.Domain.Kernel;

namespace Santral.Domain.Routing;

/// <summary>
/// Who is passed over after an offer came to nothing, so that a contact neither bounces back to the one who declined it
/// nor starves. The decliner is skipped for this contact until the round ends: when the contact's next offer (to another)
/// ends, when an Enqueue changes the contact, or after one offer timeout, whichever is first. A P1 skips nobody: its
/// decliner goes last, so that it never waits while anyone who can take it is idle. A contact for one agent alone that is
/// declined or missed waits one round for its contact to decide, then goes to its queue.
/// </summary>
internal static class RoundRule
{
    public static bool PassesOver(OfferEnd end, WaitingContact contact) => end switch
    {
        OfferEnd.Declined => true,
        OfferEnd.TimedOut => contact.Only is not null,
        OfferEnd.AgentLeft or OfferEnd.Withdrawn or OfferEnd.Superseded => false,
    };

    public static Standing Of(DeskAgent agent, WaitingContact contact) =>
        contact.PassedOver is not { } skipped || skipped != agent.Id ? Standing.First
        : contact is { Priority: Priority.P1, Only: null } ? Standing.Last
        : Standing.Skipped;
}

internal enum Standing
{
    First,

    /// <summary>Only when nobody else can take it now.</summary>
    Last,
    Skipped,
}
