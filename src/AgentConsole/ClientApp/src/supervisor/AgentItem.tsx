import { useText } from '../i18n/useText';
import type { TextKey } from '../i18n/tr';
import type { AgentRow } from '../rows';
import { Badge, type BadgeTone } from '../ui/Badge';
import { Elapsed } from '../ui/Elapsed';
import { doing, type Doing } from './numbers';
import css from './supervisor.module.css';

const tones: Record<Doing, BadgeTone> = { talking: 'talk', wrapUp: 'accent', ready: 'ok', missed: 'late', break: 'soon' };

function stateKey(row: AgentRow): TextKey {
  const now = doing(row);
  switch (now) {
    case 'talking':
      return row.callState === 'none' ? 'desk.talking' : `state.${row.callState}`;
    case 'wrapUp':
      return 'desk.wrapUp';
    case 'ready':
    case 'missed':
    case 'break':
      return `presence.${row.presence}`;
  }
}

export function AgentItem({ row }: { row: AgentRow }) {
  const text = useText();
  const reason = row.callState === 'none' ? row.reason : null;
  return (
    <div className={css.agent} data-testid={`agent-${row.id}`}>
      <span className="clip strong">{row.name}</span>
      <span className="rowTight"><Badge tone={tones[doing(row)]}>{text(stateKey(row))}</Badge>{reason && <span className="dim small clip">{reason}</span>}</span>
      <Elapsed from={row.since} className={css.right} />
      <span className={`num ${css.right}`}>{row.conversations}/{row.conversationLimit}</span>
      <span className={`num ${css.right}`}>{row.handledToday}{row.missedToday > 0 && <span className={css.missed} title={text('agent.missed')}> −{row.missedToday}</span>}</span>
      <span className="clip dim small" title={row.skills.join(', ')}>{row.skills.join(', ')}</span>
    </div>
  );
}
