import { useState } from 'react';
import { remindUnit } from '../../actions/remindUnit';
import { reopenCase } from '../../actions/reopenCase';
import { useAction } from '../../actions/useAction';
import type { CardCaseRow } from '../../rows';
import { ActionButton } from '../../ui/ActionButton';
import { RefusalNote } from '../../ui/RefusalNote';
import { EscalatePanel } from './EscalatePanel';
import css from './citizen.module.css';

/** What the agent may do about an open item; the keys belong to the item opened last. */
export function CaseItemActions({ row }: { row: CardCaseRow }) {
  const remind = useAction(remindUnit);
  const reopen = useAction(reopenCase);
  const [escalating, setEscalating] = useState(false);
  if (row.status === 'Resolved') {
    return (
      <>
        <ActionButton action="case.reopen" size="compact-xs" testid={`case-reopen-${row.id}`} pending={reopen.pending} onRun={() => void reopen.run(row.id)} />
        <RefusalNote refusal={reopen.refusal} />
      </>
    );
  }
  return (
    <>
      <span className="rowTight">
        <ActionButton action="case.escalate" size="compact-xs" testid={`case-escalate-${row.id}`} aria-expanded={escalating} onRun={() => setEscalating(!escalating)} />
        <ActionButton action="case.remind" size="compact-xs" testid={`case-remind-${row.id}`} disabled={row.unitName === null} pending={remind.pending} onRun={() => void remind.run(row.id)} />
      </span>
      <RefusalNote refusal={remind.refusal} />
      {escalating && <div className={css.wide}><EscalatePanel id={row.id} onDone={() => setEscalating(false)} /></div>}
    </>
  );
}
