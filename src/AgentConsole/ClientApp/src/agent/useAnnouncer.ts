import { useText } from '../i18n/useText';
import type { OfferRow } from '../rows';

/** What a screen reader says of an offer; life danger interrupts, everything else waits its turn. */
export function useAnnouncer(offer: OfferRow | undefined): { words: string; urgent: boolean } {
  const text = useText();
  if (!offer) return { words: '', urgent: false };
  const kind = text(offer.medium === 'Call' ? 'offer.call' : 'offer.message');
  const said = text('offer.announce', { kind, who: offer.who, queue: offer.queueName });
  const urgent = offer.danger || offer.priority === 'P1';
  return { words: urgent ? `${text('danger.title')}. ${said}` : said, urgent };
}
