import { callCitizen } from '../../actions/callCitizen';
import { completeCallback } from '../../actions/completeCallback';
import { Button } from '@mantine/core';
import { useAction } from '../../actions/useAction';
import { tr } from '../../i18n/tr';
import { useText } from '../../i18n/useText';
import { useNow } from '../../lib/clock';
import { formatMoment } from '../../lib/format';
import type { TaskRow } from '../../rows';
import { Badge } from '../../ui/Badge';
import { RefusalNote } from '../../ui/RefusalNote';
import css from './left.module.css';

/** A promise to call back: when, whom, why, and the two things to do about it. */
export function TaskItem({ row }: { row: TaskRow }) {
  const text = useText();
  const now = useNow();
  const call = useAction(callCitizen);
  const done = useAction(completeCallback);
  return (
    <div className={css.task}>
      <div className="row">
        <span className="num strong">{formatMoment(row.due, now)}</span>
        {row.overdue && <Badge tone="late">{text('callback.overdue')}</Badge>}
        <span className="clip grow">{row.who}</span>
      </div>
      <div className="row">
        <span className="clip grow dim small">{row.note}</span>
        <Button size="compact-xs" variant="default" loading={call.pending} onClick={() => void call.run(row.citizenId)}>{text('callback.call')}</Button>
        <Button size="compact-xs" variant="default" loading={done.pending} onClick={() => void done.run(row.id, row.citizenId, tr['callback.done'])}>{text('callback.done')}</Button>
      </div>
      <RefusalNote refusal={call.refusal ?? done.refusal} />
    </div>
  );
}
