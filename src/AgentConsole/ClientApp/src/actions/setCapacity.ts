import type { ContactId } from '../ids';
import type { Capacity } from '../words';
import type { ActionRequest } from '../transport/api';

/** In what capacity the caller speaks. */
export const setCapacity = (contact: ContactId, capacity: Capacity): ActionRequest => ({
  path: `/api/contacts/${contact}/capacity`,
  body: { capacity },
});
