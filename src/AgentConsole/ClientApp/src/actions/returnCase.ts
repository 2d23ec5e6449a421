import type { CaseId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** The unit gives the case back and says why. */
export const returnCase = (id: CaseId, reason: string): ActionRequest => ({
  path: `/api/cases/${id}/return`,
  body: { reason },
});
