import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Ends the live part; wrap-up begins. */
export const endContact = (contact: ContactId): ActionRequest => ({
  path: `/api/contacts/${contact}/end`,
  body: {},
});
