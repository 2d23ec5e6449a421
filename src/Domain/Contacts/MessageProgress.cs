namespace Santral.Domain.Contacts;

/// <summary>
/// What is known of an outbound message only grows: callbacks arrive late and out of order, and "read" never goes back
/// to "sent". A delivery outranks a failure, for it is the proof that the failure was reported too early.
/// </summary>
public static class MessageProgress
{
    public static bool Advances(MessageStatus from, MessageStatus to) => Rank(to) > Rank(from);

    private static int Rank(MessageStatus status) => status switch
    {
        MessageStatus.Pending => 0,
        MessageStatus.InDoubt => 1,
        MessageStatus.Queued => 2,
        MessageStatus.Sent => 3,
        MessageStatus.Failed => 4,
        MessageStatus.Delivered => 5,
        MessageStatus.Read => 6,
        MessageStatus.Refused => 7,
    };
}
