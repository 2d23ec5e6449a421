import { useText } from '../../i18n/useText';
import type { Instant } from '../../ids';
import { useNow } from '../../lib/clock';
import { countdown } from '../../lib/countdown';
import css from './offer.module.css';

const RADIUS = 19;
const LENGTH = 2 * Math.PI * RADIUS;

/** The seconds left, as a ring and as a number. It glides between ticks; with reduced motion it steps. */
export function Ring({ until, totalSeconds }: { until: Instant; totalSeconds: number }) {
  const { secondsLeft, share } = countdown(until, totalSeconds, useNow());
  const text = useText();
  return (
    <span className={css.ring} role="timer" aria-label={text('offer.seconds', { count: secondsLeft })}>
      <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden>
        <circle cx="22" cy="22" r={RADIUS} className={css.ringGround} />
        <circle cx="22" cy="22" r={RADIUS} className={css.ringLeft} strokeDasharray={LENGTH} strokeDashoffset={LENGTH * (1 - share)} />
      </svg>
      <span className="num">{secondsLeft}</span>
    </span>
  );
}
