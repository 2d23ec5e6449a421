import type { ActionRequest } from '../transport/api';

/** Joins the desk, as on break. */
export const signInDesk = (): ActionRequest => ({
  path: '/api/me/sign-in',
  body: {},
});
