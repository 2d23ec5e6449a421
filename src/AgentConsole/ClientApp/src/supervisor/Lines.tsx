import { useText } from '../i18n/useText';
import type { DeskId } from '../ids';
import type { LineRow } from '../rows';
import { Section } from '../ui/Section';
import { LineItem } from './LineItem';
import css from './supervisor.module.css';

export function Lines({ lines, desk }: { lines: readonly LineRow[]; desk: DeskId }) {
  const text = useText();
  return (
    <Section title={text('desk.lines')} count={lines.length}>
      <div className={css.lines}>
        {[...lines].sort((a, b) => a.name.localeCompare(b.name, 'tr')).map((line) => <LineItem key={line.number} line={line} desk={desk} />)}
      </div>
    </Section>
  );
}
