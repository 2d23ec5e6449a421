import { NativeSelect, Textarea } from '@mantine/core';
import { escalateCase } from '../../actions/escalateCase';
import { useAction } from '../../actions/useAction';
import { useText } from '../../i18n/useText';
import type { CaseId, UnitId } from '../../ids';
import { useDraft } from '../../lib/useDraft';
import { useSigned } from '../../transport/context';
import { FormPanel } from './FormPanel';

/** Sends a case to a unit, or to another one than the one that has it. */
export function EscalatePanel({ id, onDone }: { id: CaseId; onDone: () => void }) {
  const text = useText();
  const { units } = useSigned().session.pack;
  const escalate = useAction(escalateCase);
  const [unit, setUnit, clearUnit] = useDraft(id, 'escalateUnit', '');
  const [note, setNote, clearNote] = useDraft(id, 'escalateNote', '');
  const send = async (): Promise<void> => {
    const answer = await escalate.run(id, unit as UnitId, ...(note.trim() ? [note.trim()] : []));
    if (!answer.ok) return;
    clearUnit();
    clearNote();
    onDone();
  };
  return (
    <FormPanel title={text('case.escalate')} submit={text('escalate.confirm')} testid="case-escalate-form" pending={escalate.pending} refusal={escalate.refusal} ready={unit !== ''}
      onSubmit={() => void send()} onCancel={onDone}>
      <NativeSelect size="xs" label={text('escalate.unit')} value={unit} autoFocus onChange={(event) => setUnit(event.currentTarget.value)}
        data={[{ value: '', label: text('escalate.pick') }, ...units.map((each) => ({ value: each.id, label: each.name }))]} data-testid="case-escalate-unit" />
      <Textarea label={text('escalate.note')} value={note} minRows={1} maxRows={4} autosize onChange={(event) => setNote(event.currentTarget.value)} data-testid="case-escalate-note" />
    </FormPanel>
  );
}
