import type { Text } from '../../i18n/useText';
import type { Instant } from '../../ids';
import type { ContactRow } from '../../rows';

const MINUTE = 60_000;

/** Whether free text may be written now: the channel takes it, and a window, where there is one, is open. */
export const mayWrite = (row: ContactRow, now: number): boolean =>
  row.canWriteFreely && (row.windowUntil === null || Date.parse(row.windowUntil) > now);

/** "23 sa 10 dk", "48 dk"; null when the window has closed. */
export function windowWords(until: Instant, now: number, text: Text): string | null {
  const minutes = Math.floor((Date.parse(until) - now) / MINUTE);
  if (minutes < 0) return null;
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return text('app.minutes', { count: minutes });
  return `${text('app.hours', { count: hours })} ${text('app.minutes', { count: minutes % 60 })}`;
}
