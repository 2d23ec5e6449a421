import { useText } from '../i18n/useText';
import { whoWords } from '../i18n/whoWords';
import type { CaseId } from '../ids';
import type { InboxRow } from '../rows';
import { Badge } from '../ui/Badge';
import { CaseNumber } from '../ui/CaseNumber';
import { Deadline } from '../ui/Deadline';
import { Icon } from '../ui/Icon';
import { PriorityMark } from '../ui/PriorityMark';
import { nextDue } from './order';
import css from './unit.module.css';

interface Props { row: InboxRow; unitName: string | null; selected: boolean; onSelect: (id: CaseId) => void }

export function InboxItem({ row, unitName, selected, onSelect }: Props) {
  const text = useText();
  return (
    <button type="button" className={`${css.item} ${row.priority === 'P1' ? css.danger : ''}`} aria-current={selected} data-testid={`unit-inbox-row-${row.id}`} onClick={() => onSelect(row.id)}>
      <span className="row">
        {row.confidential && <Icon name="lock" size={13} label={text('unit.confidential')} />}
        <span className="clip strong grow">{row.serviceName}</span>
        <PriorityMark priority={row.priority} />
        {row.reminders > 0 && <Badge tone="soon">{text('unit.reminders', { count: row.reminders })}</Badge>}
      </span>
      <span className="row small">
        <CaseNumber className="dim" number={row.number} />
        <span className="dim clip grow">{unitName ?? (row.acceptedBy ? text('unit.acceptedBy', { who: whoWords(row.acceptedBy, text) }) : row.statusWords)}</span>
        <Deadline from={row.receivedAt} until={nextDue(row)} approximate={row.acceptedBy !== null && row.approximate} />
      </span>
    </button>
  );
}
