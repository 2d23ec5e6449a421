import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** A dated promise with an owner and an alarm. `due` is UTC, ISO 8601. */
export const promiseCallback = (contact: ContactId, due: string, note?: string): ActionRequest => ({
  path: `/api/contacts/${contact}/callback`,
  body: { due, note },
});
