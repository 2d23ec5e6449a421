import { useRefusalText } from '../i18n/useRefusalText';
import type { Refusal } from '../transport/problem';
import { Icon } from './Icon';
import css from './ui.module.css';

/** A refusal stands beside the thing it concerns until the next try; it never passes by as a toast. */
export function RefusalNote({ refusal }: { refusal: Refusal | null }) {
  const say = useRefusalText();
  if (!refusal) return null;
  return (
    <div role="alert" className={css.refusal} data-testid="refusal">
      <Icon name="alert" size={14} />
      <span>{say(refusal)}</span>
    </div>
  );
}
