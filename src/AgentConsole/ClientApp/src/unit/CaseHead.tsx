import { useText } from '../i18n/useText';
import { whoWords } from '../i18n/whoWords';
import { sourceWords } from '../i18n/sourceWords';
import { formatDateTime } from '../lib/format';
import type { CaseRow, InboxRow } from '../rows';
import { Badge } from '../ui/Badge';
import { CaseNumber } from '../ui/CaseNumber';
import { Deadline } from '../ui/Deadline';
import { Icon } from '../ui/Icon';
import { PriorityMark } from '../ui/PriorityMark';
import css from './unit.module.css';

/** The name, the number, and each deadline with the words of its source. */
export function CaseHead({ row, inbox }: { row: CaseRow; inbox: InboxRow | undefined }) {
  const text = useText();
  const waits = row.status === 'Escalated';
  return (
    <header className={css.head}>
      {row.priority === 'P1' && <div className={css.band}><Icon name="alert" size={18} /> <strong>{text('danger.title')}</strong> {text('danger.body')}</div>}
      <div className="row">
        {row.confidential && <Icon name="lock" size={18} label={text('unit.confidential')} />}
        <h2 className="clip">{row.serviceName}</h2>
        <Badge tone={row.status === 'Resolved' ? 'ok' : row.status === 'Accepted' ? 'accent' : 'neutral'}>{row.statusWords}</Badge>
        <PriorityMark priority={row.priority} always />
        {row.reminders > 0 && <Badge tone="soon">{text('case.remindedTimes', { count: row.reminders })}</Badge>}
      </div>
      <dl className={css.dates}>
        <div><dt>{text('case.number')}</dt><dd data-testid="case-number"><CaseNumber className="strong" number={row.number} /></dd></div>
        {waits && inbox && <div><dt>{text('unit.acceptBy')}</dt><dd><Deadline from={inbox.receivedAt} until={inbox.acceptBy} /></dd></div>}
        {row.deadline && (
          <div>
            <dt>{text('case.deadline')}</dt>
            <dd><Deadline from={row.openedAt} until={row.deadline} approximate={row.approximate} /> <span className="dim small">{row.deadlineWords ?? (row.deadlineSource && sourceWords(row.deadlineSource))}</span></dd>
          </div>
        )}
        <div><dt>{text('case.opened')}</dt><dd className="dim">{text('case.openedBy', { when: formatDateTime(row.openedAt), who: whoWords(row.openedBy, text) })}</dd></div>
        {row.senderReference && <div><dt>{text('case.senderReference')}</dt><dd className="num">{row.senderReference}</dd></div>}
      </dl>
    </header>
  );
}
