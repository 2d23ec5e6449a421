import type { ContactId } from '../ids';
import type { Priority } from '../words';
import type { ActionRequest } from '../transport/api';

/** A higher priority is a head start in the queue. */
export const raisePriority = (contact: ContactId, priority: Priority): ActionRequest => ({
  path: `/api/contacts/${contact}/priority`,
  body: { priority },
});
