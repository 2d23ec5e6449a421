import { useRef } from 'react';
import { useText } from '../i18n/useText';
import { useKey } from '../keys/useKey';
import { Keys } from '../ui/Keys';
import { RefusalNote } from '../ui/RefusalNote';
import css from './note.module.css';
import type { Note } from './useNote';

/** The note field: always open, always where it was, and honest about where its words are. */
export function NoteField({ note, compact = false }: { note: Note; compact?: boolean }) {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  useKey('note.focus', () => field.current?.focus());
  return (
    <div className={`${css.note} ${compact ? css.compact : ''}`}>
      <label className={css.label} htmlFor="contact-note">
        <span className="strong">{text('note.label')}</span> <Keys action="note.focus" />
        <span className="end dim small" role="status">{note.status === 'idle' ? '' : text(`note.${note.status}`)}</span>
      </label>
      <textarea ref={field} id="contact-note" data-testid="note" value={note.text} placeholder={text('note.placeholder')}
        onChange={(event) => note.write(event.currentTarget.value)} />
      <RefusalNote refusal={note.refusal?.status === 0 ? null : note.refusal} />
    </div>
  );
}
