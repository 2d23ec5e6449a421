import type { CaseId, UnitId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Birime havale et. */
export const escalateCase = (id: CaseId, unit: UnitId, note?: string): ActionRequest => ({
  path: `/api/cases/${id}/escalate`,
  body: { unit, note },
});
