import { useText } from '../i18n/useText';
import type { AgentRow, WaitingRow } from '../rows';
import { Empty } from '../ui/Empty';
import { Section } from '../ui/Section';
import { VirtualRows } from '../ui/VirtualRows';
import { AgentItem } from './AgentItem';
import css from './supervisor.module.css';

const ROW_PX = 34;

/** Agents by name, so that each is always found in the same place whatever their state does. */
export function Agents({ agents }: { agents: readonly AgentRow[]; waiting: readonly WaitingRow[] }) {
  const text = useText();
  const rows = [...agents].sort((a, b) => a.name.localeCompare(b.name, 'tr'));
  return (
    <Section title={text('desk.agents')} count={rows.length} grow>
      <div className={css.agentHead} aria-hidden>
        <span>{text('desk.agent')}</span><span>{text('desk.state')}</span><span className={css.right}>{text('desk.since')}</span>
        <span className={css.right}>{text('desk.conversations')}</span><span className={css.right}>{text('desk.handled')}</span><span>{text('desk.skills')}</span>
      </div>
      <VirtualRows items={rows} rowHeight={ROW_PX} rowKey={(row) => row.id} label={text('desk.agents')} empty={<Empty icon="people" title={text('desk.noAgents')} />}>
        {(row) => <AgentItem row={row} />}
      </VirtualRows>
    </Section>
  );
}
