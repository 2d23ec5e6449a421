import type { ContactId } from '../ids';
import type { ActionRequest } from '../transport/api';
import type { TransferKind } from '../words';

export interface Transfer { kind: TransferKind; value: string; label: string; note?: string | undefined; attended: boolean }

/** Blind, or attended after a word with the other side. Unanswered in 20 s it comes back, and the note travels along. */
export const transferContact = (contact: ContactId, transfer: Transfer): ActionRequest => ({
  path: `/api/contacts/${contact}/transfer`,
  body: transfer,
});
