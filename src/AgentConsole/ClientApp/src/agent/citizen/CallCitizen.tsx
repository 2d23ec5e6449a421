import { useEffect, useState } from 'react';
import { callCitizen } from '../../actions/callCitizen';
import { useAction } from '../../actions/useAction';
import type { ContactId } from '../../ids';
import type { CitizenRow, ContactRow, MyContactRow } from '../../rows';
import { goTo } from '../../shell/useRoute';
import type { Refusal } from '../../transport/problem';
import { useRow } from '../../transport/useTopic';
import { ActionButton } from '../../ui/ActionButton';
import { RefusalNote } from '../../ui/RefusalNote';

/**
 * Rings the agent, then the citizen. The server takes the wish first and judges it then: until the agent's phone rings the
 * desk stays where it is, and a call that may not be made says why beside its button.
 */
export function CallCitizen({ contact, citizen }: { contact: MyContactRow; citizen: CitizenRow }) {
  const call = useAction(callCitizen);
  const [placed, setPlaced] = useState<ContactId | null>(null);
  const row = useRow(placed ? `contact:${placed}` : null, 'contact', placed);
  const onLine = contact.medium === 'Call' && contact.state !== 'wrapUp';
  const allowed = row?.state === 'ringing' || row?.state === 'talking';
  const judging = placed !== null && !allowed && !row?.outcome;
  useEffect(() => {
    if (placed && allowed) goTo('agent', placed);
  }, [placed, allowed]);

  const ring = async (): Promise<void> => {
    setPlaced(null);
    const answer = await call.run(citizen.id);
    if (answer.ok && answer.value.contactId) setPlaced(answer.value.contactId as ContactId);
  };
  return (
    <>
      <ActionButton action="citizen.call" icon="phone" size="compact-sm" testid="citizen-call" disabled={onLine} pending={call.pending || judging} onRun={() => void ring()} />
      <RefusalNote refusal={call.refusal ?? refusalOf(row)} />
    </>
  );
}

/** A call that ended before anybody talked carries the code of its reason as its category. */
function refusalOf(row: ContactRow | undefined): Refusal | null {
  return row?.outcome && !row.connectedAt ? { status: 409, code: row.category ?? `outcome.${row.outcome}`, detail: '' } : null;
}
