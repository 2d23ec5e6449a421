using Santral.Domain.Kernel;

namespace Santral.Domain.Contacts;

/// <summary>While agent and caller are connected.</summary>
internal static class Talks
{
    public static Outcome Hold(Turn turn) => turn.Phase switch
    {
        Phase.Talking { Held: true } => Decision.Nothing,
        Phase.Talking => turn.Do(new HoldLeg(turn.Id, turn.Facts.CallerLeg)).Emit(new CallerHeld(turn.Now)).Decision,
        _ => new Rejected(ContactCodes.NotTalking),
    };

    public static Outcome Resume(Turn turn)
    {
        switch (turn.Phase)
        {
            case Phase.Talking { Held: false }:
                return Decision.Nothing;
            case Phase.Talking at:
                Legs.Join(turn, [turn.Facts.CallerLeg, at.Leg]);
                return turn.Emit(new CallerResumed(turn.Now)).Decision;
            default:
                return new Rejected(ContactCodes.NotTalking);
        }
    }
}
