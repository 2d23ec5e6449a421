import type { CitizenId } from '../ids';
import type { SafeContactRow } from '../rows';
import type { ActionRequest } from '../transport/api';

const hour = (value: string | null): string | undefined => (value ? `${value}:00` : undefined);

/** The settings as a whole: what is not said here is no longer a rule. */
export const setSafeContact = (citizen: CitizenId, safe: SafeContactRow): ActionRequest => ({
  path: `/api/citizens/${citizen}/safe-contact`,
  body: { ...safe, from: hour(safe.from), until: hour(safe.until), language: safe.language ?? undefined },
});
