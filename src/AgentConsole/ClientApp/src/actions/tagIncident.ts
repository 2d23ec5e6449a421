import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Ties a contact to an incident that many call about; null takes the label away. */
export const tagIncident = (contact: ContactId, label: string | null): ActionRequest => ({
  path: `/api/contacts/${contact}/incident`,
  body: { label },
});
