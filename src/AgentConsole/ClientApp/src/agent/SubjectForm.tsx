import { TextInput } from '@mantine/core';
import { addSubject } from '../actions/addSubject';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { ContactId } from '../ids';
import { useDraft } from '../lib/useDraft';
import { InlineForm } from '../ui/InlineForm';

const filled = (value: string): string | undefined => value.trim() || undefined;

/** A name or a note is enough: "the old man at number 12" is somebody too. */
export function SubjectForm({ contact, onDone }: { contact: ContactId; onDone: () => void }) {
  const text = useText();
  const add = useAction(addSubject);
  const [name, setName, clearName] = useDraft(contact, 'subjectName', '');
  const [note, setNote, clearNote] = useDraft(contact, 'subjectNote', '');
  const save = async (): Promise<void> => {
    if (!(await add.run(contact, { name: filled(name), note: filled(note) })).ok) return;
    clearName();
    clearNote();
    onDone();
  };
  return (
    <InlineForm label={text('subject.add')} submit={text('subject.save')} testid="subject-form" pending={add.pending} refusal={add.refusal}
      ready={`${name}${note}`.trim() !== ''} onSubmit={() => void save()} onCancel={onDone}>
      <TextInput className="grow" autoFocus placeholder={text('subject.name')} aria-label={text('subject.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} data-testid="subject-name" />
      <TextInput className="grow" placeholder={text('subject.note')} aria-label={text('subject.note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} data-testid="subject-note" />
    </InlineForm>
  );
}
