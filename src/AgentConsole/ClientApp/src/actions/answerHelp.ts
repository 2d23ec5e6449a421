import type { AgentId, DeskId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** A supervisor takes a call for help on. */
export const answerHelp = (desk: DeskId, agent: AgentId): ActionRequest => ({
  path: `/api/desks/${desk}/help/${agent}`,
  body: {},
});
