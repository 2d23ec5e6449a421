import type { ContactId } from '../ids';
import type { Outcome } from '../words';
import type { ActionRequest } from '../transport/api';

/** Ends wrap-up with a named outcome. */
export const finishContact = (contact: ContactId, outcome: Outcome, category?: string): ActionRequest => ({
  path: `/api/contacts/${contact}/finish`,
  body: { outcome, category },
});
