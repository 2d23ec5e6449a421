import { useState } from 'react';
import { useText } from '../../i18n/useText';
import type { ContactRow, MyContactRow } from '../../rows';
import css from '../agent.module.css';
import { NoteAndAssist } from '../NoteAndAssist';
import { CallControls } from './CallControls';
import { TransferPanel } from './TransferPanel';

/** A voice on the line: controls, the directory when asked for, and the note always open beneath. */
export function CallPanel({ contact, row }: { contact: MyContactRow; row: ContactRow | undefined }) {
  const text = useText();
  const [transferring, setTransferring] = useState(false);
  return (
    <>
      <CallControls contact={contact} transferring={transferring} onTransfer={() => setTransferring((was) => !was)} />
      {contact.transferTo && (
        <p className={css.transferNote} role="status">
          {text(contact.state === 'consulting' ? 'call.consulting' : 'call.transferring', { who: contact.transferTo })}
        </p>
      )}
      {transferring && <TransferPanel contact={contact.id} onClose={() => setTransferring(false)} />}
      <NoteAndAssist contactId={contact.id} saved={row?.note ?? null} ready={row !== undefined} />
    </>
  );
}
