import { useState } from 'react';
import { acceptCase } from '../actions/acceptCase';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { CaseRow } from '../rows';
import { ActionButton } from '../ui/ActionButton';
import { RefusalNote } from '../ui/RefusalNote';
import { NotePanel } from './NotePanel';
import { ResolvePanel } from './ResolvePanel';
import { ReturnPanel } from './ReturnPanel';
import css from './unit.module.css';

type Panel = 'return' | 'note' | 'resolve';

/** What may be done now, each by one key; a panel opens in place and never covers the case. */
export function CaseActions({ row }: { row: CaseRow }) {
  const text = useText();
  const accept = useAction(acceptCase);
  const [panel, setPanel] = useState<Panel | null>(null);
  const close = (): void => setPanel(null);
  const toggle = (wanted: Panel) => (): void => setPanel(panel === wanted ? null : wanted);
  const resolved = row.status === 'Resolved';
  const waits = row.status === 'Escalated';
  return (
    <div className={css.actions}>
      <div className="row" role="toolbar" aria-label={text('palette.actions')}>
        <ActionButton action="case.accept" icon="check" variant={waits ? 'filled' : 'default'} showKey testid="case-accept" disabled={!waits} pending={accept.pending} onRun={() => void accept.run(row.id)} />
        <ActionButton action="case.resolve" icon="shield" variant={row.status === 'Accepted' ? 'filled' : 'default'} showKey testid="case-resolve" disabled={resolved || waits} onRun={toggle('resolve')} />
        <ActionButton action="case.return" icon="returnArrow" showKey testid="case-return" disabled={resolved} onRun={toggle('return')} />
        <ActionButton action="case.note" icon="note" showKey testid="case-note" onRun={toggle('note')} />
        {resolved && <span className="dim">{text('case.resolved')}</span>}
      </div>
      <RefusalNote refusal={accept.refusal} />
      {panel === 'return' && <ReturnPanel id={row.id} onDone={close} />}
      {panel === 'note' && <NotePanel id={row.id} onDone={close} />}
      {panel === 'resolve' && <ResolvePanel id={row.id} onDone={close} />}
    </div>
  );
}
