import { useState } from 'react';
import { useText } from '../../i18n/useText';
import type { CitizenRow, MyContactRow } from '../../rows';
import { ActionButton } from '../../ui/ActionButton';
import { CallCitizen } from './CallCitizen';
import css from './citizen.module.css';
import { IdentityForm } from './IdentityForm';
import { SafeContactForm } from './SafeContactForm';

type Panel = 'identity' | 'safe';

/** What an agent may do about a person. Recorded facts change only once it is certain whose they are. */
export function CitizenActions({ contact, citizen }: { contact: MyContactRow; citizen: CitizenRow }) {
  const text = useText();
  const [panel, setPanel] = useState<Panel | null>(null);
  const toggle = (wanted: Panel) => (): void => setPanel(panel === wanted ? null : wanted);
  const close = (): void => setPanel(null);
  return (
    <>
      <div className={css.actions} role="toolbar" aria-label={text('agent.citizen')}>
        <CallCitizen contact={contact} citizen={citizen} />
        {citizen.verified && (
          <>
            <ActionButton action="citizen.edit" icon="user" size="compact-sm" testid="identity-edit" aria-expanded={panel === 'identity'} onRun={toggle('identity')} />
            <ActionButton action="citizen.safeEdit" icon="lock" size="compact-sm" testid="safe-edit" aria-expanded={panel === 'safe'} onRun={toggle('safe')} />
          </>
        )}
      </div>
      {citizen.verified && panel === 'identity' && <IdentityForm citizen={citizen} onDone={close} />}
      {citizen.safeContact && panel === 'safe' && <SafeContactForm citizen={citizen.id} recorded={citizen.safeContact} onDone={close} />}
    </>
  );
}
