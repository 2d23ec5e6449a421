import type { CaseId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** The unit takes the case on. */
export const acceptCase = (id: CaseId): ActionRequest => ({
  path: `/api/cases/${id}/accept`,
  body: {},
});
