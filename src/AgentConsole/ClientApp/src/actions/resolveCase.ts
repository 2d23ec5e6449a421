import type { CaseId } from '../ids';
import type { Resolution } from '../words';
import type { ActionRequest } from '../transport/api';

/** Closes the case; the citizen gets the answer. */
export const resolveCase = (id: CaseId, resolution: Resolution, answer: string): ActionRequest => ({
  path: `/api/cases/${id}/resolve`,
  body: { resolution, answer },
});
