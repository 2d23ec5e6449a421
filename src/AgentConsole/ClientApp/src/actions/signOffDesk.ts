import type { AgentId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Leaves the desk; open conversations and promises go to a colleague or to the pool. */
export const signOffDesk = (handOverTo?: AgentId): ActionRequest => ({
  path: '/api/me/sign-off',
  body: { handOverTo },
});
