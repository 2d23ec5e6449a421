import type { Instant } from '../ids';

const number = new Intl.NumberFormat('tr-TR');
const percent = new Intl.NumberFormat('tr-TR', { style: 'percent', maximumFractionDigits: 0 });
const time = new Intl.DateTimeFormat('tr-TR', { hour: '2-digit', minute: '2-digit' });
const date = new Intl.DateTimeFormat('tr-TR', { day: '2-digit', month: '2-digit', year: 'numeric' });
const weekday = new Intl.DateTimeFormat('tr-TR', { weekday: 'short', day: 'numeric', month: 'short' });

const at = (instant: Instant | number): Date => new Date(instant);

/** 1.193.060 */
export const formatNumber = (value: number): string => number.format(value);
/** %92 */
export const formatPercent = (share: number): string => percent.format(share);
/** 14:05 */
export const formatTime = (instant: Instant | number): string => time.format(at(instant));
/** 22.11.2026 */
export const formatDate = (instant: Instant | number): string => date.format(at(instant));
/** 22.11.2026 14:05 */
export const formatDateTime = (instant: Instant | number): string => `${formatDate(instant)} ${formatTime(instant)}`;
/** 22 Kas Paz */
export const formatDay = (instant: Instant | number): string => weekday.format(at(instant));

/** 14:05 on the day itself, otherwise with the date: the shortest form that cannot be misread. */
export function formatMoment(instant: Instant, now: number): string {
  return formatDate(instant) === formatDate(now) ? formatTime(instant) : formatDateTime(instant);
}

const SPOKEN = /^(\d{4})(\d{4})(\d)$/;

/** A case number in groups for reading aloud: 7527 0664 7. Anything else stays as it is. */
export const groupNumber = (number: string): string => number.replace(SPOKEN, '$1\u00a0$2\u00a0$3');

/** A running time: 00:42, 12:31, 1:02:07, and from a day on 1 g 2 sa. Never negative. */
export function formatElapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  if (hours >= 24) return `${Math.floor(hours / 24)} g ${hours % 24} sa`;
  const minutes = two(Math.floor(seconds / 60) % 60);
  return hours > 0 ? `${hours}:${minutes}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

export const since = (instant: Instant, now: number): number => now - Date.parse(instant);
