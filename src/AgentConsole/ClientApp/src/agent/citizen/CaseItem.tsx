import { Button } from '@mantine/core';
import { useState } from 'react';
import { remindUnit } from '../../actions/remindUnit';
import { reopenCase } from '../../actions/reopenCase';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import { formatDate } from '../../lib/format';
import type { CardCaseRow } from '../../rows';
import { sourceWords } from '../../i18n/sourceWords';
import { Badge } from '../../ui/Badge';
import { Deadline } from '../../ui/Deadline';
import { RefusalNote } from '../../ui/RefusalNote';
import css from './citizen.module.css';

/** A case as the caller asks about it: where it is, until when, and what the agent may do about it. */
export function CaseItem({ row, mine }: { row: CardCaseRow; mine: boolean }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const remind = useAction(remindUnit);
  const reopen = useAction(reopenCase);
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
          <span className="num">{row.number}</span>
          <span className="clip grow">{row.unitName}</span>
          {row.deadline && !closed && <Deadline from={row.openedAt} until={row.deadline} />}
        </span>
      </button>
      {open && (
        <div className={css.caseMore}>
          <span className="dim small">{formatDate(row.openedAt)}{row.deadlineSource && ` · ${sourceWords(row.deadlineSource)}`}</span>
          {mine && (closed
            ? <Button size="compact-xs" variant="default" loading={reopen.pending} onClick={() => void reopen.run(row.id)}>{text('case.reopen')}</Button>
            : <Button size="compact-xs" variant="default" loading={remind.pending} onClick={() => void remind.run(row.id)} data-testid={`case-remind-${row.id}`}>{text('case.remind')}</Button>)}
          <RefusalNote refusal={remind.refusal ?? reopen.refusal} />
        </div>
      )}
    </article>
  );
}
