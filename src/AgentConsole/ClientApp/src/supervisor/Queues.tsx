import { useText } from '../i18n/useText';
import { formatNumber, formatPercent } from '../lib/format';
import type { QueueRow, WaitingRow } from '../rows';
import { Elapsed } from '../ui/Elapsed';
import { Empty } from '../ui/Empty';
import { Section } from '../ui/Section';
import css from './supervisor.module.css';

/** Queues in the order of their names: a place that never changes is found without reading. */
export function Queues({ queues }: { queues: readonly QueueRow[]; waiting: readonly WaitingRow[] }) {
  const text = useText();
  const rows = [...queues].sort((a, b) => a.name.localeCompare(b.name, 'tr'));
  return (
    <Section title={text('desk.queues')} count={rows.length}>
      {rows.length === 0 ? <Empty title={text('desk.noQueues')} /> : (
        <div className={css.scrollQueues}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{text('desk.queue')}</th>
                <th scope="col" className={css.figureCell}>{text('desk.waiting')}</th>
                <th scope="col" className={css.figureCell}>{text('desk.oldest')}</th>
                <th scope="col" className={css.figureCell}>{text('desk.available')}</th>
                <th scope="col" className={css.figureCell}>{text('desk.answered')}</th>
                <th scope="col" className={css.figureCell}>{text('desk.abandoned')}</th>
                <th scope="col" className={css.figureCell} >{text('desk.level')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id} data-testid={`queue-${row.id}`} className={row.waiting > 0 && row.available === 0 ? css.starved : ''}>
                  <th scope="row" className="clip">{row.name}</th>
                  <td className={`${css.figureCell} ${row.waiting > 0 ? css.hot : ''}`}>{formatNumber(row.waiting)}</td>
                  <td className={css.figureCell}>{row.oldestSince ? <Elapsed from={row.oldestSince} /> : '–'}</td>
                  <td className={css.figureCell}>{row.available}/{row.agents}</td>
                  <td className={css.figureCell}>{formatNumber(row.answeredToday)}</td>
                  <td className={css.figureCell}>{formatNumber(row.abandonedToday)}</td>
                  <td className={css.figureCell}>{row.serviceLevel === null ? '–' : formatPercent(row.serviceLevel)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
