import type { ContactId } from '../ids';
import { Assist } from './Assist';
import css from './note.module.css';
import { NoteField } from './NoteField';
import { useNote } from './useNote';

/** @param ready false until the contact's row is here, so that a note begun elsewhere is not overwritten by an empty one. */
export function NoteAndAssist({ contactId, saved, ready }: { contactId: ContactId; saved: string | null; ready: boolean }) {
  const note = useNote(contactId, saved);
  return (
    <div className={css.both} aria-busy={!ready}>
      <NoteField note={note} />
      <Assist contactId={contactId} words={note.text} />
    </div>
  );
}
