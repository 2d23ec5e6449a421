import { useCallback } from 'react';
import { useKey } from '../keys/useKey';
import type { ContactId } from '../ids';
import type { MyContactRow, OfferRow } from '../rows';
import { goTo, useRoute } from '../shell/useRoute';

/** The call first, then conversations by age: a place in the list does not change while a contact lives. */
export function inOrder(contacts: readonly MyContactRow[]): MyContactRow[] {
  const rank = (row: MyContactRow): number => (row.medium === 'Call' ? 0 : 1);
  return [...contacts].sort((a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since) || a.id.localeCompare(b.id));
}

/**
 * Which contact is open. The choice is in the address, so that it survives a reload. Without one, the call on the line
 * is shown, or the citizen who is being offered; an arriving event never takes a chosen contact away.
 */
export function useSelection(contacts: readonly MyContactRow[], offer: OfferRow | undefined) {
  const [, wanted] = useRoute();
  const ordered = inOrder(contacts);
  const known = wanted !== undefined && (ordered.some((row) => row.id === wanted) || offer?.contactId === wanted);
  const fallback = ordered.find((row) => row.medium === 'Call')?.id ?? offer?.contactId ?? ordered[0]?.id ?? null;
  const selected: ContactId | null = known ? (wanted as ContactId) : fallback;

  const select = useCallback((id: ContactId) => goTo('agent', id), []);
  const step = (by: 1 | -1): void => {
    const next = ordered[ordered.findIndex((row) => row.id === selected) + by];
    if (next) select(next.id);
  };
  useKey('contact.next', () => step(1));
  useKey('contact.previous', () => step(-1));
  return { selected, select };
}
