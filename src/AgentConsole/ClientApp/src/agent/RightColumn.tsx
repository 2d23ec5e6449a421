import { useEffect, useState } from 'react';
import { useText } from '../i18n/useText';
import type { ContactId } from '../ids';
import { useKey } from '../keys/useKey';
import { useDrafts } from '../lib/useDraft';
import type { MyContactRow } from '../rows';
import { useRow } from '../transport/useTopic';
import { Empty } from '../ui/Empty';
import type { Refusal } from '../transport/problem';
import { RefusalNote } from '../ui/RefusalNote';
import css from './agent.module.css';
import { CaseForm } from './caseform/CaseForm';
import { onCaseRequest } from './caseform/caseRequests';
import { CitizenCard } from './citizen/CitizenCard';
import { History } from './citizen/History';

const OPEN = 'caseFormOpen';

/** The right: who this is and what is known; the case form takes the place of the history while one is written. */
export function RightColumn({ contact, contactId }: { contact: MyContactRow | undefined; contactId: ContactId | null }) {
  const text = useText();
  const drafts = useDrafts();
  const [writing, setWriting] = useState(() => contactId !== null && drafts.read<boolean>(contactId, OPEN) === true);
  const [service, setService] = useState<string | undefined>();
  const [unsent, setUnsent] = useState<Refusal | null>(null);
  const [asked, setAsked] = useState(false);
  const row = useRow(contactId ? `contact:${contactId}` : null, 'contact', contactId);

  const show = (wanted: boolean): void => {
    setWriting(wanted);
    setAsked(true);
    if (contactId) drafts.write(contactId, OPEN, wanted);
  };
  const opened = (escalation: string | null): void => {
    show(false);
    setService(undefined);
    setUnsent(escalation ? { status: 409, code: escalation, detail: '' } : null);
  };
  useKey('case.new', () => show(true), contact !== undefined && !writing);
  useEffect(() => onCaseRequest((id, wanted) => {
    if (id !== contactId) return;
    setService(wanted);
    setAsked(true);
    setWriting(true);
  }), [contactId]);

  return (
    <section className={`${css.column} ${css.right}`} aria-label={text('agent.citizen')}>
      {contactId === null ? (
        <Empty icon="user" title={text('citizen.none')} />
      ) : (
        <>
          <RefusalNote refusal={unsent} />
          <CitizenCard contactId={contactId} contact={contact} />
          {writing && contact
            ? <CaseForm key={service ?? ''} contact={contact} service={service} note={row?.note ?? ''} focus={asked} onClose={() => show(false)} onOpened={opened} />
            : <History contactId={contactId} contact={contact} onNewCase={() => show(true)} />}
        </>
      )}
    </section>
  );
}
