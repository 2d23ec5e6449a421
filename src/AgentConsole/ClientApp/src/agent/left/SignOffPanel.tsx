import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { signOffDesk } from '../../actions/signOffDesk';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import type { AgentId } from '../../ids';
import type { MyContactRow } from '../../rows';
import { useSigned } from '../../transport/context';
import { useRows } from '../../transport/useTopic';
import { RefusalNote } from '../../ui/RefusalNote';
import css from './left.module.css';

const POOL = 'pool';
const AGENT = 'agent:';

/** Leaving hands open work over, to the pool or to a colleague, and says so before it happens. */
export function SignOffPanel({ contacts, onClose }: { contacts: readonly MyContactRow[]; onClose: () => void }) {
  const text = useText();
  const { session } = useSigned();
  const leave = useAction(signOffDesk);
  const [to, setTo] = useState(POOL);
  const colleagues = useRows('directory', 'directory')
    .filter((row) => row.target?.startsWith(AGENT) && row.target !== `${AGENT}${session.agent ?? ''}`)
    .map((row) => ({ value: row.target?.slice(AGENT.length) ?? '', label: row.name }));

  const confirm = async (): Promise<void> => {
    const answer = await leave.run(to === POOL ? undefined : (to as AgentId));
    if (answer.ok) onClose();
  };
  return (
    <div className={css.signoff} role="group" aria-label={text('signoff.title')}>
      <p>{text('signoff.lead')} <span className="num">({contacts.length})</span></p>
      <Select label={text('signoff.to')} value={to} onChange={(value) => setTo(value ?? POOL)} searchable
        data={[{ value: POOL, label: text('signoff.pool') }, ...colleagues]} />
      <div className="row">
        <Button color="red.9" loading={leave.pending} onClick={() => void confirm()} data-testid="sign-off-confirm">{text('signoff.confirm')}</Button>
        <Button variant="subtle" onClick={onClose}>{text('app.cancel')}</Button>
      </div>
      <RefusalNote refusal={leave.refusal} />
    </div>
  );
}
