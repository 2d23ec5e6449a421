import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** The caller hears music. */
export const holdCaller = (contact: ContactId): ActionRequest => ({
  path: `/api/contacts/${contact}/hold`,
  body: {},
});
