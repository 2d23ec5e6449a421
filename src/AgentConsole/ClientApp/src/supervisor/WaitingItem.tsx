import type { WaitingRow } from '../rows';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Elapsed } from '../ui/Elapsed';
import { PriorityMark } from '../ui/PriorityMark';
import css from './supervisor.module.css';

interface Props { row: WaitingRow; queueName: string; offeredTo: string | null; selected: boolean; onSelect: () => void }

export function WaitingItem({ row, queueName, offeredTo, selected, onSelect }: Props) {
  return (
    <button type="button" className={css.waiting} aria-pressed={selected} onClick={onSelect} data-testid={`waiting-${row.contactId}`}>
      <ChannelIcon channel={row.channel} size={15} />
      <Elapsed from={row.since} className={css.wait} />
      <span className="clip strong">{row.who}</span>
      <span><PriorityMark priority={row.priority} /></span>
      <span className="clip dim">{row.incident ? `${queueName} · ${row.incident}` : queueName}</span>
      <span className="clip dim small">{offeredTo && `→ ${offeredTo}`}</span>
    </button>
  );
}
