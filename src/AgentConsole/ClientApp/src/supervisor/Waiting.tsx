import { useState } from 'react';
import { useText } from '../i18n/useText';
import type { ContactId } from '../ids';
import { useKey } from '../keys/useKey';
import type { AgentRow, QueueRow, WaitingRow } from '../rows';
import { Empty } from '../ui/Empty';
import { Section } from '../ui/Section';
import { VirtualRows } from '../ui/VirtualRows';
import { WaitingDetail } from './WaitingDetail';
import { WaitingItem } from './WaitingItem';

const ROW_PX = 34;

interface Props { waiting: readonly WaitingRow[]; queues: readonly QueueRow[]; agents: readonly AgentRow[] }

/** Who waits, the longest first; the chosen one tells why and can be moved or raised. */
export function Waiting({ waiting, queues, agents }: Props) {
  const text = useText();
  const [chosen, setChosen] = useState<ContactId | null>(null);
  // A danger to life is offered before anyone older, so it stands first here too.
  const later = (row: WaitingRow): number => (row.priority === 'P1' ? 0 : 1);
  const rows = [...waiting].sort((a, b) => later(a) - later(b) || a.since.localeCompare(b.since) || a.contactId.localeCompare(b.contactId));
  const names = new Map(queues.map((queue) => [queue.id, queue.name]));
  const people = new Map<string, string>(agents.map((agent) => [agent.id, agent.name]));
  const nameOf = (id: string | null): string | null => id && (people.get(id) ?? id);
  const row = rows.find((each) => each.contactId === chosen);
  const step = (by: 1 | -1): void => {
    const at = rows.findIndex((each) => each.contactId === chosen);
    setChosen(rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.contactId ?? null);
  };
  useKey('list.next', () => step(1), rows.length > 0);
  useKey('list.previous', () => step(-1), rows.length > 0);

  return (
    <Section title={text('desk.waitingList')} count={rows.length} grow>
      <VirtualRows items={rows} rowHeight={ROW_PX} rowKey={(each) => each.contactId} label={text('desk.waitingList')} empty={<Empty icon="check" title={text('desk.noWaiting')} />}>
        {(each) => <WaitingItem row={each} queueName={names.get(each.queueId) ?? each.queueId} offeredTo={nameOf(each.offeredTo)} selected={each.contactId === chosen} onSelect={() => setChosen(each.contactId)} />}
      </VirtualRows>
      {row && <WaitingDetail key={row.contactId} row={row} queues={queues} offeredTo={nameOf(row.offeredTo)} onlyFor={nameOf(row.onlyFor)} />}
    </Section>
  );
}
