import { useText } from '../../i18n/useText';
import { useNow } from '../../lib/clock';
import type { ContactRow, MyContactRow } from '../../rows';
import { useRows } from '../../transport/useTopic';
import { NoteField } from '../NoteField';
import { useNote } from '../useNote';
import { FinishButtons } from '../wrapup/FinishButtons';
import { Composer } from './Composer';
import { MessageList } from './MessageList';
import css from './talk.module.css';
import { useOutbox } from './useOutbox';
import { mayWrite } from './window';
import { WindowLeft } from './WindowLeft';

/** A conversation: messages with receipts, the window, the reply, the note, and one key for the usual ending. */
export function TalkPanel({ contact, row }: { contact: MyContactRow; row: ContactRow | undefined }) {
  const text = useText();
  const now = useNow();
  const messages = useRows(`contact:${contact.id}`, 'message');
  const outbox = useOutbox(contact.id, messages);
  const note = useNote(contact.id, row?.note ?? null);
  return (
    <>
      <div className={css.bar}>
        {row?.windowUntil && mayWrite(row, now) && (
          <span className={css.window}>{text('channel.WhatsApp')}: <WindowLeft until={row.windowUntil} long /></span>
        )}
        <span className="end" />
        <FinishButtons contact={contact} />
      </div>
      <MessageList messages={messages} outbox={outbox} />
      {row && <Composer contact={contact} row={row} outbox={outbox} />}
      <NoteField note={note} compact />
    </>
  );
}
