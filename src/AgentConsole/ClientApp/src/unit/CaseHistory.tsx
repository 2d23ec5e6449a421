import { useText } from '../i18n/useText';
import { whoWords } from '../i18n/whoWords';
import { useNow } from '../lib/clock';
import { formatMoment } from '../lib/format';
import type { CaseEntryRow } from '../rows';
import { Empty } from '../ui/Empty';
import css from './unit.module.css';

/** Everything that happened, newest first: what, who, when, and the words if there were any. */
export function CaseHistory({ entries }: { entries: readonly CaseEntryRow[] }) {
  const text = useText();
  const now = useNow();
  const rows = [...entries].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section className={css.history} aria-label={text('case.history')}>
      <h3>{text('case.history')} <span className="dim num">{rows.length}</span></h3>
      <ol>
        {rows.map((entry) => (
          <li key={entry.id}>
            <div className="row"><span className="strong grow">{entry.words}</span><time className="num dim small" dateTime={entry.at}>{formatMoment(entry.at, now)}</time></div>
            <div className="dim small">{whoWords(entry.who, text)}</div>
            {entry.text && <p className="pre">{entry.text}</p>}
          </li>
        ))}
      </ol>
      {rows.length === 0 && <Empty title={text('case.noHistory')} />}
    </section>
  );
}
