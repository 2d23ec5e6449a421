import type { ContactId, QueueId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** A waiting contact keeps its age in the other queue. */
export const moveToQueue = (contact: ContactId, queue: QueueId): ActionRequest => ({
  path: `/api/contacts/${contact}/move`,
  body: { queue },
});
