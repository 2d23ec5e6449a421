import { useText } from '../../i18n/useText';
import { formatNumber } from '../../lib/format';
import css from './report.module.css';
import type { ReportData } from './types';

const columns = ['offered', 'answered', 'abandoned', 'transferredOut', 'closed', 'callback'] as const;

export function ByQueue({ rows }: { rows: ReportData['byQueue'] }) {
  const text = useText();
  return (
    <section className={css.wide} aria-label={text('report.byQueue')}>
      <h2>{text('report.byQueue')}</h2>
      <table className={css.table}>
        <thead><tr><th scope="col">{text('desk.queue')}</th>{columns.map((key) => <th key={key} scope="col">{text(`report.${key}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}><th scope="row">{row.name}</th>{columns.map((key) => <td key={key} className="num">{formatNumber(row[key])}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
