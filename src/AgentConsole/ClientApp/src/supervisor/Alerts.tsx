import { answerHelp } from '../actions/answerHelp';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { DeskId } from '../ids';
import type { AgentRow } from '../rows';
import { ActionButton } from '../ui/ActionButton';
import { Elapsed } from '../ui/Elapsed';
import { Icon } from '../ui/Icon';
import { RefusalNote } from '../ui/RefusalNote';
import css from './supervisor.module.css';

/** Calls for help, the oldest first, each with its action. The strip is always there, so its filling moves nothing. */
export function Alerts({ agents, desk }: { agents: readonly AgentRow[]; desk: DeskId }) {
  const text = useText();
  const answer = useAction(answerHelp);
  const asking = agents.filter((row) => row.helpAskedAt !== null).sort((a, b) => (a.helpAskedAt ?? '').localeCompare(b.helpAskedAt ?? ''));
  const [first] = asking;
  return (
    <section className={`${css.alerts} ${first ? css.alerting : ''}`} aria-label={text('desk.alerts')} aria-live="polite">
      <Icon name="hand" />
      {first?.helpAskedAt ? (
        <>
          <span className="clip strong">{text('desk.askedHelp', { who: first.name })}</span>
          <Elapsed from={first.helpAskedAt} />
          {asking.length > 1 && <span className="num">+{asking.length - 1}</span>}
          <span className="end"><ActionButton action="desk.help" label={text('desk.answerHelp')} showKey testid="help-answer" pending={answer.pending} onRun={() => void answer.run(desk, first.id)} /></span>
        </>
      ) : <span className="dim">{text('desk.noAlerts')}</span>}
      <RefusalNote refusal={answer.refusal} />
    </section>
  );
}
