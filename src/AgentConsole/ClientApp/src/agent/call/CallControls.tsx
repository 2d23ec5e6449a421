import { cancelTransfer } from '../../actions/cancelTransfer';
import { completeTransfer } from '../../actions/completeTransfer';
import { endContact } from '../../actions/endContact';
import { holdCaller } from '../../actions/holdCaller';
import { resumeCaller } from '../../actions/resumeCaller';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import type { MyContactRow } from '../../rows';
import { ActionButton } from '../../ui/ActionButton';
import { RefusalNote } from '../../ui/RefusalNote';
import css from '../agent.module.css';

interface Props { contact: MyContactRow; transferring: boolean; onTransfer: () => void }

/** The buttons keep their places in every state; what is not possible now is dimmed, not gone. */
export function CallControls({ contact, transferring, onTransfer }: Props) {
  const text = useText();
  const hold = useAction(holdCaller);
  const resume = useAction(resumeCaller);
  const end = useAction(endContact);
  const complete = useAction(completeTransfer);
  const cancel = useAction(cancelTransfer);
  const { id, state } = contact;
  const held = state === 'held';
  const onLine = state === 'talking' || held;
  const asking = state === 'consulting' || contact.transferTo !== null;

  return (
    <div className={css.controls} role="toolbar" aria-label={text('agent.contact')}>
      <ActionButton action="call.hold" icon={held ? 'play' : 'pause'} label={text(held ? 'call.resume' : 'call.holdNow')} testid="call-hold" showKey
        variant={held ? 'filled' : 'default'} pending={hold.pending || resume.pending} disabled={!onLine} onRun={() => void (held ? resume : hold).run(id)} />
      {asking ? (
        <>
          <ActionButton action="transfer.complete" icon="check" variant="filled" testid="transfer-complete" showKey disabled={state !== 'consulting'} pending={complete.pending} onRun={() => void complete.run(id)} />
          <ActionButton action="transfer.cancel" icon="close" testid="transfer-cancel" showKey pending={cancel.pending} onRun={() => void cancel.run(id)} />
        </>
      ) : (
        <ActionButton action="call.transfer" icon="transfer" testid="call-transfer" showKey variant={transferring ? 'light' : 'default'} disabled={!onLine} onRun={onTransfer} />
      )}
      <span className="end" />
      <ActionButton action="call.end" icon="phoneOff" c="var(--late)" testid="call-end" showKey label={text('call.endNow')} pending={end.pending} onRun={() => void end.run(id)} />
      <RefusalNote refusal={hold.refusal ?? resume.refusal ?? end.refusal ?? complete.refusal ?? cancel.refusal} />
    </div>
  );
}
