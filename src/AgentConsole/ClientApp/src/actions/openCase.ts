import type { ContactId, UnitId } from '../ids';
import type { ActionRequest } from '../transport/api';
import type { Capacity, Priority } from '../words';

export interface Place {
  province?: string; district?: string; neighbourhood?: string; street?: string; outerDoor?: string; innerDoor?: string;
  directions?: string;
}

export interface NewCase {
  service?: string | undefined; description: string; place?: Place | undefined; priority: Priority; confidential: boolean;
  beneficiary?: { name: string; phone: string } | undefined; informant?: { name: string; phone: string; capacity: Capacity } | undefined;
  escalateTo?: UnitId | undefined; note?: string | undefined;
}

/** Opens a case, links it to the contact and may escalate it, all in one; the answer carries `caseId`. */
export const openCase = (contact: ContactId, newCase: NewCase): ActionRequest => ({
  path: `/api/contacts/${contact}/cases`,
  body: newCase,
});
