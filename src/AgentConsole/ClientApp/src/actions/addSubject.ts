import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';

export interface Subject { name?: string | undefined; note?: string | undefined }

/** Another person the caller speaks for. */
export const addSubject = (contact: ContactId, subject: Subject): ActionRequest => ({
  path: `/api/contacts/${contact}/subjects`,
  body: subject,
});
