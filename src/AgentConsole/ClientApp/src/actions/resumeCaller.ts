import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Back to the caller. */
export const resumeCaller = (contact: ContactId): ActionRequest => ({
  path: `/api/contacts/${contact}/resume`,
  body: {},
});
