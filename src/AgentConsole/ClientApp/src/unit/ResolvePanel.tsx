import { NativeSelect } from '@mantine/core';
import { resolveCase } from '../actions/resolveCase';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { CaseId } from '../ids';
import { useDraft } from '../lib/useDraft';
import { resolutions, type Resolution } from '../words';
import { PanelForm } from './PanelForm';

/** How the case ends, and what the citizen is told. */
export function ResolvePanel({ id, onDone }: { id: CaseId; onDone: () => void }) {
  const text = useText();
  const action = useAction(resolveCase);
  const [resolution, setResolution, clearResolution] = useDraft<Resolution>(id, 'resolution', 'Fulfilled');
  const [answer, setAnswer, clearAnswer] = useDraft(id, 'answer', '');
  const submit = async (): Promise<void> => {
    if (!(await action.run(id, resolution, answer.trim())).ok) return;
    clearResolution();
    clearAnswer();
    onDone();
  };
  return (
    <PanelForm label={text('case.resolveAnswer')} hint={text('case.resolveHint')} submit={text('case.resolveNow')} value={answer} onChange={setAnswer} pending={action.pending}
      refusal={action.refusal} onSubmit={() => void submit()} onCancel={onDone} testid="case-resolve">
      <NativeSelect size="xs" label={text('case.resolution')} value={resolution} onChange={(event) => setResolution(event.currentTarget.value as Resolution)}
        data={resolutions.map((value) => ({ value, label: text(`resolution.${value}`) }))} data-testid="case-resolution" />
    </PanelForm>
  );
}
