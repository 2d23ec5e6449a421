import { useText } from '../i18n/useText';
import type { TextKey } from '../i18n/tr';
import type { MeRow } from '../rows';
import { Keys } from '../ui/Keys';
import css from './agent.module.css';

function title(me: MeRow | undefined): TextKey {
  if (!me?.signedIn) return 'agent.joinLead';
  switch (me.presence) {
    case 'Ready':
      return 'agent.idleTitle';
    case 'Missed':
    case 'PhoneUnreachable':
      return 'agent.idleMissed';
    case 'Break':
    case 'HardCallBreak':
    case 'Meeting':
      return 'agent.idleBreak';
  }
}

/** Between two contacts: what will happen next, and nothing else. */
export function Idle({ me }: { me: MeRow | undefined }) {
  const text = useText();
  return (
    <div className={css.idle}>
      <h2>{text(title(me))}</h2>
      <p>{text('agent.idleHint')}</p>
      <p className="small"><Keys action="key.help" /> {text('key.help')}</p>
    </div>
  );
}
