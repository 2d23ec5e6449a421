import type { CitizenId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Only what was learnt; an absent field keeps what is recorded. The groups replace those recorded. */
export interface Identity { name?: string | undefined; identityNumber?: string | undefined; language?: string | undefined; priorityGroups?: string[] | undefined }

export const identifyCitizen = (citizen: CitizenId, identity: Identity): ActionRequest => ({
  path: `/api/citizens/${citizen}/identity`,
  body: identity,
});
