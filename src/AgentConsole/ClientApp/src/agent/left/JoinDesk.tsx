import { signInDesk } from '../../actions/signInDesk';
import { useAction } from '../../actions/useAction';
import { Button } from '@mantine/core';
import { useText } from '../../i18n/useText';
import { RefusalNote } from '../../ui/RefusalNote';
import css from './left.module.css';

/** Before the first offer of the day: taking a seat is a decision of one's own. */
export function JoinDesk() {
  const text = useText();
  const join = useAction(signInDesk);
  return (
    <div className={css.bar}>
      <p className="dim small">{text('agent.joinLead')}</p>
      <Button size="xs" loading={join.pending} onClick={() => void join.run()} data-testid="desk-join">{text('agent.join')}</Button>
      <RefusalNote refusal={join.refusal} />
    </div>
  );
}
