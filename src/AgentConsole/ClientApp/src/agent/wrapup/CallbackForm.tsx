import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { promiseCallback } from '../../actions/promiseCallback';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import { serverNow } from '../../lib/clock';
import { useDraft } from '../../lib/useDraft';
import type { MyContactRow } from '../../rows';
import { ActionButton } from '../../ui/ActionButton';
import { RefusalNote } from '../../ui/RefusalNote';
import { fromLocalField, inOneHour, nextMorning, toLocalField } from './dueTimes';
import css from './wrapup.module.css';

/** A promise has a time and an owner, or it is not a promise. */
export function CallbackForm({ contact }: { contact: MyContactRow }) {
  const text = useText();
  const promise = useAction(promiseCallback);
  const [open, setOpen] = useState(false);
  const [due, setDue, clearDue] = useDraft(contact.id, 'callbackDue', '');
  const [note, setNote, clearNote] = useDraft(contact.id, 'callbackNote', '');

  const save = async (): Promise<void> => {
    const at = fromLocalField(due);
    if (!at) return;
    const answer = await promise.run(contact.id, at, ...(note.trim() ? [note.trim()] : []));
    if (!answer.ok) return;
    clearDue();
    clearNote();
    setOpen(false);
  };

  if (!open) return <div><ActionButton action="callback.new" icon="clock" testid="callback-new" showKey onRun={() => setOpen(true)} /></div>;
  return (
    <div className={css.callback} role="group" aria-label={text('callback.title')}>
      <TextInput type="datetime-local" label={text('callback.due')} value={due} onChange={(event) => setDue(event.currentTarget.value)} data-testid="callback-due" autoFocus />
      <Button variant="default" onClick={() => setDue(toLocalField(inOneHour(serverNow())))}>{text('callback.inOneHour')}</Button>
      <Button variant="default" onClick={() => setDue(toLocalField(nextMorning(serverNow())))}>{text('callback.tomorrow')}</Button>
      <TextInput className="grow" label={text('callback.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <Button loading={promise.pending} disabled={fromLocalField(due) === null} onClick={() => void save()} data-testid="callback-save">{text('callback.save')}</Button>
      <Button variant="subtle" onClick={() => setOpen(false)}>{text('app.cancel')}</Button>
      <RefusalNote refusal={promise.refusal} />
    </div>
  );
}
