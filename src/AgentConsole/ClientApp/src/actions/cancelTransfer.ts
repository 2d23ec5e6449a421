import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** After a consultation the caller stays here. */
export const cancelTransfer = (contact: ContactId): ActionRequest => ({
  path: `/api/contacts/${contact}/transfer/cancel`,
  body: {},
});
