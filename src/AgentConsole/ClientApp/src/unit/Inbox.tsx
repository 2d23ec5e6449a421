import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useText } from '../i18n/useText';
import type { CaseId } from '../ids';
import { useKey } from '../keys/useKey';
import { score } from '../lib/fold';
import { groupNumber } from '../lib/format';
import { useSigned } from '../transport/context';
import { Badge } from '../ui/Badge';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import { VirtualRows } from '../ui/VirtualRows';
import { InboxItem } from './InboxItem';
import css from './unit.module.css';
import type { UnitCase } from './useInbox';

const ROW_PX = 62;

interface Props { rows: UnitCase[]; manyUnits: boolean; loading: boolean; selected: CaseId | null; onSelect: (id: CaseId) => void }

export function Inbox({ rows, manyUnits, loading, selected, onSelect }: Props) {
  const text = useText();
  const { units } = useSigned().session.pack;
  const nameOf = (id: string): string => units.find((each) => each.id === id)?.name ?? id;
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const shown = query ? rows.filter((row) => score(query, `${row.number} ${groupNumber(row.number)} ${row.serviceName}`) > 0) : rows;
  const late = rows.filter((row) => row.overdue || row.acceptanceOverdue).length;
  useKey('inbox.filter', () => field.current?.focus());
  return (
    <>
      <div className={css.filter}>
        <TextInput ref={field} className="grow" value={query} placeholder={text('unit.filter')} aria-label={text('unit.filter')} leftSection={<Icon name="search" size={14} />}
          rightSection={<Keys action="inbox.filter" />} onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()} />
      </div>
      <div className={css.counts}>
        <span className="dim num">{text('unit.total', { count: rows.length })}</span>
        {late > 0 && <Badge tone="late">{text('unit.overdue', { count: late })}</Badge>}
        <span className="dim small end">{text('unit.byDeadline')}</span>
      </div>
      <VirtualRows items={shown} rowHeight={ROW_PX} rowKey={(row) => row.id} label={text('unit.inbox')}
        empty={<Empty icon={loading ? 'clock' : 'check'} title={text(loading ? 'unit.loading' : query ? 'app.nothingFound' : 'unit.empty')} />}>
        {(row) => <InboxItem row={row} unitName={manyUnits ? nameOf(row.unit) : null} selected={row.id === selected} onSelect={onSelect} />}
      </VirtualRows>
    </>
  );
}
