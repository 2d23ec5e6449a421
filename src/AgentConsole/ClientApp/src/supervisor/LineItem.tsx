import { Switch } from '@mantine/core';
import { switchAnnouncement } from '../actions/switchAnnouncement';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { DeskId } from '../ids';
import type { LineRow } from '../rows';
import { Badge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { RefusalNote } from '../ui/RefusalNote';
import css from './supervisor.module.css';

/** The recording that a supervisor has made for this line. */
const DEFAULT_SOUND = 'announcement';

/** One line with its one switch: every caller hears the recorded announcement first. */
export function LineItem({ line, desk }: { line: LineRow; desk: DeskId }) {
  const text = useText();
  const change = useAction(switchAnnouncement);
  const on = line.announcement !== null;
  return (
    <div className={css.line}>
      <span className="num strong">{line.number}</span>
      <span className="clip grow dim">{line.name}</span>
      <Badge tone={line.open ? 'ok' : 'neutral'}>{text(line.open ? 'desk.open' : 'desk.closed')}</Badge>
      <Icon name="megaphone" size={14} />
      <Switch aria-label={`${line.name}: ${text('desk.announcementSound')}`} label={text(on ? 'desk.announcementOn' : 'desk.announcementOff')} checked={on} disabled={change.pending}
        onChange={(event) => void change.run(desk, line.number, event.currentTarget.checked ? DEFAULT_SOUND : null)} data-testid={`announcement-${line.number}`} />
      <RefusalNote refusal={change.refusal} />
    </div>
  );
}
