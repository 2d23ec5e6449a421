import type { CaseId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Tekit et. */
export const remindUnit = (id: CaseId): ActionRequest => ({
  path: `/api/cases/${id}/remind`,
  body: {},
});
