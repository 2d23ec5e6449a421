import { returnCase } from '../actions/returnCase';
import { useAction } from '../actions/useAction';
import { useText } from '../i18n/useText';
import type { CaseId } from '../ids';
import { useDraft } from '../lib/useDraft';
import { PanelForm } from './PanelForm';

export function ReturnPanel({ id, onDone }: { id: CaseId; onDone: () => void }) {
  const text = useText();
  const action = useAction(returnCase);
  const [reason, setReason, clear] = useDraft(id, 'return', '');
  const submit = async (): Promise<void> => {
    if (!(await action.run(id, reason.trim())).ok) return;
    clear();
    onDone();
  };
  return (
    <PanelForm label={text('case.returnReason')} hint={text('case.returnHint')} submit={text('case.returnNow')} value={reason} onChange={setReason} pending={action.pending}
      refusal={action.refusal} onSubmit={() => void submit()} onCancel={onDone} testid="case-return" />
  );
}
