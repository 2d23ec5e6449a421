import { finishContact } from '../../actions/finishContact';
import { useAction } from '../../actions/useAction';
import type { ContactId } from '../../ids';
import { useDrafts } from '../../lib/useDraft';
import type { Refusal } from '../../transport/problem';
import type { Outcome } from '../../words';

/** Ends a contact with a named outcome; its drafts end with it. */
export function useFinish(contact: ContactId): { finish: (outcome: Outcome, category?: string) => void; pending: boolean; refusal: Refusal | null } {
  const drafts = useDrafts();
  const { run, pending, refusal } = useAction(finishContact);
  const finish = (outcome: Outcome, category?: string): void => {
    const about = category?.trim();
    void run(contact, outcome, ...(about ? [about] : [])).then((answer) => {
      if (answer.ok) drafts.removeAll(contact);
    });
  };
  return { finish, pending, refusal };
}
