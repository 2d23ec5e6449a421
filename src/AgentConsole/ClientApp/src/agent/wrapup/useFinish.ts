import { endContact } from '../../actions/endContact';
import { finishContact } from '../../actions/finishContact';
import { useAction } from '../../actions/useAction';
import type { ContactId } from '../../ids';
import { useDrafts } from '../../lib/useDraft';
import type { Refusal } from '../../transport/problem';
import type { Outcome } from '../../words';

/**
 * Ends a contact with a named outcome; its drafts end with it.
 * @param live a conversation that still runs is ended first, so that one key is enough for the usual ending.
 */
export function useFinish(contact: ContactId, live: boolean): { finish: (outcome: Outcome, category?: string) => void; pending: boolean; refusal: Refusal | null } {
  const drafts = useDrafts();
  const end = useAction(endContact);
  const { run, pending, refusal } = useAction(finishContact);
  const finish = (outcome: Outcome, category?: string): void => {
    const about = category?.trim();
    const close = async (): Promise<void> => {
      if (live && !(await end.run(contact)).ok) return;
      const answer = await run(contact, outcome, ...(about ? [about] : []));
      if (answer.ok) drafts.removeAll(contact);
    };
    void close();
  };
  return { finish, pending: pending || end.pending, refusal: refusal ?? end.refusal };
}
