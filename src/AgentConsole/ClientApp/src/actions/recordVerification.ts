import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Whether the pack's questions were answered; opens the citizen's card. */
export const recordVerification = (contact: ContactId, passed: boolean): ActionRequest => ({
  path: `/api/contacts/${contact}/verify`,
  body: { passed },
});
