using Santral.Domain.Kernel;
using Santral.Domain.Packs;
using Santral.Domain.Routing;

namespace Santral.Domain.Contacts;

/// <summary>
/// Blind transfer. A person or a phone that does not answer in time sends the caller back to the sender, one priority level up
/// and to the sender alone first; then to the queue. A transfer to a queue does not come back: waiting is what a queue is for,
/// and the caller keeps the age.
/// </summary>
internal static class Transfers
{
    public static Outcome Blind(Turn turn, TransferBlind c)
    {
        if (Fault(turn, c.Agent, c.Target) is { } code)
        {
            return new Rejected(code);
        }

        switch (turn.Phase)
        {
            case Phase.Talking at:
                FromCall(turn, at, c);
                return turn.Decision;
            case Phase.Conversing:
                if (c.Target.Kind is TransferKind.Extension or TransferKind.Outside)
                {
                    return new Rejected(ContactCodes.TransferBadTarget);
                }

                turn.Cancel(Timers.Idle);
                turn.Emit(new TransferStarted(c.Agent, c.Target, c.Note, false, null, turn.Now + turn.Limits.TransferTimeout));
                turn.Desk(new ReleaseSlot(turn.Id, c.Agent));
                ToDesk(turn, c.Agent, c.Target);
                return turn.Decision;
            case Phase.Consulting:
                return new Rejected(ContactCodes.TransferInProgress);
            default:
                return new Rejected(ContactCodes.NotTalking);
        }
    }

    /// <summary>Nobody answered: back to the sender with priority, then, if the sender is gone, to the queue it came from.</summary>
    public static void Return(Turn turn, AgentId sender, LegFailure cause)
    {
        if (turn.Facts.Transfer is { } transfer)
        {
            turn.Emit(new TransferReturned(sender, transfer.Target, cause));
        }

        // The desk offers a contact only to someone who holds no slot of it.
        Endings.LeaveWriting(turn, sender, null, null);
        Queueing.Enter(turn, Queueing.Queue(turn), Raised(turn.Facts.Priority), sender, null);
    }

    /// <summary>Null when the target can be tried.</summary>
    public static string? Fault(Turn turn, AgentId by, TransferTarget target) => target.Kind switch
    {
        TransferKind.Agent => target.Value.Length == 0 ? ContactCodes.TransferBadTarget : target.Value == by.Value ? ContactCodes.TransferToSelf : null,
        TransferKind.Queue => turn.Pack.Queue(new(target.Value)) is null ? ContactCodes.UnknownQueue : null,
        TransferKind.Extension or TransferKind.Outside => Dialable(target.Value) ? null : ContactCodes.TransferBadTarget,
    };

    /// <summary>The switch's name of an extension or of a number outside.</summary>
    public static string Endpoint(Pack pack, TransferTarget target) => target.Kind switch
    {
        TransferKind.Extension => $"PJSIP/{target.Value}",
        TransferKind.Outside => $"PJSIP/{target.Value}@{pack.OutsideTrunk}",
        TransferKind.Agent or TransferKind.Queue => throw new InvalidOperationException("The desk finds the agent."),
    };

    /// <summary>Where the desk looks for a colleague: the target queue, or the contact's own.</summary>
    public static QueueSpec QueueOf(Turn turn, TransferTarget target) =>
        target.Kind is TransferKind.Queue && turn.Pack.Queue(new(target.Value)) is { } queue ? queue : Queueing.Queue(turn);

    public static AgentId? AgentOf(TransferTarget target) => target.Kind is TransferKind.Agent ? new(target.Value) : null;

    public static Priority Raised(Priority priority) => priority > Priority.P1 ? priority - 1 : Priority.P1;

    private static void FromCall(Turn turn, Phase.Talking at, TransferBlind c)
    {
        var facts = turn.Facts;
        var until = turn.Now + turn.Limits.TransferTimeout;
        var leg = c.Target.Kind is TransferKind.Extension or TransferKind.Outside ? turn.NextLeg : null;
        turn.Emit(new TransferStarted(c.Agent, c.Target, c.Note, false, leg, until));
        turn.Do(new HoldLeg(facts.Id, facts.CallerLeg)).HangUp(at.Leg, "transfer");
        Endings.StartWriting(turn, c.Agent, null);
        if (leg is null)
        {
            ToDesk(turn, c.Agent, c.Target);
        }
        else
        {
            Legs.Ring(turn, leg, Endpoint(turn.Pack, c.Target), null, facts.CallerLeg, turn.Limits.TransferTimeout, facts.Line);
        }
    }

    private static void ToDesk(Turn turn, AgentId sender, TransferTarget target)
    {
        var only = AgentOf(target);
        if (only is { } agent)
        {
            Endings.LeaveWriting(turn, agent, null, null);
        }

        Queueing.Enter(turn, QueueOf(turn, target), turn.Facts.Priority, only, only is null ? null : sender);
    }

    /// <summary>Digits and the signs of a telephone: what is dialled never carries an option of the switch.</summary>
    private static bool Dialable(string number) => number.Length is > 0 and <= 20 && number.All(c => char.IsAsciiDigit(c) || c is '+' or '*' or '#');
}
