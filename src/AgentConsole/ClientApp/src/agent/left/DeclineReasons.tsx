import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useText } from '../../i18n/useText';
import { tr, type TextKey } from '../../i18n/tr';
import css from './offer.module.css';

const reasons = ['busy', 'skill', 'known', 'break'] as const;
const words: Record<(typeof reasons)[number], TextKey> = {
  busy: 'offer.reason.busy', skill: 'offer.reason.skill', known: 'offer.reason.known', break: 'offer.reason.break',
};

/** A reason by one key: 1 to 4. Esc goes back. It is recorded in Turkish, whatever language the agent reads. */
export function DeclineReasons({ pending, onPick, onBack }: { pending: boolean; onPick: (reason: string) => void; onBack: () => void }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const reason = reasons[Number(event.key) - 1];
    if (reason) onPick(tr[words[reason]]);
    else if (event.key === 'Escape') onBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} className={css.reasons} role="group" aria-label={text('offer.declineWhy')} onKeyDown={onKeyDown}>
      {reasons.map((reason, index) => (
        <button key={reason} type="button" disabled={pending} onClick={() => onPick(tr[words[reason]])} data-testid={`decline-${reason}`}>
          <kbd>{index + 1}</kbd> {text(words[reason])}
        </button>
      ))}
    </div>
  );
}
