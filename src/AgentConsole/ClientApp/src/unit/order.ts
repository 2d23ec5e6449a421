import type { Instant } from '../ids';
import type { InboxRow } from '../rows';

/** What the unit owes next: to take the case on, then to answer it. */
export const nextDue = (row: InboxRow): Instant => (row.acceptedBy === null ? row.acceptBy : row.closeBy);

/** Life danger first, then by what is due next; equal ones by number, so that no place is a matter of chance. */
export function byDeadline<T extends InboxRow>(rows: readonly T[]): T[] {
  const first = (row: InboxRow): number => (row.priority === 'P1' ? 0 : 1);
  return [...rows].sort((a, b) => first(a) - first(b) || nextDue(a).localeCompare(nextDue(b)) || a.number.localeCompare(b.number));
}
