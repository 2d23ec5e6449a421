import { Button } from '@mantine/core';
import { transferContact } from '../actions/transferContact';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { MyContactRow } from '../rows';
import { ActionButton } from '../ui/ActionButton';
import { Icon } from '../ui/Icon';
import { RefusalNote } from '../ui/RefusalNote';
import css from './agent.module.css';

/** Life danger: the referral is one key away and the note goes with it. The only red area of the desk. */
export function DangerBand({ contact }: { contact: MyContactRow }) {
  const text = useText();
  const refer = useAction(transferContact);
  const to = (number: string, label: string): void =>
    void refer.run(contact.id, { kind: 'Outside', value: number, label, attended: false });
  const onLine = contact.state === 'talking' || contact.state === 'held';
  return (
    <div className={css.dangerBand} role="region" aria-label={text('danger.title')}>
      <Icon name="alert" size={20} />
      <div className="grow">
        <strong>{text('danger.title')}</strong>
        <div className="small">{text('danger.body')} {onLine && text('danger.noteTravels')}</div>
      </div>
      {onLine && (
        <>
          <ActionButton action="danger.refer" variant="white" color="red.9" className={css.firm ?? ""} pending={refer.pending} onRun={() => to('112', '112')} testid="danger-112" showKey />
          <Button variant="outline" c="white" className={css.firm} style={{ borderColor: "white" }} disabled={refer.pending} onClick={() => to('183', 'Alo 183')}>{text('danger.to183')}</Button>
        </>
      )}
      <RefusalNote refusal={refer.refusal} />
    </div>
  );
}
