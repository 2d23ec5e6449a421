import { useText } from '../i18n/useText';
import { formatTime } from '../lib/format';
import { fromTime } from '../lib/suffix';
import type { ConnectionState } from '../transport/connection';
import { useConnection } from '../transport/useConnection';
import css from './shell.module.css';

/** What the wire is, always in the same place; a loss also says what still works. */
export function TruthBar() {
  const state = useConnection();
  const text = useText();
  return (
    <div className={`${css.truth} ${css[state.kind]}`} role="status" data-testid="connection-state" data-state={state.kind}>
      <span className={css.dot} aria-hidden />
      <span className="strong">{words(state, text)}</span>
      {state.kind === 'disconnected' && <span className="clip" title={text('connection.stillWorks')}>{text('connection.stillWorks')}</span>}
    </div>
  );
}

function words(state: ConnectionState, text: ReturnType<typeof useText>): string {
  switch (state.kind) {
    case 'connecting':
    case 'connected':
    case 'catchingUp':
      return text(`connection.${state.kind}`);
    case 'disconnected':
      return text('connection.disconnected', { time: formatTime(state.since), fromTime: fromTime(formatTime(state.since)) });
  }
}
