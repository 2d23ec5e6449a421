import { useCallback, useEffect, useRef, useState } from 'react';
import { writeNote } from '../actions/writeNote';
import { useAction } from '../actions/useAction';
import type { ContactId } from '../ids';
import { useDrafts } from '../lib/useDraft';
import type { Refusal } from '../transport/problem';
import { useConnection } from '../transport/useConnection';

export type NoteStatus = 'idle' | 'saving' | 'saved' | 'kept';

/** A pause in typing this long sends the note. */
const SAVE_AFTER_MS = 700;
const FIELD = 'note';

export interface Note { text: string; write: (text: string) => void; status: NoteStatus; refusal: Refusal | null }

/**
 * The note of a contact. Each keystroke is kept on this computer; a pause sends the whole note to the server; a lost
 * connection keeps it here and sends it when the connection returns. One save at a time, so that none overtakes another.
 */
export function useNote(contact: ContactId, saved: string | null): Note {
  const drafts = useDrafts();
  const { run, refusal } = useAction(writeNote);
  const connected = useConnection().kind === 'connected';
  const [draft, setDraft] = useState<string | null>(() => drafts.read<string>(contact, FIELD));
  const [status, setStatus] = useState<NoteStatus>(draft === null ? 'idle' : 'kept');
  const latest = useRef(draft);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (busy.current) return;
    busy.current = true;
    let sent: string | null = null;
    let ok = true;
    while (ok && latest.current !== null && latest.current !== sent) {
      sent = latest.current;
      setStatus('saving');
      ok = (await run(contact, sent)).ok;
    }
    busy.current = false;
    if (ok) drafts.remove(contact, FIELD);
    setStatus(ok ? 'saved' : 'kept');
  }, [contact, drafts, run]);

  const write = useCallback((text: string) => {
    latest.current = text;
    setDraft(text);
    drafts.write(contact, FIELD, text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), SAVE_AFTER_MS);
  }, [contact, drafts, save]);

  useEffect(() => {
    if (connected && status === 'kept') void save();
  // Only the return of the connection tries again; a refusal must not repeat itself.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [connected]);
  useEffect(() => () => {
    if (timer.current !== undefined) void save();
  }, [save]);

  return { text: draft ?? saved ?? '', write, status, refusal };
}
