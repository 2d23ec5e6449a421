import { useText } from '../../i18n/useText';
import type { MyContactRow } from '../../rows';
import { ActionButton } from '../../ui/ActionButton';
import { RefusalNote } from '../../ui/RefusalNote';
import { agentOutcomes } from '../../words';
import css from './wrapup.module.css';
import { useFinish } from './useFinish';

interface Props { contact: MyContactRow; category: string; hasCase: boolean }

/** Nine of ten contacts end with information given: that is the first button and one key. */
export function OutcomeGrid({ contact, category, hasCase }: Props) {
  const text = useText();
  const { finish, pending, refusal } = useFinish(contact.id, false);
  const [, ...others] = agentOutcomes;
  return (
    <>
      <div className={css.grid}>
        <ActionButton className={css.first} action="finish.informed" icon="check" size="sm" variant={hasCase ? 'light' : 'filled'} showKey pending={pending} testid="finish-informed"
          onRun={() => finish('Informed', category)} />
        {others.map((outcome) => (
          <ActionButton key={outcome} action={`finish.${outcome}`} size="sm" variant={hasCase && outcome === 'CaseOpened' ? 'filled' : 'default'} disabled={pending} showKey
            label={text(`outcome.${outcome}`)} onRun={() => finish(outcome, category)} testid={`finish-${outcome}`} />
        ))}
      </div>
      <RefusalNote refusal={refusal} />
    </>
  );
}
