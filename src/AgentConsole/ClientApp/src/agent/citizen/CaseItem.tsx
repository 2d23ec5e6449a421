import { useState } from 'react';
import { formatDate } from '../../lib/format';
import type { CardCaseRow } from '../../rows';
import { sourceWords } from '../../i18n/sourceWords';
import { Badge } from '../../ui/Badge';
import { CaseNumber } from '../../ui/CaseNumber';
import { Deadline } from '../../ui/Deadline';
import { CaseItemActions } from './CaseItemActions';
import css from './citizen.module.css';

/** A case as the caller asks about it: where it is, until when, and what the agent may do about it. */
export function CaseItem({ row, mine }: { row: CardCaseRow; mine: boolean }) {
  const [open, setOpen] = useState(false);
  const closed = row.status === 'Resolved';
  // Before the citizen is verified there is the name of the service and nothing else.
  if (row.number === '') return <article className={css.case} data-testid={`open-case-${row.id}`}><p className={css.named}>{row.serviceName}</p></article>;
  return (
    <article className={css.case} data-testid={`open-case-${row.id}`}>
      <button type="button" className={css.caseHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="row">
          <span className="clip strong grow">{row.serviceName}</span>
          <Badge tone={closed ? 'ok' : row.overdue ? 'late' : 'neutral'}>{row.statusWords}</Badge>
        </span>
        <span className="row small dim">
          <CaseNumber number={row.number} />
          <span className="clip grow">{row.unitName}</span>
          {row.deadline && !closed && <Deadline from={row.openedAt} until={row.deadline} />}
        </span>
      </button>
      {open && (
        <div className={css.caseMore}>
          <span className="dim small">{formatDate(row.openedAt)}{row.deadlineSource && ` · ${sourceWords(row.deadlineSource)}`}</span>
          {mine && <CaseItemActions row={row} />}
        </div>
      )}
    </article>
  );
}
