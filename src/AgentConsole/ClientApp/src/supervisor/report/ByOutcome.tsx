import { useText } from '../../i18n/useText';
import { formatNumber, formatPercent } from '../../lib/format';
import css from './report.module.css';
import type { ReportData } from './types';

export function ByOutcome({ rows, total }: { rows: ReportData['byOutcome']; total: number }) {
  const text = useText();
  return (
    <section aria-label={text('report.byOutcome')}>
      <h2>{text('report.byOutcome')}</h2>
      <table className={css.table}>
        <thead><tr><th scope="col">{text('case.resolution')}</th><th scope="col">{text('report.count')}</th><th scope="col">{text('report.share')}</th></tr></thead>
        <tbody>
          {[...rows].sort((a, b) => b.count - a.count).map((row) => (
            <tr key={row.outcome}>
              <th scope="row">{row.name}</th>
              <td className="num">{formatNumber(row.count)}</td>
              <td className="num">{formatPercent(row.count / total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
