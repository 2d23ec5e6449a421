import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** The whole note, as it now stands. */
export const writeNote = (contact: ContactId, text: string): ActionRequest => ({
  path: `/api/contacts/${contact}/note`,
  body: { text },
});
