import type { ReactNode } from 'react';
import { useText } from '../i18n/useText';
import { useNow } from '../lib/clock';
import { formatElapsed, formatNumber, formatPercent, since } from '../lib/format';
import type { AgentRow, QueueRow, WaitingRow } from '../rows';
import { deskNumbers } from './numbers';
import css from './supervisor.module.css';

/** A wait longer than this many seconds is shown as late when queues disagree about their target. */
const LONG_WAIT_SECONDS = 60;
/** The usual goal of call centres; below it the number turns amber. */
const SERVICE_LEVEL_GOAL = 0.8;

function Figure({ label, hint, tone = '', children }: { label: string; hint?: string; tone?: string | undefined; children: ReactNode }) {
  return (
    <div className={`${css.figure} ${tone}`} title={hint}>
      <dt>{label}</dt>
      <dd className="num">{children}</dd>
    </div>
  );
}

export function TopLine({ queues, waiting, agents }: { queues: readonly QueueRow[]; waiting: readonly WaitingRow[]; agents: readonly AgentRow[] }) {
  const text = useText();
  const now = useNow();
  const n = deskNumbers(queues, waiting, agents);
  const longest = n.oldest ? since(n.oldest, now) : 0;
  const late = longest > (n.targetSeconds ?? LONG_WAIT_SECONDS) * 1000;
  const low = n.serviceLevel !== null && n.serviceLevel < SERVICE_LEVEL_GOAL;
  return (
    <dl className={css.figures} aria-label={text('desk.numbers')}>
      <Figure label={text('desk.waiting')} tone={n.waiting > 0 ? css.strong : ''}>{formatNumber(n.waiting)}</Figure>
      <Figure label={text('desk.longest')} tone={late ? css.late : ''}>{n.oldest ? formatElapsed(longest) : '–'}</Figure>
      <Figure label={`${text('desk.serviceLevel')}${n.targetSeconds ? ` (${text('desk.seconds', { count: n.targetSeconds })})` : ''}`} tone={low ? css.soon : ''}
        hint={text('desk.serviceLevelHint', { seconds: n.targetSeconds ?? '…' })}>
        {n.serviceLevel === null ? '–' : formatPercent(n.serviceLevel)}
      </Figure>
      <Figure label={text('desk.answered')}>{formatNumber(n.answered)}</Figure>
      <Figure label={text('desk.abandoned')}>{formatNumber(n.abandoned)}</Figure>
      <Figure label={text('desk.available')} tone={`${css.ok} ${css.ruled}`}>{n.ready}</Figure>
      <Figure label={text('desk.talking')} tone={css.talk}>{n.talking}</Figure>
      <Figure label={text('desk.wrapUp')}>{n.wrapUp}</Figure>
      <Figure label={text('desk.onBreak')}>{n.onBreak}</Figure>
      <Figure label={text('desk.missedNow')} tone={n.missed > 0 ? css.late : ''}>{n.missed}</Figure>
    </dl>
  );
}
