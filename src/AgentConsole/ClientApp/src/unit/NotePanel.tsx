import { addCaseNote } from '../actions/addCaseNote';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { CaseId } from '../ids';
import { useDraft } from '../lib/useDraft';
import { PanelForm } from './PanelForm';

export function NotePanel({ id, onDone }: { id: CaseId; onDone: () => void }) {
  const text = useText();
  const action = useAction(addCaseNote);
  const [note, setNote, clear] = useDraft(id, 'note', '');
  const submit = async (): Promise<void> => {
    if (!(await action.run(id, note.trim())).ok) return;
    clear();
    onDone();
  };
  return (
    <PanelForm label={text('case.noteText')} submit={text('case.noteNow')} value={note} onChange={setNote} pending={action.pending} refusal={action.refusal}
      onSubmit={() => void submit()} onCancel={onDone} testid="case-note" />
  );
}
