import type { CitizenId, TaskId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** A promise kept. */
export const completeCallback = (task: TaskId, citizenId: CitizenId, result: string): ActionRequest => ({
  path: `/api/callbacks/${task}/complete`,
  body: { citizenId, result },
});
