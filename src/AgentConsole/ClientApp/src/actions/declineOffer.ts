import type { OfferId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Gives an offer back with its age and says why. */
export const declineOffer = (offer: OfferId, reason: string): ActionRequest => ({
  path: `/api/offers/${offer}/decline`,
  body: { reason },
});
