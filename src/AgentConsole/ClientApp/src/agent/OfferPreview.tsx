import { useText } from '../i18n/useText';
import type { OfferRow } from '../rows';
import { Badge } from '../ui/Badge';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Elapsed } from '../ui/Elapsed';
import { PriorityMark } from '../ui/PriorityMark';
import css from './agent.module.css';

/** While it rings: everything the offer says, in full, in the middle of the desk. */
export function OfferPreview({ offer }: { offer: OfferRow }) {
  const text = useText();
  return (
    <div className={css.offering}>
      <div className="row">
        <ChannelIcon channel={offer.channel} size={18} />
        <span className="strong">{text(offer.medium === 'Call' ? 'offer.call' : 'offer.message')}</span>
        <PriorityMark priority={offer.priority} always />
      </div>
      <h2>{offer.who}</h2>
      <dl>
        <div><dt>{text('offer.queue')}</dt><dd>{offer.queueName}</dd></div>
        <div><dt>{text('offer.waiting')}</dt><dd><Elapsed from={offer.waitingSince} /></dd></div>
        <div><dt>{text('offer.why')}</dt><dd>{offer.why}</dd></div>
        <div><dt>{text('citizen.openCases')}</dt><dd><Badge tone={offer.openCases > 0 ? 'accent' : 'neutral'}>{offer.openCases > 0 ? text('offer.openCases', { count: offer.openCases }) : text('offer.noOpenCases')}</Badge></dd></div>
      </dl>
    </div>
  );
}
