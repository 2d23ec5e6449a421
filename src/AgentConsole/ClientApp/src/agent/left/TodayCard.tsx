import { useText } from '../../i18n/useText';
import { formatElapsed, formatNumber } from '../../lib/format';
import type { MeRow } from '../../rows';
import css from './left.module.css';

/** What I did today, quietly, where the next offer will appear. */
export function TodayCard({ me }: { me: MeRow | undefined }) {
  const text = useText();
  const handled = me?.handledToday ?? 0;
  const talk = me?.talkSecondsToday ?? 0;
  return (
    <div className={css.today}>
      <h2>{text('agent.today')}</h2>
      <dl>
        <div><dt>{text('agent.handled')}</dt><dd className="num">{formatNumber(handled)}</dd></div>
        <div><dt>{text('agent.talkTime')}</dt><dd className="num">{formatElapsed(talk * 1000)}</dd></div>
        <div><dt>{text('agent.average')}</dt><dd className="num">{handled > 0 ? formatElapsed((talk / handled) * 1000) : '–'}</dd></div>
        <div><dt>{text('agent.missed')}</dt><dd className="num">{formatNumber(me?.missedToday ?? 0)}</dd></div>
      </dl>
      <p className="dim small">{text('offer.none')}</p>
    </div>
  );
}
