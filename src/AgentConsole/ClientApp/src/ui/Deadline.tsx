import { useText } from '../i18n/useText';
import type { Instant } from '../ids';
import { deadlineTone, distance } from '../lib/deadline';
import { useNow } from '../lib/clock';
import { formatMoment } from '../lib/format';
import { Icon } from './Icon';
import css from './ui.module.css';

/** A deadline twice: until when and how long, coloured by what is left and always with the words too. */
export function Deadline({ from, until, approximate = false }: { from: Instant; until: Instant; approximate?: boolean }) {
  const now = useNow();
  const text = useText();
  const tone = deadlineTone(from, until, now);
  const { unit, count, passed } = distance(until, now);
  return (
    <span className={`${css.deadline} ${css[tone]} num`}>
      {tone === 'late' && <Icon name="alert" size={13} />}
      <span>{approximate ? '≈ ' : ''}{formatMoment(until, now)}</span>
      <span className={css.deadlineWords}>{text(`deadline.${passed ? 'passed' : 'left'}.${unit}`, { count })}</span>
    </span>
  );
}
