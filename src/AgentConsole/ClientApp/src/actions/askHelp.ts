import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Destek iste: calls the supervisor. */
export const askHelp = (contactId?: ContactId): ActionRequest => ({
  path: '/api/me/help',
  body: { contactId },
});
