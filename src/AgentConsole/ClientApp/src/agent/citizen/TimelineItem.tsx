import { useNow } from '../../lib/clock';
import { formatMoment } from '../../lib/format';
import type { TimelineRow } from '../../rows';
import { Icon, type IconName } from '../../ui/Icon';

const icons: Record<string, IconName> = { call: 'phone', conversation: 'chat', case: 'form', message: 'chat', note: 'note', callback: 'clock' };

export function TimelineItem({ row }: { row: TimelineRow }) {
  const now = useNow();
  return (
    <li>
      <Icon name={icons[row.kind] ?? (row.caseId ? 'form' : 'phone')} size={14} />
      <span className="grow">{row.words}</span>
      <time className="num dim small" dateTime={row.at}>{formatMoment(row.at, now)}</time>
    </li>
  );
}
