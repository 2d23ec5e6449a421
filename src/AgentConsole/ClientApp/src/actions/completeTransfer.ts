import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** After a consultation the caller goes to the other side. */
export const completeTransfer = (contact: ContactId): ActionRequest => ({
  path: `/api/contacts/${contact}/transfer/complete`,
  body: {},
});
