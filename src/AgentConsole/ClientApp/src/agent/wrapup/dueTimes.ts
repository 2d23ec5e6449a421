const HOUR = 3_600_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** For a datetime-local field: the local time without seconds. */
export function toLocalField(ms: number): string {
  const at = new Date(ms);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** UTC, ISO 8601, of what was typed; null while it is not a time. */
export function fromLocalField(value: string): string | null {
  const ms = new Date(value).getTime();
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

export const inOneHour = (now: number): number => now + HOUR;

/** The next working day at ten; a promise for a Sunday would be broken. */
export function nextMorning(now: number): number {
  const at = new Date(now);
  at.setHours(10, 0, 0, 0);
  do at.setDate(at.getDate() + 1);
  while (at.getDay() === 0 || at.getDay() === 6);
  return at.getTime();
}
