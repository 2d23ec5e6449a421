import { callCitizen } from '../../actions/callCitizen';
import { useAction } from '../../actions/useAction';
import type { CitizenRow, MyContactRow } from '../../rows';
import { goTo } from '../../shell/useRoute';
import { ActionButton } from '../../ui/ActionButton';
import { RefusalNote } from '../../ui/RefusalNote';

/** Rings the agent, then the citizen. Whoever is on the line already is not called; whether a call is safe is judged by the server. */
export function CallCitizen({ contact, citizen }: { contact: MyContactRow; citizen: CitizenRow }) {
  const call = useAction(callCitizen);
  const onLine = contact.medium === 'Call' && contact.state !== 'wrapUp';
  const ring = async (): Promise<void> => {
    const answer = await call.run(citizen.id);
    if (answer.ok && answer.value.contactId) goTo('agent', answer.value.contactId);
  };
  return (
    <>
      <ActionButton action="citizen.call" icon="phone" size="compact-sm" testid="citizen-call" disabled={onLine} pending={call.pending} onRun={() => void ring()} />
      <RefusalNote refusal={call.refusal} />
    </>
  );
}
