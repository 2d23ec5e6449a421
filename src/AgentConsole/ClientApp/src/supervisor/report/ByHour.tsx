import { useText } from '../../i18n/useText';
import { formatNumber } from '../../lib/format';
import css from './report.module.css';
import type { ReportData } from './types';

/** From the first busy hour to the last. Bars of one scale: how many came each hour, and how many of them were lost. The numbers stand beside the bars. */
export function ByHour({ rows }: { rows: ReportData['byHour'] }) {
  const text = useText();
  const busy = rows.flatMap((row, index) => (row.offered > 0 ? [index] : []));
  const shown = rows.slice(busy[0] ?? 0, (busy.at(-1) ?? 0) + 1);
  const most = Math.max(1, ...rows.map((row) => row.offered));
  const share = (value: number): string => `${(value / most) * 100}%`;
  return (
    <section aria-label={text('report.byHour')}>
      <h2>{text('report.byHour')}</h2>
      <table className={css.table}>
        <thead><tr><th scope="col">{text('report.hour')}</th><th scope="col">{text('report.offered')}</th><th scope="col">{text('report.abandoned')}</th><th scope="col" aria-hidden /></tr></thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key}>
              <th scope="row" className="num">{row.name}</th>
              <td className="num">{formatNumber(row.offered)}</td>
              <td className="num">{formatNumber(row.abandoned)}</td>
              <td className={css.barCell} aria-hidden>
                <span className={css.bar} style={{ width: share(row.offered - row.abandoned) }} />
                <span className={css.lost} style={{ width: share(row.abandoned) }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
