import type { OfferId } from '../ids';
import type { ActionRequest } from '../transport/api';

/** Takes an offer; the first to accept wins, a later one is refused with offer.not_pending. */
export const acceptOffer = (offer: OfferId): ActionRequest => ({
  path: `/api/offers/${offer}/accept`,
  body: {},
});
