import type { Presence } from '../words';
import type { ActionRequest } from '../transport/api';

/** Changes what the desk may offer; a break may carry its reason. */
export const setPresence = (presence: Presence, reason?: string): ActionRequest => ({
  path: '/api/me/presence',
  body: { presence, reason },
});
