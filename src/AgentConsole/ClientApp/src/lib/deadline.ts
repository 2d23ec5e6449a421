import type { Instant } from '../ids';

export type Tone = 'neutral' | 'soon' | 'late';

const MINUTE = 60_000;
/** In minutes. */
const HOUR = 60;
const DAY = 24 * HOUR;

/** Neutral, amber in the last quarter of the span, red when passed. */
export function deadlineTone(from: Instant, until: Instant, now: number): Tone {
  const start = Date.parse(from);
  const end = Date.parse(until);
  if (now >= end) return 'late';
  return end - now <= (end - start) / 4 ? 'soon' : 'neutral';
}

export interface Span { unit: 'day' | 'hour' | 'minute'; count: number; passed: boolean }

/** How far a deadline is, in the largest unit that still says something: 3 days, 5 hours, 12 minutes. */
export function distance(until: Instant, now: number): Span {
  const ms = Date.parse(until) - now;
  const passed = ms < 0;
  const length = Math.abs(ms);
  const minutes = Math.ceil(length / MINUTE);
  if (minutes >= 2 * DAY) return { unit: 'day', count: Math.floor(minutes / DAY), passed };
  if (minutes >= 2 * HOUR) return { unit: 'hour', count: Math.floor(minutes / HOUR), passed };
  return { unit: 'minute', count: minutes, passed };
}
