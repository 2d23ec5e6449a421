import { useText } from '../../i18n/useText';
import type { TextKey } from '../../i18n/tr';
import type { DirectoryRow } from '../../rows';
import { Badge } from '../../ui/Badge';
import { Icon, type IconName } from '../../ui/Icon';
import css from './transfer.module.css';

const icons: Record<string, IconName> = { agent: 'user', person: 'user', unit: 'building', queue: 'people', outside: 'phone', extension: 'phone' };
const names: Record<string, TextKey> = {
  agent: 'directory.agent', person: 'directory.person', unit: 'directory.unit', queue: 'directory.queue', outside: 'directory.outside',
  extension: 'directory.extension',
};

interface Props { row: DirectoryRow; active: boolean; pending: boolean; onPick: (attended: boolean) => void; onHover: () => void }

export function DirectoryItem({ row, active, pending, onPick, onHover }: Props) {
  const text = useText();
  const kind = names[row.kind];
  return (
    <div id={`directory-${row.id}`} role="option" aria-selected={active} aria-disabled={row.target === null || pending} className={css.item}
      data-testid={`directory-${row.id}`} onMouseMove={onHover} onClick={() => onPick(false)}>
      <Icon name={icons[row.kind] ?? 'phone'} />
      <span className={css.name}>
        <span className="clip strong">{row.name}</span>
        <span className="clip dim small">{[kind && text(kind), row.hours, row.note].filter(Boolean).join(' · ')}</span>
      </span>
      {row.presence && <Badge tone={row.presence === 'Ready' ? 'ok' : 'neutral'}>{text(`presence.${row.presence}`)}</Badge>}
      <span className="num end">{row.target === null ? <span className="dim small">{text('transfer.noTarget')}</span> : row.dial}</span>
    </div>
  );
}
