import type { CaseId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** A note in the case's history. */
export const addCaseNote = (id: CaseId, text: string): ActionRequest => ({
  path: `/api/cases/${id}/notes`,
  body: { text },
});
