import type { CitizenId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Rings the agent's phone first, then the citizen's. */
export const callCitizen = (citizen: CitizenId): ActionRequest => ({
  path: `/api/citizens/${citizen}/call`,
  body: {},
});
