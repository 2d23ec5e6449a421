import { acceptOffer } from '../../actions/acceptOffer';
import { declineOffer } from '../../actions/declineOffer';
import { useAction } from '../../actions/useAction';
import { useState } from 'react';
import { useText } from '../../i18n/useText';
import type { ContactId } from '../../ids';
import type { OfferRow } from '../../rows';
import { ActionButton } from '../../ui/ActionButton';
import { Elapsed } from '../../ui/Elapsed';
import { Icon } from '../../ui/Icon';
import { PriorityMark } from '../../ui/PriorityMark';
import { RefusalNote } from '../../ui/RefusalNote';
import css from './offer.module.css';
import { DeclineReasons } from './DeclineReasons';
import { Ring } from './Ring';

/** Who, why me, from where, how long and what is open, all before the answer. */
export function OfferCard({ offer, onSelect }: { offer: OfferRow; onSelect: (id: ContactId) => void }) {
  const text = useText();
  const accept = useAction(acceptOffer);
  const decline = useAction(declineOffer);
  const [declining, setDeclining] = useState(false);
  const danger = offer.danger || offer.priority === 'P1';

  const take = async (): Promise<void> => {
    const answer = await accept.run(offer.id);
    if (answer.ok) onSelect(offer.contactId);
  };

  return (
    <article className={`${css.card} ${danger ? css.danger : ''}`} data-testid="offer-card" aria-label={text(offer.medium === 'Call' ? 'offer.call' : 'offer.message')}>
      <div className={css.top}>
        <button type="button" className={css.who} onClick={() => onSelect(offer.contactId)}>
          <span className={css.kind}>
            <Icon name={offer.medium === 'Call' ? 'phone' : 'chat'} size={13} />
            {text(offer.medium === 'Call' ? 'offer.call' : 'offer.message')} <PriorityMark priority={offer.priority} />
          </span>
          <span className={`${css.name} clip`}>{offer.who}</span>
        </button>
        <Ring until={offer.until} totalSeconds={offer.timeoutSeconds} />
      </div>
      <dl className={css.facts}>
        <div><dt>{text('offer.queue')}</dt><dd className="clip">{offer.queueName}</dd></div>
        <div><dt>{text('offer.waiting')}</dt><dd><Elapsed from={offer.waitingSince} /></dd></div>
        <div><dt>{text('offer.why')}</dt><dd className="clip" title={offer.why}>{offer.why}</dd></div>
      </dl>
      <p className={css.cases}>{offer.openCases > 0 ? text('offer.openCases', { count: offer.openCases }) : text('offer.noOpenCases')}</p>
      {declining ? (
        <DeclineReasons pending={decline.pending} onPick={(reason) => void decline.run(offer.id, reason)} onBack={() => setDeclining(false)} />
      ) : (
        <div className={css.buttons}>
          <ActionButton action="offer.accept" variant="filled" color={danger ? 'red.9' : 'petrol'} showKey testid="offer-accept" pending={accept.pending} onRun={() => void take()} />
          <ActionButton action="offer.decline" showKey testid="offer-decline" disabled={accept.pending} onRun={() => setDeclining(true)} />
        </div>
      )}
      <RefusalNote refusal={accept.refusal ?? decline.refusal} />
    </article>
  );
}
