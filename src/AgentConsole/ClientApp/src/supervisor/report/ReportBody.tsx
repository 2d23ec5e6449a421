import { useText } from '../../i18n/useText';
import { formatNumber, formatPercent } from '../../lib/format';
import { Badge } from '../../ui/Badge';
import { Empty } from '../../ui/Empty';
import css from './report.module.css';
import { ByHour } from './ByHour';
import { ByOutcome } from './ByOutcome';
import { ByQueue } from './ByQueue';
import { difference, type ReportData } from './types';

const figures = ['offered', 'answered', 'abandoned', 'transferredOut', 'closed', 'callback'] as const;

/** Totals that tie, and say so; then where, when and how contacts ended. */
export function ReportBody({ data }: { data: ReportData }) {
  const text = useText();
  const off = difference(data);
  if (data.offered === 0) return <Empty icon="form" title={text('report.empty')} />;
  return (
    <>
      <dl className={css.totals}>
        {figures.map((key) => (
          <div key={key}>
            <dt>{text(`report.${key}`)}</dt>
            <dd className="num">{formatNumber(data[key])} {key !== 'offered' && <small>{formatPercent(data[key] / data.offered)}</small>}</dd>
          </div>
        ))}
      </dl>
      <p className="row dim small">
        <Badge tone={off === 0 ? 'ok' : 'late'}>{off === 0 ? text('report.ties') : text('report.doesNotTie', { difference: formatNumber(off) })}</Badge> {text('report.tie')}
        <span className="end num">{text('report.live', { count: formatNumber(data.live) })} · {text('report.outbound', { count: formatNumber(data.outbound) })}</span>
      </p>
      <div className={css.parts}>
        <ByQueue rows={data.byQueue} />
        <ByHour rows={data.byHour} />
        <ByOutcome rows={data.byOutcome} total={data.offered} />
      </div>
    </>
  );
}
