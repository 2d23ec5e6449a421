import type { Instant } from '../ids';

export interface Countdown { secondsLeft: number; /** 1 at the start, 0 at the end. */ share: number }

/** What a ring shows of an offer: whole seconds left, rounded up so that 0 means over. */
export function countdown(until: Instant, totalSeconds: number, now: number): Countdown {
  const left = Math.max(0, (Date.parse(until) - now) / 1000);
  return { secondsLeft: Math.ceil(left), share: totalSeconds > 0 ? Math.min(1, left / totalSeconds) : 0 };
}
