using Santral.Domain.Citizens;
using Santral.Domain.Kernel;
using Santral.Domain.Routing;

namespace Santral.Domain.Contacts;

// How a contact's own sends and effects ended.
public sealed partial class ContactDecider
{
    public Outcome Notice(ContactState state, Notice notice, in Context context)
    {
        if (state is ContactState.Fresh)
        {
            return Decision.Nothing;
        }

        var turn = new Turn(state, context);
        switch (notice)
        {
            case Kernel.Notice.SendRefused refused:
                SendRefused(turn, refused.Command, refused.Code);
                break;
            case Kernel.Notice.EffectDone { Effect: SendText text } done:
                Replies.Changed(turn, text.MessageId, MessageStatus.Queued, done.Result, null);
                break;
            case Kernel.Notice.EffectFailed { Effect: SendText text } failed:
                Replies.Changed(turn, text.MessageId, MessageStatus.Failed, null, failed.Code);
                break;
            case Kernel.Notice.EffectExpired { Effect: SendText text }:
                Replies.Changed(turn, text.MessageId, MessageStatus.Failed, null, ContactCodes.MessageExpired);
                break;
            case Kernel.Notice.EffectInDoubt { Effect: SendText text }:
                Replies.Changed(turn, text.MessageId, MessageStatus.InDoubt, null, ContactCodes.MessageInDoubt);
                break;
            case Kernel.Notice.EffectFailed { Effect: TelephonyEffect effect }:
                SwitchCouldNot(turn, effect);
                break;
            case Kernel.Notice.EffectExpired { Effect: TelephonyEffect effect }:
                SwitchCouldNot(turn, effect);
                break;

            // A switch that did as asked tells the rest by events; one in doubt is asked again when it is back (CallVanished, backstops).
            case Kernel.Notice.EffectDone or Kernel.Notice.EffectInDoubt or Kernel.Notice.EffectFailed or Kernel.Notice.EffectExpired:
                break;
            default:
                throw new NotSupportedException($"{notice.GetType().Name} is no notice.");
        }

        return turn.Decision;
    }

    private static void SwitchCouldNot(Turn turn, TelephonyEffect effect)
    {
        switch (effect)
        {
            // The caller was gone before the answer.
            case AnswerCall:
                Endings.CallOver(turn, null);
                break;

            // A missing sound must not strand a caller: the flow goes on as if it had ended, unheard.
            case PlayPrompt prompt:
                CallFlow.Ended(turn, prompt.Prompt, heard: false);
                break;
            case RingLeg ring:
                Legs.Failed(turn, ring.Leg, LegFailure.Unreachable);
                break;
            case BridgeLegs bridge:
                Legs.JoinFailed(turn, bridge);
                break;

            // A caller held in silence is still held, and what could not be hung up is gone or will be reconciled.
            case StopPrompt or StartHoldMusic or HoldLeg or HangUpLeg or ReleaseCall:
                break;
            default:
                throw new NotSupportedException($"{effect.GetType().Name} is no telephony effect.");
        }
    }

    private static void SendRefused(Turn turn, ICommand command, string code)
    {
        switch (command)
        {
            case Enqueue refused:
                Queueing.Refused(turn, refused);
                break;
            case TakeSlot refused:
                Outbound.NoSlot(turn, refused.Agent, code);
                break;
            case CheckOutreach refused when turn.Phase is Phase.Judging:
                Outbound.Refused(turn, refused.Request, code);
                break;
            case CheckOutreach refused:
                Replies.Refused(turn, refused.Request, code);
                break;

            // The desk has forgotten the contact or the agent already, which is what these ask for.
            case DeskCommand:
                break;

            // Addresses and citizens only note; a note refused changes nothing here.
            case Addresses.AddressCommand or CitizenCommand:
                break;
            default:
                throw new NotSupportedException($"A contact sends no {command.GetType().Name}.");
        }
    }
}
