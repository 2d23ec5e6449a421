import type { CaseId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** The citizen says it is not solved; the unit's clock starts again. */
export const reopenCase = (id: CaseId, reason?: string): ActionRequest => ({
  path: `/api/cases/${id}/reopen`,
  body: { reason },
});
